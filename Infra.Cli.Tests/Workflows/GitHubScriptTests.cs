using System.Text.Json;
using Infra.Tests;
using YamlDotNet.RepresentationModel;

namespace Infra.Cli.Tests.Workflows;

/// <summary>The scripts that speak to GitHub, run as they are written against a GitHub that only remembers.</summary>
[NeedsTools("nodejs", "node")]
public sealed class GitHubScriptTests
{
    private const string Report = "workflows/pull-request-report.yml";
    private const string Drift = "workflows/drift.yml";
    private const string Run = """{"workflow_run": {"head_sha": "abc", "head_repository": {"full_name": "fork/infra"}}}""";
    private const string Pull = """{"head": {"sha": "abc", "repo": {"full_name": "fork/infra"}}}""";

    [Test]
    public async Task A_first_comment_is_made_and_calls_nobody()
    {
        var did = await ReportAsync(
            "17",
            "<!-- infra-preview -->\nask @acme/admins and a@b",
            $$"""{"payload": {{Run}}, "pull": {{Pull}}}"""
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                did,
                Does.StartWith("""[["number","17"],["createComment",{"owner":"acme","repo":"infra","issue_number":17,""")
            );
            Assert.That(did, Does.Contain("ask @\u200bacme/admins and a@\u200bb"));
        }
    }

    [Test]
    public async Task The_own_comment_is_updated_and_no_other()
    {
        const string Comments = """
            [{"id": 1, "user": {"type": "User"}, "body": "<!-- infra-preview --> mine now"},
             {"id": 2, "user": {"type": "Bot"}, "body": "of another bot"},
             {"id": 3, "user": {"type": "Bot"}, "body": "<!-- infra-preview --> old"}]
            """;
        var did = await ReportAsync(
            "17",
            "<!-- infra-preview -->\nnew",
            $$"""{"payload": {{Run}}, "pull": {{Pull}}, "comments": {{Comments}}}"""
        );
        Assert.That(
            did,
            Does.Contain("""["updateComment",{"owner":"acme","repo":"infra","comment_id":3,""").And.Not.Contain("createComment")
        );
    }

    [TestCase("17; rm -rf /", Pull)]
    [TestCase("0", Pull)]
    [TestCase("-1", Pull)]
    [TestCase("17\n18", Pull)]
    [TestCase("17", """{"head": {"sha": "another", "repo": {"full_name": "fork/infra"}}}""")]
    [TestCase("17", """{"head": {"sha": "abc", "repo": {"full_name": "acme/infra"}}}""")]
    [TestCase("17", """{"head": {"sha": "abc", "repo": null}}""")]
    public async Task A_number_that_is_not_that_of_the_run_writes_nothing(string number, string pull)
    {
        var did = await ReportAsync(number, "<!-- infra-preview -->", $$"""{"payload": {{Run}}, "pull": {{pull}}}""");
        Assert.That(did, Does.Match("""^\[\["(failed|notice)","[^"]+"\]\]$"""));
    }

    [Test]
    public async Task Without_a_comment_the_findings_are_written_all_the_same()
    {
        var did = await ReportAsync("17", "", $$"""{"payload": {{Run}}, "pull": {{Pull}}}""");
        Assert.That(did, Does.StartWith("""[["number","17"],["notice",""").And.Not.Contain("Comment"));
    }

    [Test]
    public async Task Drift_opens_an_issue_that_names_the_stacks_and_has_their_logs()
    {
        var did = await DriftAsync(
            "[]",
            ("prod.verdict", "drift\n"),
            ("prod.log", "~ aws:rds\n```` fence"),
            ("dev.verdict", "none\n")
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(did, Does.StartWith("""[["create",{"owner":"acme","repo":"infra","title":"Drift: prod, staging",""")); // staging was never looked at
            Assert.That(
                did,
                Does.Contain("<b>prod</b> differs from what main asks for").And.Contain("<b>staging</b> could not be looked at")
            );
            Assert.That(did, Does.Contain("\\n`````\\n~ aws:rds"), "a fence longer than that in the log");
            Assert.That(did, Does.Contain("https://github.com/acme/infra/actions/runs/7"));
        }
    }

    [Test]
    public async Task The_issue_that_is_open_is_updated_and_closed_when_all_is_well()
    {
        const string Open = """[{"number": 4, "body": "<!-- infra-drift --> old"}, {"number": 5, "body": "something else"}]""";
        var again = await DriftAsync(Open, ("prod.verdict", "drift"), ("staging.verdict", "none"), ("dev.verdict", "none"));
        var well = await DriftAsync(Open, ("prod.verdict", "none"), ("staging.verdict", "none"), ("dev.verdict", "none"));
        var nothing = await DriftAsync("[]", ("prod.verdict", "none"), ("staging.verdict", "none"), ("dev.verdict", "none"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                again,
                Does.StartWith("""[["update",{"owner":"acme","repo":"infra","issue_number":4,"title":"Drift: prod",""")
                    .And.Not.Contain("\"create\"")
            );
            Assert.That(well, Does.Contain("""["update",{"owner":"acme","repo":"infra","issue_number":4,"state":"closed"}]"""));
            Assert.That(nothing, Is.EqualTo("[]"));
        }
    }

    private static async Task<string> ReportAsync(string number, string comment, string scenario)
    {
        using var folder = new TemporaryFolder().With("report/number", number).With("report/comment.md", comment);
        return await RunAsync(folder, Report, scenario);
    }

    private static async Task<string> DriftAsync(string issues, params (string File, string Text)[] files)
    {
        using var folder = new TemporaryFolder();
        foreach (var (file, text) in files)
            folder.With($"drift/{file}", text);
        var stacks = JsonSerializer.Serialize("""[{"name": "dev"}, {"name": "prod"}, {"name": "staging"}]""");
        return await RunAsync(folder, Drift, $$"""{"issues": {{issues}}, "env": {"STACKS": {{stacks}} } }""");
    }

    private static async Task<string> RunAsync(TemporaryFolder folder, string file, string scenario)
    {
        var script = WorkflowFiles
            .Steps(file)
            .Select(step => (step.At("with") as YamlMappingNode)?.Text("script"))
            .OfType<string>()
            .Single();
        folder.With("script.js", script).With("scenario.json", scenario);
        var ran = await Running.Async(
            "node",
            [Path.Combine(NodePackages.Folder, "github-script.mjs"), "script.js", "scenario.json"],
            folder.Path
        );
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        return ran.Out.TrimEnd('\n');
    }
}
