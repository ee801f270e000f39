using Infra.Tests.Policies;

namespace Infra.Tests.Protection;

public sealed class BackupVaultTests
{
    private const string Vault = "aws:backup/vault:Vault";

    [Test]
    public async Task The_vault_is_encrypted_and_keeps_its_backups()
    {
        var run = await BackupCase.RunAsync(BackupCase.Args());

        var vault = run.One(Vault);
        var policy = run.One("aws:backup/vaultPolicy:VaultPolicy");
        var keep = PolicyReading.Statements(policy.Inputs["policy"])["KeepBackups"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(vault.Inputs["name"], Is.EqualTo("idp-server-backup"));
            Assert.That(vault.Inputs["kmsKeyArn"], Is.EqualTo("arn:key"));
            Assert.That(vault.Inputs["forceDestroy"], Is.False);
            Assert.That(policy.Inputs["backupVaultName"], Is.EqualTo("idp-server-backup"));
            Assert.That(keep.Texts("Effect"), Is.EqualTo(new[] { "Deny" }));
            Assert.That(keep.Texts("Principal", "AWS"), Is.EqualTo(new[] { "*" }));
            Assert.That(
                keep.Texts("Action"),
                Does.Contain("backup:DeleteRecoveryPoint").And.Contain("backup:UpdateRecoveryPointLifecycle")
            );
        }
    }

    [Test]
    public async Task A_stack_that_may_be_deleted_takes_its_backups_with_it()
    {
        var run = await BackupCase.RunAsync(BackupCase.Args() with { Protect = false });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One(Vault).Inputs["forceDestroy"], Is.True);
            Assert.That(run.All("aws:backup/vaultPolicy:VaultPolicy"), Is.Empty);
        }
    }

    [Test]
    public async Task A_lock_holds_the_times_of_the_plan_and_can_be_lifted()
    {
        var open = await BackupCase.RunAsync(BackupCase.Args());
        var locked = await BackupCase.RunAsync(BackupCase.Args() with { Locked = true });

        var held = locked.One("aws:backup/vaultLockConfiguration:VaultLockConfiguration");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(open.All("aws:backup/vaultLockConfiguration:VaultLockConfiguration"), Is.Empty);
            Assert.That(held.Inputs["minRetentionDays"], Is.EqualTo(35));
            Assert.That(held.Inputs["maxRetentionDays"], Is.EqualTo(365));
            Assert.That(held.Inputs.ContainsKey("changeableForDays"), Is.False, "it would make the lock final");
        }
    }
}
