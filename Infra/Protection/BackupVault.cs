using Infra.Naming;
using Infra.Policies;
using Pulumi;
using Pulumi.Aws.Backup;

namespace Infra.Protection;

/// <summary>An encrypted place for backups, from which nobody deletes them by mistake.</summary>
internal sealed class BackupVault : ComponentResource
{
    /// <summary>What the vault is called.</summary>
    public Output<string> VaultName { get; }

    /// <summary>Its ARN.</summary>
    public Output<string> Arn { get; }

    internal BackupVault(string name, string role, Input<string> keyArn, BackupPlanArgs args, ComponentResourceOptions options)
        : base("idp:protection:BackupVault", name, options)
    {
        var label = args.Context.Label;
        var child = new CustomResourceOptions { Parent = this };
        var vault = new Vault(
            $"{name}-vault",
            new()
            {
                Name = NameRule.BackupVault.Check(label.Name(role)),
                KmsKeyArn = keyArn,
                ForceDestroy = !args.Protect, // else a vault with backups in it stops a stack from being deleted
                Tags = label.NameTag(role),
            },
            new() { Parent = this, Protect = args.Protect }
        );
        if (args.Protect)
            _ = new VaultPolicy($"{name}-policy", new() { BackupVaultName = vault.Name, Policy = KeepBackups() }, child);
        if (args.Locked)
            _ = new VaultLockConfiguration(
                $"{name}-lock",
                new()
                {
                    BackupVaultName = vault.Name,
                    MinRetentionDays = args.Kept().Min(rule => rule.Days),
                    MaxRetentionDays = args.Kept().Max(rule => rule.Days),
                    // Without changeableForDays: with it nobody, not even AWS, could ever lift the lock again.
                },
                child
            );
        (VaultName, Arn) = (vault.Name, vault.Arn);
        RegisterOutputs();
    }

    // Backups end by their lifecycle. Who must delete one earlier takes this policy away first, which shows in the audit trail.
    private static string KeepBackups() =>
        PolicyDocument.Of(
            new Statement("KeepBackups")
            {
                Principal = Principal.Anybody,
                Actions =
                [
                    "backup:DeleteRecoveryPoint",
                    "backup:DisassociateRecoveryPoint",
                    "backup:UpdateRecoveryPointLifecycle",
                ],
            }.Deny()
        );
}
