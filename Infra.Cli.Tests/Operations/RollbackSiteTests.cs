using Infra.Cli.Tests.Tools;
using static Infra.Cli.Tests.Operations.OperationStandIns;

namespace Infra.Cli.Tests.Operations;

/// <summary>finsight's pages, which Amplify builds of two branches.</summary>
public sealed class RollbackSiteTests
{
    private const string Jobs = """
        {"jobSummaries": [
          {"jobId": "9", "status": "FAILED", "commitId": "9999999fff", "commitMessage": "Broken"},
          {"jobId": "12", "status": "SUCCEED", "commitId": "aaaaaaa111", "commitMessage": "New colours"},
          {"jobId": "11", "status": "SUCCEED", "commitId": "aaaaaaa111", "commitMessage": "New colours"},
          {"jobId": "8", "status": "SUCCEED", "commitId": "bbbbbbb222", "commitMessage": "Reports as PDF"},
          {"jobId": "7", "status": "SUCCEED", "commitId": "ccccccc333", "commitMessage": "First"}]}
        """;

    private TemporaryFolder _project = null!;

    [SetUp]
    public void Lay_out()
    {
        _project = Cli.Project();
        var file = _project.File("Pulumi.finsight-prod.yaml");
        File.WriteAllText(
            file,
            File.ReadAllText(file)
                .Replace(
                    "  idp-infra:settings:\n",
                    "  idp-infra:secrets: { githubToken: { secure: \"v1:a:b\" } }\n  idp-infra:settings:\n",
                    StringComparison.Ordinal
                )
        );
    }

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task The_commit_before_is_built_and_served()
    {
        using var tools = Site()
            .Says("aws amplify get-job", """{"job": {"summary": {"status": "RUNNING"}}}""")
            .Says("aws amplify get-job", """{"job": {"summary": {"status": "SUCCEED"}}}""");
        var ran = await RunAsync(tools, "--yes");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(
                ran.Out,
                Does.StartWith(
                    "finsight-prod: site-main from aaaaaaa New colours to bbbbbbb Reports as PDF\n  without aaaaaaa New colours\n"
                )
            );
            Assert.That(
                ran.Out,
                Does.Contain("The next push to main is built and served again. To stay, revert the commit there.")
            );
            Assert.That(ran.Error, Does.Contain("site-main, build 13: RUNNING").And.Contain("site-main, build 13: SUCCEED"));
            Assert.That(
                tools.Calls.Single(call => call.StartsWith("aws amplify start-job", StringComparison.Ordinal)),
                Is.EqualTo(
                    $"aws amplify start-job --app-id d1 --branch-name main --job-type RELEASE --commit-id bbbbbbb222 --job-reason infra rollback{Region}"
                )
            );
        }
    }

    [Test]
    public async Task A_commit_may_be_named_by_its_beginning()
    {
        using var tools = Site();
        var ran = await RunAsync(tools, "--to", "ccc", "--dry-run");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(ran.Out, Does.Contain("to ccccccc First").And.Contain("without bbbbbbb Reports as PDF"));
            Assert.That(tools.Calls, Has.None.Contains("start-job"));
        }
    }

    [TestCase("999", "got 999, want one of aaaaaaa, bbbbbbb, ccccccc")]
    [TestCase("aaa", "got aaa, which serves already")]
    public async Task A_commit_that_makes_no_sense_is_bad_input(string to, string message)
    {
        using var tools = Site();
        var ran = await RunAsync(tools, "--to", to, "--yes");
        Assert.That(
            (ran.ExitCode, ran.Error.Contains(message, StringComparison.Ordinal)),
            Is.EqualTo((ExitCodes.BadInput, true)),
            ran.ToString()
        );
    }

    [Test]
    public async Task A_build_that_fails_leaves_what_served()
    {
        using var tools = Site().Says("aws amplify get-job", """{"job": {"summary": {"status": "FAILED"}}}""");
        var ran = await RunAsync(tools, "--yes");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), ran.ToString());
            Assert.That(ran.Error, Does.Contain("site-main: build 13 ended as FAILED; what served before serves on"));
        }
    }

    [Test]
    public async Task An_app_that_is_not_there_is_told()
    {
        using var tools = Aws().Says("aws amplify list-apps", """{"apps": [{"name": "other", "appId": "d9"}]}""");
        var ran = await RunAsync(tools, "--yes");
        Assert.That(ran.Error, Does.StartWith("site-main: got 0 apps of Amplify called "), ran.ToString());
    }

    private static StandIns Site() =>
        Aws()
            .Says(
                "aws amplify list-apps",
                """{"apps": [{"name": "other", "appId": "d9"}, {"name": "finsight-web", "appId": "d1"}]}"""
            )
            .Says("aws amplify list-jobs", Jobs)
            .Says("aws amplify start-job", """{"jobSummary": {"jobId": "13", "status": "PENDING"}}""");

    private Task<Ran> RunAsync(StandIns tools, params string[] arguments) =>
        Cli.RunAsync(
            _project.Path,
            tools.Variables,
            ["rollback", "finsight-prod", "--service", "site-main", .. arguments, "--interval", "0.01"]
        );
}
