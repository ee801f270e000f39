using System.Text.Json;
using Infra.Cli.Tests.Tools;
using static Infra.Cli.Tests.Operations.OperationStandIns;

namespace Infra.Cli.Tests.Operations;

public sealed class RestoreCommandTests
{
    private const string Describe = "aws rds describe-db-instances";

    private TemporaryFolder _project = null!;

    [SetUp]
    public void Lay_out() => _project = Cli.Project();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task The_new_instance_is_as_the_old_one_is_and_never_public()
    {
        using var tools = Instance();
        var ran = await RunAsync(tools, "prod", "--to", "2026-01-07T03:25:00Z", "--yes");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(
                Restore(tools),
                Is.EqualTo(
                    "aws rds restore-db-instance-to-point-in-time --source-db-instance-identifier idp-server-postgresql "
                        + "--target-db-instance-identifier idp-server-postgresql-restored --restore-time 2026-01-07T03:25:00Z "
                        + "--db-instance-class db.r6g.xlarge --port 5432 --db-subnet-group-name idp-server-db-subnet-group "
                        + "--vpc-security-group-ids sg-1 --db-parameter-group-name idp-server-pg15-params --storage-type gp3 "
                        + "--max-allocated-storage 500 --no-publicly-accessible --multi-az --auto-minor-version-upgrade "
                        + "--enable-iam-database-authentication --copy-tags-to-snapshot --deletion-protection "
                        + "--enable-cloudwatch-logs-exports postgresql upgrade "
                        + """--tags [{"Key":"Name","Value":"idp-server-postgresql-restored"},{"Key":"Owner","Value":"a b"}]"""
                        + Region
                )
            );
            Assert.That(
                ran.Error,
                Does.Match(
                    @"^idp-server-postgresql-restored: creating .+\nidp-server-postgresql-restored: backing-up .+\nidp-server-postgresql-restored: available .+\n$"
                )
            );
            Assert.That(
                ran.Out,
                Does.Contain("prod: idp-server-postgresql-restored is there; idp-server-postgresql is as it was\n")
            );
            Assert.That(
                tools.Calls.Where(call =>
                    call.Contains("modify", StringComparison.Ordinal) || call.Contains("delete", StringComparison.Ordinal)
                ),
                Is.Empty,
                "what can destroy something is for people"
            );
        }
    }

    [Test]
    public async Task Without_yes_every_step_is_shown_and_none_gone()
    {
        using var tools = Instance();
        var ran = await RunAsync(tools, "prod", "--to", "latest");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(Restore(tools), Is.Null);
            Assert.That(
                ran.Out,
                Does.StartWith(
                    "prod: idp-server-postgresql as at the latest moment, 2026-01-08T03:25:00Z, beside it as idp-server-postgresql-restored\n"
                        + "  its backups reach from 2026-01-01T00:00:00Z to 2026-01-08T03:25:00Z\n"
                        + "1. restore, and wait until it can be used\n"
                        + "  aws rds restore-db-instance-to-point-in-time --source-db-instance-identifier idp-server-postgresql "
                        + "--target-db-instance-identifier idp-server-postgresql-restored --use-latest-restorable-time "
                )
            );
            Assert.That(
                ran.Out.Split('\n')
                    .Where(line =>
                        line.Length > 0 && (char.IsAsciiDigit(line[0]) || line.StartsWith("nothing", StringComparison.Ordinal))
                    ),
                Is.EqualTo([
                    "1. restore, and wait until it can be used",
                    "2. look whether the data is there; the password is that of the moment, in an earlier version of idp-server/db-credentials or idp-server/db-master where it was changed since",
                    "3. switch over by name, when nobody writes; wait for each name before the next",
                    "4. tell the state which instance has the name now, before anything is deployed: docs/runbooks/restore.md#take-its-place",
                    "5. verify what serves",
                    "6. remove the old one when nobody needs it any more, with a last snapshot",
                    "nothing was done; --yes does step 1",
                ])
            );
            Assert.That(
                ran.Out,
                Does.Contain("  infra db tunnel prod --to idp-server-postgresql-restored\n")
                    .And.Contain("  infra db verify prod\n")
            );
            Assert.That(
                ran.Out,
                Does.Contain(
                    "  aws rds modify-db-instance --db-instance-identifier idp-server-postgresql --new-db-instance-identifier idp-server-postgresql-lost --apply-immediately --region ap-northeast-1\n"
                )
            );
        }
    }

    [Test]
    public async Task Before_a_proxy_the_proxy_is_told_too()
    {
        using var tools = Instance();
        var ran = await RunAsync(tools, "finsight-dev", "--to", "latest");
        Assert.That(
            ran.Out,
            Does.Match(
                @"deregister-db-proxy-targets --db-proxy-name finsight-dev-db-proxy --db-instance-identifiers finsight-dev-db .*\n(.*modify-db-instance.*\n){2}.*wait.*\n.*register-db-proxy-targets --db-proxy-name finsight-dev-db-proxy --db-instance-identifiers finsight-dev-db "
            ),
            ran.ToString()
        );
        Assert.That(ran.Out, Does.Contain("infra logs finsight-dev --since 15m --errors"));
    }

    [TestCase("2025-12-31T23:59:59Z")]
    [TestCase("2026-01-08T03:25:01Z")]
    public async Task A_moment_outside_the_backups_is_refused_with_their_reach(string time)
    {
        using var tools = Instance();
        var ran = await RunAsync(tools, "prod", "--to", time, "--yes");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(
            ran.Error,
            Does.StartWith(
                $"--to: 1 problem\n  got {time}, want a time from 2026-01-01T00:00:00Z to 2026-01-08T03:25:00Z, which is how far the backups of idp-server-postgresql reach; or latest."
            )
        );
        Assert.That(Restore(tools), Is.Null);
    }

    [Test]
    public async Task A_name_that_is_taken_is_refused()
    {
        using var tools = Aws().Says(Describe, Database).Says("aws rds describe-db-instance-automated-backups", Backups);
        var ran = await RunAsync(tools, "prod", "--to", "latest", "--target", "idp-server-postgresql-2", "--yes");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Refused), ran.ToString());
        Assert.That(
            ran.Error,
            Is.EqualTo("idp-server-postgresql-2: refused, it is there already (available); take another name with --target\n")
        );
        Assert.That(tools.Calls, Has.None.Contains("restore-db-instance"));
    }

    [Test]
    public async Task Without_backups_there_is_nothing_to_restore_from()
    {
        using var tools = Instance()
            .Instead("aws rds describe-db-instance-automated-backups")
            .Says("aws rds describe-db-instance-automated-backups", """{"DBInstanceAutomatedBackups": []}""");
        var ran = await RunAsync(tools, "prod", "--to", "latest", "--yes");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), ran.ToString());
        Assert.That(ran.Error, Does.StartWith("idp-server-postgresql: it has no automated backups to restore from"));
    }

    [Test]
    public async Task An_instance_that_is_gone_leads_to_the_runbook()
    {
        using var tools = Aws().Fails(Describe, 254, NoInstance);
        var ran = await RunAsync(tools, "prod", "--to", "latest", "--yes");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), ran.ToString());
        Assert.That(
            ran.Error,
            Does.StartWith("idp-server-postgresql: ap-northeast-1 does not have it").And.Contain("docs/runbooks/restore.md")
        );
    }

    [Test]
    public async Task An_instance_that_RDS_cannot_bring_up_is_a_failure()
    {
        using var tools = Instance(after: "incompatible-restore");
        var ran = await RunAsync(tools, "prod", "--to", "latest", "--yes");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), ran.ToString());
        Assert.That(
            ran.Error,
            Does.Contain("idp-server-postgresql-restored: RDS says incompatible-restore; aws rds describe-events")
        );
    }

    [Test]
    public async Task A_restore_is_asked_for_once_when_the_answer_got_lost()
    {
        using var tools = Instance()
            .Instead("aws rds restore-db-instance-to-point-in-time")
            .Fails(
                "aws rds restore-db-instance-to-point-in-time",
                255,
                "Connection was closed before we received a valid response"
            );
        var ran = await RunAsync(tools, "prod", "--to", "latest", "--yes");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), ran.ToString());
        Assert.That(tools.Calls.Count(call => call.Contains("restore-db-instance", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task A_document_for_scripts()
    {
        using var tools = Instance();
        var ran = await RunAsync(tools, "prod", "--to", "latest", "--json");
        using var document = JsonDocument.Parse(ran.Out);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.RootElement.GetProperty("target").GetString(), Is.EqualTo("idp-server-postgresql-restored"));
            Assert.That(document.RootElement.GetProperty("time").GetString(), Is.EqualTo("2026-01-08T03:25:00Z"));
            Assert.That(document.RootElement.GetProperty("done").GetBoolean(), Is.False);
            Assert.That(document.RootElement.GetProperty("steps").GetArrayLength(), Is.EqualTo(5));
            Assert.That(ran.Error, Does.Contain("nothing was done"));
        }
    }

    [TestCase("prod", "--to: 1 problem\n  got nothing, want latest, how long ago")]
    [TestCase("prod --to soon", "--to: 1 problem\n  got soon, want how long ago")]
    [TestCase("prod --to latest --source other", "--source: 1 problem\n  got other, want one of idp-server-postgresql\n")]
    [TestCase("prod --to latest --target 2x", "--target: got 2x, want 63 letters, digits and single hyphens at most")]
    [TestCase(
        "web-platform-prod --to latest",
        "--source: 1 problem\n  got nothing, want a stack with a database or a table: this one has none"
    )]
    public async Task Bad_input_has_a_way_out_and_asks_nobody(string arguments, string message)
    {
        using var tools = Aws();
        var ran = await RunAsync(tools, arguments.Split(' '));
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(ran.Error, Does.Contain(message));
        Assert.That(tools.Calls, Is.Empty);
    }

    private static StandIns Instance(string after = "available") =>
        Aws()
            .Says(Describe, Database)
            .Fails(Describe, 254, NoInstance)
            .Says(Describe, """{"DBInstances": [{"DBInstanceStatus": "creating"}]}""")
            .Says(Describe, """{"DBInstances": [{"DBInstanceStatus": "backing-up"}]}""")
            .Says(Describe, $$"""{"DBInstances": [{"DBInstanceStatus": "{{after}}"}]}""")
            .Says("aws rds describe-db-instance-automated-backups", Backups)
            .Plays("aws rds restore-db-instance-to-point-in-time", "");

    private static string? Restore(StandIns tools) =>
        tools.Calls.SingleOrDefault(call => call.Contains("restore-db-instance", StringComparison.Ordinal));

    private Task<Ran> RunAsync(StandIns tools, params string[] arguments) =>
        Cli.RunAsync(_project.Path, tools.Variables, ["restore", .. arguments, "--interval", "0.01"]);
}
