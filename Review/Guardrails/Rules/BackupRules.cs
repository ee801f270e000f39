using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>AWS Backup: that there are copies, that they last, and that somebody hears when there are none.</summary>
internal sealed class BackupRules : GuardrailTable
{
    private const string Vault = "aws:backup/vault:Vault";
    private const string Plan = "aws:backup/plan:Plan";
    private const string Delete = "backup:DeleteRecoveryPoint";
    private const string Service = "backup.amazonaws.com";

    // AWS Backup keeps what it moved to cold storage for at least so many days more.
    private const double ColdDays = 90;
    private const double ShortestKept = 7;

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("Backup.1", Grade.Medium, Vault, "Backups are encrypted with a key of the account")
            {
                Reason = "With the key of AWS a copy can never be given to another account, and nobody can say who decrypts.",
                Fix = "Set kmsKeyArn to a key of the stack. Changing it replaces the vault.",
                Also = ["CKV_AWS_166"],
                Check = vault => vault.IsSet("kmsKeyArn", "a KMS key of the stack"),
            },
            new("backup-vault-kept", Grade.High, Vault, "Nobody deletes backups before their time")
            {
                Reason = "Whoever breaks in, or makes a mistake, deletes the copies first.",
                Fix =
                    "Add an aws:backup:VaultLockConfiguration, or a VaultPolicy that denies backup:DeleteRecoveryPoint to everybody.",
                Check = vault =>
                    vault.ReferredBy("aws:backup/vaultLockConfiguration:VaultLockConfiguration", "backupVaultName").Any()
                        ? Verdict.Pass
                        : Verdict.Any(
                            vault.ReferredBy("aws:backup/vaultPolicy:VaultPolicy", "backupVaultName").Select(Refuses),
                            "policy: got no lock and no policy of this vault, want one of them"
                        ),
            },
            new("backup-vault-force-destroy", Grade.Medium, Vault, "Vaults with backups in them are not destroyed")
            {
                Reason = "With forceDestroy one pulumi destroy, or one rename, deletes all backups.",
                Fix = "Set forceDestroy: false.",
                Check = vault => vault.Is("forceDestroy", false),
            },
            new("backup-plan-retention", Grade.Medium, Plan, "Backups are kept for a set time, a week at least")
            {
                Reason =
                    "Without a time they are kept and paid for, for ever; with too short a one the good copy is gone before the damage is noticed.",
                Fix = "Set lifecycle.deleteAfter of every rule: 7 or more, and 90 more than coldStorageAfter.",
                Check = plan =>
                    plan["rules"].IsUnknown
                        ? Verdict.CannotKnow("rules are known only after the deployment")
                        : Verdict.All(plan["rules"].Items.Select(Kept)) & plan.IsSet("rules", "a rule"),
            },
            new("backup-plan-heard", Grade.Medium, Plan, "Somebody hears when a backup fails")
            {
                Reason = "The copies end one day, and that is noticed when one is needed.",
                Fix = "Add an aws:cloudwatch:EventRule on source aws.backup with a target, or an aws:backup:VaultNotifications.",
                Check = plan =>
                    Verdict.Of(
                        plan.Stack.All("aws:backup/vaultNotifications:VaultNotifications").Any()
                            || plan.Stack.All(Tokens.EventRule).Any(IsTold),
                        "events: got no rule on aws.backup with a target, want one"
                    ),
            },
            new(
                "backup-selection-covers",
                Grade.High,
                BackupSelections.Selection,
                "Every selection means something that holds data"
            )
            {
                Reason = "A selection by a tag that nothing has copies nothing, and reports no failure.",
                Fix = "Give the database, table or bucket the tags of conditions.",
                Check = selection =>
                    Verdict.Any(
                        BackupSelections
                            .Kinds.Keys.SelectMany(selection.Stack.All)
                            .Select(resource =>
                                Taken(
                                    BackupSelections.Takes(selection, resource),
                                    "conditions: got nothing in the stack with these tags, want something that holds data"
                                )
                            ),
                        "conditions: got nothing in the stack that AWS Backup can copy, want something that holds data"
                    ),
            },
            new("backup-selection-role", Grade.High, BackupSelections.Selection, "AWS Backup wears a role that may copy")
            {
                Reason = "Every copy fails, in a console that nobody looks at.",
                Fix =
                    "Set iamRoleArn to a role that backup.amazonaws.com may wear, with service-role/AWSBackupServiceRolePolicyForBackup.",
                Check = selection =>
                    selection.Referred("iamRoleArn", Tokens.Role).FirstOrDefault() is { } role
                        ? MayCopy(role)
                        : selection.Ask("iamRoleArn", _ => false, "a role of this stack"),
            },
            new("DynamoDB.4", Grade.Medium, Tokens.Table, "Tables are in a backup plan")
            {
                Reason = "Point-in-time recovery goes back 35 days at most, and ends with the table.",
                Fix = "Add an aws:backup:Plan and a Selection that finds the table by its tags; 0.10 USD for a GB and month.",
                Check = Covered,
            },
        ];

    private static Verdict Covered(Resource resource) =>
        Taken(BackupSelections.Take(resource), "backup: got no selection of the stack that takes it, want one");

    private static Verdict Taken(bool? taken, string otherwise) =>
        Judgement.Unless(!taken, otherwise, "what the selections take");

    private static Verdict Refuses(Resource policy) =>
        policy.AnyStatement(
            "policy",
            statement => !statement.Allows && statement.IsForEverybody && statement.Covers(Delete),
            $"a Deny of {Delete} for everybody"
        );

    private static Verdict Kept(Value rule)
    {
        var days = rule["lifecycle.deleteAfter"];
        var cold = rule["lifecycle.coldStorageAfter"].Number;
        return days.Ask(
            "lifecycle.deleteAfter",
            _ => days.Number >= Math.Max(ShortestKept, cold + ColdDays ?? 0),
            $"{Math.Max(ShortestKept, cold + ColdDays ?? 0)} or more"
        );
    }

    private static bool IsTold(Resource rule) =>
        rule.Json("eventPattern")["source"].Texts.Contains("aws.backup") && rule.ReferredBy(Tokens.EventTarget, "rule").Any();

    private static Verdict MayCopy(Resource role) =>
        role.AnyStatement(
            "assumeRolePolicy",
            statement => statement.Allows && statement.IsForService(Service),
            $"one that lets {Service} wear {role.Name}"
        )
        & Verdict.Of(
            IdentityPolicy.AttachedTo(role).Any(arn => arn.Contains("ForBackup", StringComparison.Ordinal))
                || IdentityPolicy.Of(role).Any(),
            $"role {role.Name}: got no policy that lets it copy, want AWSBackupServiceRolePolicyForBackup"
        );
}
