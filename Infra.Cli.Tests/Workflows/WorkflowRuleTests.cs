using YamlDotNet.RepresentationModel;

namespace Infra.Cli.Tests.Workflows;

/// <summary>What actionlint does not ask: who may do what, and what strangers can bring in.</summary>
public sealed class WorkflowRuleTests
{
    private const string Report = "workflows/pull-request-report.yml";

    [TestCaseSource(typeof(WorkflowFiles), nameof(WorkflowFiles.All))]
    public void Actions_are_pinned_by_commit_with_the_version_behind(string file)
    {
        var uses = WorkflowFiles
            .Text(file)
            .Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.Contains("uses: ", StringComparison.Ordinal));
        foreach (var line in uses.Select(line => line[(line.IndexOf("uses: ", StringComparison.Ordinal) + 6)..]))
            if (!line.StartsWith("./", StringComparison.Ordinal))
                Assert.That(line, Does.Match(@"^[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$"));
    }

    [Test]
    public void An_action_has_one_version_everywhere()
    {
        var pins = WorkflowFiles
            .All.SelectMany(WorkflowFiles.Steps)
            .Select(step => step.Text("uses"))
            .OfType<string>()
            .Where(uses => uses.Contains('@'));
        Assert.That(
            pins.Distinct().GroupBy(pin => pin.Split('@')[0]).Where(same => same.Count() > 1).Select(same => same.Key),
            Is.Empty
        );
    }

    [TestCaseSource(typeof(WorkflowFiles), nameof(WorkflowFiles.All))]
    public void No_text_of_others_gets_into_a_script(string file)
    {
        foreach (var step in WorkflowFiles.Steps(file))
        {
            Assert.That(step.Text("run") ?? "", Does.Not.Contain("${{"), step.Text("name"));
            Assert.That((step.At("with") as YamlMappingNode)?.Text("script") ?? "", Does.Not.Contain("${{"), step.Text("name"));
        }
    }

    [TestCaseSource(typeof(WorkflowFiles), nameof(WorkflowFiles.Workflows))]
    public void Nobody_has_more_rights_than_a_job_needs(string file)
    {
        var workflow = WorkflowFiles.Read(file);
        var top = workflow.At("permissions");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                top is YamlMappingNode { Children.Count: 0 } || Rights(top) is ["contents: read"],
                Is.True,
                "all jobs read and no more"
            );
            foreach (var (name, job) in WorkflowFiles.Jobs(file))
            {
                Assert.That(Rights(job.At("permissions")), Is.SubsetOf(Allowed(file, name)), name);
                Assert.That(
                    job.At("uses") is not null || job.At("timeout-minutes") is not null,
                    Is.True,
                    $"{name} ends some time"
                );
            }
            foreach (
                var checkout in WorkflowFiles
                    .Steps(file)
                    .Where(step => step.Text("uses")?.StartsWith("actions/checkout@", StringComparison.Ordinal) is true)
            )
                Assert.That((checkout.At("with") as YamlMappingNode)?.Text("persist-credentials"), Is.EqualTo("false"));
        }
    }

    [Test]
    public void Pull_requests_have_no_secrets_and_only_branches_of_the_repository_get_a_token()
    {
        const string File = "workflows/pull-request.yml";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(WorkflowFiles.Text(File), Does.Not.Contain("secrets."));
            Assert.That(WorkflowFiles.All.Select(WorkflowFiles.Text), Has.None.Contain("pull_request_target"));
            foreach (
                var (name, job) in WorkflowFiles
                    .Jobs(File)
                    .Where(job => Rights(job.Job.At("permissions")).Contains("id-token: write"))
            )
                Assert.That(job.Text("needs"), Is.EqualTo("stacks"), name);
            Assert.That(
                WorkflowFiles.Jobs(File).Single(job => job.Name == "stacks").Job.Text("if"),
                Does.Contain("github.event.pull_request.head.repo.full_name == github.repository")
                    .And.Contain("vars.INFRA_AWS == 'true'")
            );
        }
    }

    [Test]
    public void The_workflow_that_writes_runs_nothing_of_the_pull_request()
    {
        var steps = WorkflowFiles.Steps(Report).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(steps.Select(step => step.Text("run")), Has.All.Null);
            Assert.That(
                steps.Select(step => step.Text("uses")!.Split('@')[0]),
                Is.EqualTo(new[] { "actions/download-artifact", "actions/github-script", "github/codeql-action/upload-sarif" })
            );
            Assert.That(Rights(WorkflowFiles.Jobs(Report).Single().Job.At("permissions")), Has.None.EqualTo("id-token: write"));
        }
    }

    [Test]
    public void Each_stack_is_deployed_by_one_at_a_time_with_the_rights_of_its_environment()
    {
        var job = WorkflowFiles.Jobs("workflows/deploy-environment.yml").Single(job => job.Name == "deploy").Job;
        var concurrency = (YamlMappingNode)job.At("concurrency")!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(job.Text("environment"), Is.EqualTo("${{ inputs.environment }}"));
            Assert.That(concurrency.Text("group"), Is.EqualTo("stack-${{ matrix.stack.name }}"));
            Assert.That(concurrency.Text("cancel-in-progress"), Is.EqualTo("false"));
            Assert.That(
                WorkflowFiles.Text("workflows/deploy-environment.yml").Split("matrix.stack.deployRole"),
                Has.Length.EqualTo(2),
                "one step deploys"
            );
        }
    }

    private static string[] Rights(YamlNode? permissions) =>
        permissions is YamlMappingNode map ? [.. map.Children.Select(right => $"{right.Key}: {right.Value}")] : [];

    private static string[] Allowed(string file, string job) =>
        (file, job) switch
        {
            (Report, _) => ["actions: read", "contents: read", "pull-requests: write", "security-events: write"],
            ("workflows/drift.yml", "tell") => ["issues: write"],
            (
                "workflows/drift.yml"
                    or "workflows/pull-request.yml"
                    or "workflows/deploy.yml"
                    or "workflows/deploy-environment.yml",
                _
            ) => ["contents: read", "id-token: write"],
            _ => ["contents: read"],
        };
}
