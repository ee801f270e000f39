using Infra.Cli.Tests.Tools;
using static Infra.Cli.Tests.Operations.OperationStandIns;

namespace Infra.Cli.Tests.Operations;

/// <summary><c>infra restore</c> of a table of DynamoDB.</summary>
public sealed class RestoreTableTests
{
    private TemporaryFolder _project = null!;

    [SetUp]
    public void Lay_out() => _project = Cli.Project();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task A_table_is_restored_under_its_own_key()
    {
        using var tools = Table();
        var ran = await RunAsync(tools, "taskflow-dev", "--to", "2026-01-07T03:25:00Z", "--yes");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(
                tools.Calls.Single(call => call.Contains("restore-table", StringComparison.Ordinal)),
                Is.EqualTo(
                    "aws dynamodb restore-table-to-point-in-time --source-table-name taskflow-dev-tasks --target-table-name taskflow-dev-tasks-restored "
                        + "--restore-date-time 2026-01-07T03:25:00Z --sse-specification-override Enabled=true,SSEType=KMS,KMSMasterKeyId=arn:aws:kms:x:1:key/k"
                        + Region
                )
            );
            Assert.That(
                ran.Error,
                Does.Match(@"^taskflow-dev-tasks-restored: CREATING .+\ntaskflow-dev-tasks-restored: ACTIVE .+\n$")
            );
            Assert.That(ran.Out, Does.Contain("aws dynamodb update-continuous-backups --table-name taskflow-dev-tasks-restored"));
        }
    }

    [Test]
    public async Task A_table_without_recovery_is_told()
    {
        using var tools = Aws()
            .Says(
                "aws dynamodb describe-continuous-backups",
                """{"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "DISABLED"}}}"""
            );
        var ran = await RunAsync(tools, "taskflow-dev", "--to", "latest", "--yes");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), ran.ToString());
        Assert.That(ran.Error, Does.StartWith("taskflow-dev-tasks: point-in-time recovery is off"));
    }

    private static StandIns Table() =>
        Aws()
            .Says(
                "aws dynamodb describe-continuous-backups",
                """
                {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED",
                  "EarliestRestorableDateTime": 1767225600.0, "LatestRestorableDateTime": "2026-01-08T03:25:00+00:00"}}}
                """
            )
            .Fails(
                "aws dynamodb describe-table",
                254,
                "An error occurred (ResourceNotFoundException) when calling the DescribeTable operation"
            )
            .Says(
                "aws dynamodb describe-table",
                """{"Table": {"TableStatus": "ACTIVE", "SSEDescription": {"KMSMasterKeyArn": "arn:aws:kms:x:1:key/k"}}}"""
            )
            .Says("aws dynamodb describe-table", """{"Table": {"TableStatus": "CREATING"}}""")
            .Says("aws dynamodb describe-table", """{"Table": {"TableStatus": "ACTIVE"}}""")
            .Plays("aws dynamodb restore-table-to-point-in-time", "");

    private Task<Ran> RunAsync(StandIns tools, params string[] arguments) =>
        Cli.RunAsync(_project.Path, tools.Variables, ["restore", .. arguments, "--interval", "0.01"]);
}
