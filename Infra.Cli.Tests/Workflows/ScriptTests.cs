using System.Text.Json;
using Infra.Cli.Tests.Reviews;
using Infra.Tests;
using Review.Model;

namespace Infra.Cli.Tests.Workflows;

/// <summary>The scripts of the workflows, run as they are written.</summary>
[NeedsTools("jq", "jq", "bash")]
public sealed class ScriptTests
{
    private const string Deploy = "workflows/deploy-environment.yml";
    private const string PullRequest = "workflows/pull-request.yml";

    [Test]
    public async Task Stacks_are_found_where_bootstrap_says_that_they_are()
    {
        var stacks = await StacksAsync(("ENVIRONMENT", ""), ("STACK", ""));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                stacks.Select(stack => stack.GetProperty("name").GetString()),
                Is.EqualTo(RealPlans.Stacks.Where(stack => !stack.StartsWith("bootstrap-", StringComparison.Ordinal)))
            );
            foreach (var stack in stacks)
            {
                var account = stack.GetProperty("accountId").GetString();
                var bootstrap = Bootstraps[account!];
                var model = StackModel.Of(await RealPlans.OfAsync(bootstrap));
                var roles = model
                    .All("aws:iam/role:Role")
                    .ToDictionary(role => role.Name, role => $"arn:aws:iam::{account}:role/{role["name"].Text}");
                Assert.That(stack.GetProperty("previewRole").GetString(), Is.EqualTo(roles["bootstrap-github-preview"]));
                Assert.That(
                    stack.GetProperty("backendUrl").GetString(),
                    Is.EqualTo(
                        $"s3://{model.All("aws:s3/bucket:Bucket").Single()["bucket"].Text}?region={stack.GetProperty("region")}"
                    )
                );
                // Where environments share an account, its bootstrap stack has to name them all.
                if (roles.TryGetValue($"bootstrap-github-deploy-{stack.GetProperty("environment")}", out var role))
                    Assert.That(stack.GetProperty("deployRole").GetString(), Is.EqualTo(role));
            }
            Assert.That(
                stacks.Select(stack => stack.GetProperty("deployRole").GetString()),
                Is.SupersetOf(
                    Bootstraps.Select(one =>
                        $"arn:aws:iam::{one.Key}:role/idp-infra-{one.Value["bootstrap-".Length..]}-deploy-{one.Value["bootstrap-".Length..]}"
                    )
                )
            );
        }
    }

    [Test]
    public async Task A_stack_in_an_account_without_bootstrap_is_named()
    {
        using var step = new Step().With(
            "infra",
            """echo '[{"name": "prod", "system": "idp-server", "environment": "prod", "accountId": "444444444444", "region": "eu-west-1"}]'"""
        );
        var ran = await step.RunAsync(
            WorkflowFiles.Script("workflows/stacks.yml", "List the stacks"),
            ("ENVIRONMENT", ""),
            ("STACK", "")
        );
        Assert.That(ran.ExitCode, Is.Not.Zero);
        Assert.That(ran.Error, Does.Contain("prod: no bootstrap stack has its account 444444444444"));
    }

    [TestCase("staging", "", "finsight-staging staging taskflow-staging")]
    [TestCase("prod", "taskflow-prod", "taskflow-prod")]
    public async Task Some_of_them_may_be_asked_for(string environment, string stack, string expected) =>
        Assert.That(
            string.Join(
                ' ',
                (await StacksAsync(("ENVIRONMENT", environment), ("STACK", stack))).Select(one =>
                    one.GetProperty("name").GetString()
                )
            ),
            Is.EqualTo(expected)
        );

    [TestCase("dev", "prod")]
    [TestCase("", "$(touch hacked)")]
    [TestCase("prod", "bootstrap-prod")]
    public async Task What_there_is_not_is_an_error(string environment, string stack)
    {
        using var step = Listing();
        var ran = await step.RunAsync(
            WorkflowFiles.Script("workflows/stacks.yml", "List the stacks"),
            ("ENVIRONMENT", environment),
            ("STACK", stack)
        );
        Assert.That(ran.ExitCode, Is.EqualTo(1), ran.ToString());
        Assert.That(ran.Out, Does.Contain($"::error::there is no stack {stack}"));
        Assert.That(File.Exists(Path.Combine(step.Folder, "hacked")), Is.False);
    }

    [TestCase(0, 0, 0)]
    [TestCase(1, 1, 0)]
    [TestCase(3, 1, 1)]
    [TestCase(0, 2, 1)]
    [TestCase(4, 0, 1)]
    public async Task A_pull_request_fails_where_data_would_be_lost_or_nothing_is_known_and_always_has_its_comment(
        int preview,
        int check,
        int verdict
    )
    {
        using var step = new Step().With(
            "infra",
            $"[ \"$1\" != preview ] || {{ echo '<!-- infra-preview -->'; exit {preview}; }}\necho '{{}}'; exit {check}"
        );

        var ran = await step.RunAsync(WorkflowFiles.Script(PullRequest, "Preview every stack"), ("BASE", "main"));
        Assert.That((ran.ExitCode, step.Left("GITHUB_OUTPUT")), Is.EqualTo((0, $"code={preview}\n")));
        ran = await step.RunAsync(WorkflowFiles.Script(PullRequest, "Ask the guardrails"));
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        await step.RunAsync(WorkflowFiles.Script(PullRequest, "Say which pull request"), ("NUMBER", "17"));
        ran = await step.RunAsync(
            WorkflowFiles.Script(PullRequest, "The verdict"),
            ("PREVIEW", $"{preview}"),
            ("CHECK", $"{check}")
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(verdict), ran.ToString());
            Assert.That(
                step.Calls,
                Is.EqualTo(new[] { "infra preview --all --against origin/main --markdown", "infra check --all --format sarif" })
            );
            Assert.That(
                step.Left("report/comment.md"),
                Is.EqualTo("<!-- infra-preview -->\n").And.EqualTo(step.Left("GITHUB_STEP_SUMMARY"))
            );
            Assert.That((step.Left("report/infra.sarif"), step.Left("report/number")), Is.EqualTo(("{}\n", "17\n")));
        }
    }

    [Test]
    public async Task What_is_reviewed_is_what_is_deployed()
    {
        using var step = new Step()
            .With("pulumi", "echo '{}' >deployed.json")
            .With("infra", "echo reviewed; [ \"$5\" != --save ] && [ \"$9\" != --save ] || echo plan >plan.json");
        (string, string)[] variables =
        [
            ("STACK", "prod"),
            ("REPLACE", "idp-server-pg idp-server-redis"),
            ("BROADENING", "idp-server-role"),
        ];

        var review = await step.RunAsync(WorkflowFiles.Script(Deploy, "Review what would change"), variables);
        var deploy = await step.RunAsync(WorkflowFiles.Script(Deploy, "Deploy what was reviewed"), variables);

        const string Approve = "--approve-replace idp-server-pg --approve-replace idp-server-redis";
        using (Assert.EnterMultipleScope())
        {
            Assert.That((review.ExitCode, deploy.ExitCode), Is.EqualTo((0, 0)), $"{review}{deploy}");
            Assert.That(
                step.Calls,
                Is.EqualTo(
                    new[]
                    {
                        "pulumi stack export --stack prod --file deployed.json --non-interactive",
                        $"infra preview prod --baseline deployed.json {Approve} --save plan.json",
                        $"infra preview prod --baseline deployed.json {Approve} --markdown",
                        $"infra up prod --yes --plan plan.json {Approve} --approve-broadening idp-server-role",
                    }
                )
            );
            Assert.That(File.Exists(Path.Combine(step.Folder, "deployed.json")), Is.False, "the state stays where it is");
        }
    }

    [TestCase("infra", "[ \"$1\" != preview ] || exit 3")]
    [TestCase("pulumi", "exit 6")]
    public async Task A_review_that_is_refused_leaves_no_plan(string tool, string failure)
    {
        using var step = new Step().With("pulumi", ":").With("infra", ":").With(tool, failure);
        var ran = await step.RunAsync(
            WorkflowFiles.Script(Deploy, "Review what would change"),
            ("STACK", "prod"),
            ("REPLACE", "")
        );
        Assert.That(ran.ExitCode, Is.Not.Zero);
        Assert.That(File.Exists(Path.Combine(step.Folder, "plan.json")), Is.False);
    }

    // infra up says so itself.
    [TestCase("workflows/pull-request.yml")]
    [TestCase("workflows/drift.yml")]
    public void Where_a_script_lets_pulumi_run_the_program_it_is_built_on_the_official_packages(string file)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, ".github", file));
        var step = text[
            text.LastIndexOf("- name:", text.IndexOf("pulumi preview --", StringComparison.Ordinal), StringComparison.Ordinal)..
        ];
        Assert.That(step[..step.IndexOf("run:", StringComparison.Ordinal)], Does.Contain("PulumiPackages: nuget"));
    }

    [TestCase("echo 'Resources: 12 unchanged'", "none")]
    [TestCase("echo 'error: no changes were expected but changes were proposed' >&2; exit 255", "drift")]
    [TestCase("echo 'error: changes cannot be known, no stack named prod found' >&2; exit 6", "failed")]
    public async Task Drift_is_told_from_a_look_that_failed(string pulumi, string verdict)
    {
        using var step = new Step().With("pulumi", pulumi);
        var ran = await step.RunAsync(WorkflowFiles.Script("workflows/drift.yml", "pulumi preview --refresh"), ("STACK", "prod"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(step.Left("drift/prod.verdict"), Is.EqualTo($"{verdict}\n"));
            Assert.That(step.Left("drift/prod.log"), Is.Not.Empty.And.EqualTo(ran.Out));
            Assert.That(
                step.Calls.Single(),
                Does.StartWith("pulumi preview --refresh --expect-no-changes --stack prod --non-interactive")
                    .And.Contain("--exclude urn:pulumi:*::*::**aws:secretsmanager/secretVersion:SecretVersion::*")
                    .And.Contain("--exclude urn:pulumi:*::*::**aws:ssm/parameter:Parameter::*")
            );
        }
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Pulumi_is_of_one_version_and_its_plugins_of_those_of_the_packages(bool cached)
    {
        const string Pulumi = "[ \"$1\" != version ] || echo v3.270.0";
        using var step = new Step().Having(
            "Directory.Packages.props",
            File.ReadAllText(Path.Combine(Repository.Root, "Directory.Packages.props"))
        );
        step.With("curl", "echo archive").With("tar", "cat >/dev/null; cp bin/fresh .pulumi/bin/pulumi").With("fresh", Pulumi);
        if (cached)
            Directory.CreateDirectory(Path.Combine(step.Folder, ".pulumi", "bin"));
        if (cached)
            File.Copy(Path.Combine(step.Folder, "bin", "fresh"), Path.Combine(step.Folder, ".pulumi", "bin", "pulumi"));

        var ran = await step.RunAsync(
            WorkflowFiles.Script("actions/infra/action.yml", "get.pulumi.com"),
            ("PULUMI_VERSION", "3.270.0")
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(
                step.Calls.Any(call => call.Contains("releases/sdk/pulumi-v3.270.0-linux-x64.tar.gz", StringComparison.Ordinal)),
                Is.Not.EqualTo(cached)
            );
            Assert.That(
                step.Calls.Where(call => call.StartsWith("fresh plugin", StringComparison.Ordinal)),
                Is.EqualTo(
                    new[]
                    {
                        "fresh plugin install resource aws 7.48.0",
                        "fresh plugin install resource awsx 3.9.0",
                        "fresh plugin install resource random 4.21.2",
                    }
                )
            );
            Assert.That(step.Left("GITHUB_PATH"), Is.EqualTo($"{step.Folder}/.pulumi/bin\n"));
        }
    }

    private static readonly Dictionary<string, string> Bootstraps = new()
    {
        ["111111111111"] = "bootstrap-dev",
        ["222222222222"] = "bootstrap-staging",
        ["333333333333"] = "bootstrap-prod",
    };

    private static Step Listing() =>
        new Step().With(
            "infra",
            $"cd '{Repository.Root}' && exec dotnet '{Path.Combine(AppContext.BaseDirectory, "Infra.Cli.dll")}' \"$@\""
        );

    private static async Task<List<JsonElement>> StacksAsync(params (string, string)[] variables)
    {
        using var step = Listing();
        var ran = await step.RunAsync(WorkflowFiles.Script("workflows/stacks.yml", "List the stacks"), variables);
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        using var document = JsonDocument.Parse(step.Left("GITHUB_OUTPUT")["stacks=".Length..]);
        return [.. document.RootElement.Clone().EnumerateArray()];
    }
}
