using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>KMS keys themselves: who may use them, and whether they are there tomorrow.</summary>
internal sealed class KmsRules : GuardrailTable
{
    // The longest that KMS waits, and what it takes where nothing is said.
    private const int LongestWait = 30;

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("KMS.3", Grade.Critical, Tokens.Key, "Keys are on, and cannot be lost by one mistake")
            {
                Reason = "What a deleted key encrypted is gone, backups included; only the waiting time is left to notice it.",
                Fix =
                    "Set protect: true on the resource or deletionWindowInDays: 30, and isEnabled: true; neither costs anything.",
                Also = ["CKV_AWS_227"],
                Check = key =>
                    key.Is("isEnabled", true, absent: true)
                    & (Protected(key) | key.AtLeast("deletionWindowInDays", LongestWait, absent: LongestWait)),
            },
            new("KMS.4", Grade.Medium, Tokens.Key, "Keys are renewed every year")
            {
                Reason = "A key that is never renewed encrypts everything for ever; whoever gets at it once reads all of it.",
                Fix = "Set enableKeyRotation: true. KMS keeps the old versions, so nothing has to be encrypted again.",
                Also = ["CIS 3.6", "CKV_AWS_7", "AwsSolutions-KMS5"],
                // KMS renews symmetric keys only.
                When = key => key["customerMasterKeySpec"] is { IsMissing: true } or { Text: "SYMMETRIC_DEFAULT" },
                Check = key => key.Is("enableKeyRotation", true) & key.AtMost("rotationPeriodInDays", 365, absent: 365),
            },
            new("KMS.5", Grade.Critical, Tokens.Key, "Key policies let nobody in who is not named")
            {
                Reason = "A principal of * without a condition on who calls lets every AWS account decrypt.",
                Fix =
                    "Name the principal in policy, or add a condition on kms:CallerAccount, aws:PrincipalArn or aws:SourceAccount.",
                Also = ["CKV_AWS_33", "CKV2_AWS_64"],
                Check = key => key.Statements("policy", statement => statement.IsPublic ? "lets everybody in" : null),
            },
            new("kms-alias", Grade.Low, Tokens.Key, "Keys have an alias")
            {
                Reason = "Consoles, invoices and audit trails show a key by its random id; people pick the wrong one.",
                Fix = "Add an aws:kms:Alias with targetKeyId.",
                Check = key =>
                    Verdict.Of(
                        key.ReferredBy("aws:kms/alias:Alias", "targetKeyId").Any(),
                        "no alias: got none, want an aws:kms:Alias of it"
                    ),
            },
            new("kms-administrators", Grade.High, Tokens.Key, "The account can always change the policy of its keys")
            {
                Reason = "A policy without the account's root locks everybody out, and only AWS Support can open it again.",
                Fix =
                    "Allow kms:PutKeyPolicy to arn:aws:iam::<account>:root in policy; leave bypassPolicyLockoutSafetyCheck out.",
                When = key => !key["policy"].IsMissing,
                Check = key =>
                    key.Is("bypassPolicyLockoutSafetyCheck", false)
                    & key.AnyStatement(
                        "policy",
                        statement =>
                            statement.Allows
                            && statement.Covers("kms:PutKeyPolicy")
                            && statement.Conditions.IsEmpty
                            && statement.Principals.Any(principal => principal.IsAccount),
                        "a statement that allows kms:PutKeyPolicy to the account's root"
                    ),
            },
            new("kms-grants", Grade.Medium, Tokens.Key, "Only AWS services get grants on keys")
            {
                Reason = "Whoever may create grants can hand the key on to anybody, past its policy.",
                Fix = "Add the condition Bool kms:GrantIsForAWSResource: true to the statement that allows kms:CreateGrant.",
                Check = key =>
                    key.Statements(
                        "policy",
                        statement =>
                            statement.Allows
                            && statement.Actions.Any(GrantsOnly)
                            && !statement.On("kms:GrantIsForAWSResource").Any(condition => condition.Values is ["true"])
                                ? "allows kms:CreateGrant for anything, want the condition kms:GrantIsForAWSResource"
                                : null
                    ),
            },
            new("kms-multi-region", Grade.Low, Tokens.Key, "Keys leave their region only to be copied")
            {
                Reason =
                    "A multi-region key can be copied to any region, where other people and rules may guard it; it can never be made single-region.",
                Fix = "Leave multiRegion out unless the stack has an aws:kms:ReplicaKey of it. Changing it replaces the key.",
                Check = key =>
                    key.ReferredBy("aws:kms/replicaKey:ReplicaKey", "primaryKeyArn").Any()
                        ? Verdict.Pass
                        : key.Is("multiRegion", false),
            },
            new("kms-protected-data", Grade.High, Tokens.Key, "Keys are protected as what they encrypt is")
            {
                Reason = "A protected database is lost all the same when its key goes.",
                Fix = "Set protect: true on the key.",
                When = key => key.Stack.References.To(key).Any(use => use.From.State.Protect),
                Check = Protected,
            },
        ];

    private static Verdict Protected(Resource key) =>
        Verdict.Of(key.State.Protect || key.State.RetainOnDelete, "protect: got false, want true");

    // kms:* is the account's own right over its key, and needs policies of its own to become anybody's.
    private static bool GrantsOnly(string action) =>
        action.Length > "kms:*".Length && Glob.MatchesAsPolicies(action, "kms:CreateGrant");
}
