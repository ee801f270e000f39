using Infra.Protection;
using Pulumi;

namespace Infra.Tests.Protection;

public sealed class FailureNoticeTests
{
    [Test]
    public async Task Failed_backups_and_copies_of_this_vault_are_told()
    {
        var run = await Sandbox.RunAsync(() =>
            _ = new BackupPlan("idp", BackupCase.Args() with { TopicArn = Output.Create("arn:alerts") })
        );

        var rule = run.One("aws:cloudwatch/eventRule:EventRule");
        var target = run.One("aws:cloudwatch/eventTarget:EventTarget");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rule.Inputs["name"], Is.EqualTo("idp-server-backup-failed"));
            Assert.That(
                rule.Inputs["eventPattern"],
                Is.EqualTo(
                    """
                    {"source":["aws.backup"],"detail-type":["Backup Job State Change","Copy Job State Change"],"detail":{"state":["ABORTED","EXPIRED","FAILED","PARTIAL"],"$or":[{"backupVaultName":["idp-server-backup"]},{"sourceBackupVaultArn":[{"suffix":":backup-vault:idp-server-backup"}]}]}}
                    """
                )
            );
            Assert.That((target.Inputs["rule"], target.Inputs["arn"]), Is.EqualTo(("idp-server-backup-failed", "arn:alerts")));
        }
    }

    [Test]
    public async Task Without_a_topic_nobody_is_told() =>
        Assert.That((await BackupCase.RunAsync(BackupCase.Args())).All("aws:cloudwatch/eventRule:EventRule"), Is.Empty);
}
