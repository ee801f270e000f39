using System.Text.Json;
using Infra.Cli.Tests.Tools;

namespace Infra.Cli.Tests.Commands;

/// <summary>What <c>infra state init</c> asks of pulumi and AWS, in which order, and what it does where that ends early.</summary>
public sealed class StateInitCommandTests
{
    private const string Stack = "bootstrap-prod";

    private TemporaryFolder _project = null!;

    [SetUp]
    public void Lay_out() => _project = Cli.Project();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    private string Local => $"{_project.Path}/.state/{Stack}";

    private string Export => $"{Local}/state.json";

    private string[] Whole =>
        [
            "pulumi version",
            "aws sts get-caller-identity --region ap-northeast-1 --output json",
            $"aws s3api head-bucket --bucket {StateStandIns.Bucket} --expected-bucket-owner 333333333333 --region ap-northeast-1 --output json",
            "pulumi stack ls --json --non-interactive",
            $"pulumi stack init {Stack} --secrets-provider passphrase --no-select --non-interactive",
            $"pulumi up --yes --skip-preview --stack {Stack} --non-interactive --message infra state init",
            $"pulumi stack export --stack {Stack} --file {Export} --non-interactive",
            "pulumi stack ls --json --non-interactive",
            $"pulumi stack init {Stack} --secrets-provider passphrase --no-select --non-interactive",
            $"pulumi stack import --stack {Stack} --file {Export} --non-interactive",
            $"pulumi stack change-secrets-provider {StateStandIns.Key} --stack {Stack} --non-interactive",
            $"pulumi preview --expect-no-changes --stack {Stack} --non-interactive",
        ];

    [Test]
    public async Task The_stack_is_made_in_a_folder_and_moved_into_its_bucket()
    {
        using var tools = StateStandIns.Fresh();
        var ran = await RunAsync(tools, Stack, "--yes");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(tools.Calls, Is.EqualTo(Whole));
            Assert.That(Backends(tools), Is.EqualTo(new[] { "file", "file", "file", "file", "s3", "s3", "s3", "s3", "s3" }));
            Assert.That(Directory.Exists(Local), Is.False, "an old state beside the real one");
            Assert.That(tools.Left("remote"), Is.EqualTo("19\n"));
            Assert.That(
                ran.Out,
                Does.StartWith($"{Stack}: its state is in {StateStandIns.Url}\n")
                    .And.Contain($"export PULUMI_BACKEND_URL='{StateStandIns.Url}'")
                    .And.Contain($"pulumi stack init STACK --secrets-provider='{StateStandIns.Key}'")
                    .And.Contain("Commit Pulumi.bootstrap-prod.yaml")
            );
            Assert.That(ran.Error, Does.Contain("bootstrap-prod: 19 resources in account 333333333333, ap-northeast-1"));
        }
    }

    [Test]
    public async Task Every_call_has_its_backend_a_passphrase_that_hides_nothing_and_the_official_packages()
    {
        using var tools = StateStandIns.Fresh();
        await RunAsync(tools, Stack, "--yes");
        Assert.That(
            tools.Left("variables").Split('\n', StringSplitOptions.RemoveEmptyEntries),
            Has.All.Match("^(file|s3) no-secrets-yet nuget ")
        );
    }

    [TestCase("pulumi stack init", 0)]
    [TestCase("pulumi up --yes", 0)]
    [TestCase("pulumi stack export", 0)]
    [TestCase("pulumi stack init", 1)]
    [TestCase("pulumi stack import", 0)]
    [TestCase("pulumi stack change-secrets-provider", 0)]
    [TestCase("pulumi preview --expect-no-changes", 0)]
    public async Task After_a_failure_at_any_step_the_same_command_goes_on(string call, int before)
    {
        using var tools = StateStandIns.Fresh();
        tools.FailsOnce(call, before, "error: the network went away");

        var first = await RunAsync(tools, Stack, "--yes");
        var calls = tools.Calls.Length;
        var second = await RunAsync(tools, Stack, "--yes");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), first.ToString());
            Assert.That(
                first.Error,
                Does.Contain("error: the network went away").And.Contain("the same command goes on from here")
            );
            Assert.That(first.Error, Does.Not.Contain("   at "));
            Assert.That(first.Out, Is.Empty);
            Assert.That(tools.Calls[..calls].Last(), Does.StartWith(call));
            Assert.That(second.ExitCode, Is.Zero, second.ToString());
            Assert.That(tools.Left("remote"), Is.EqualTo("19\n"));
            Assert.That(
                File.ReadAllText(_project.File($"Pulumi.{Stack}.yaml")),
                Does.Contain($"secretsprovider: {StateStandIns.Key}\n")
            );
            Assert.That(Directory.Exists(Local), Is.False);
        }
    }

    [Test]
    public async Task What_is_done_is_only_looked_at_again()
    {
        using var tools = StateStandIns.Fresh();
        await RunAsync(tools, Stack, "--yes");
        var calls = tools.Calls.Length;

        var again = await RunAsync(tools, Stack); // nothing is made, so nobody is asked

        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.ExitCode, Is.Zero, again.ToString());
            Assert.That(
                tools.Calls[calls..].Select(line => string.Join(' ', line.Split(' ').Take(3))),
                Is.EqualTo(
                    new[]
                    {
                        "pulumi version",
                        "aws sts get-caller-identity",
                        "aws s3api head-bucket",
                        "pulumi stack ls",
                        "pulumi preview --expect-no-changes",
                    }
                )
            );
        }
    }

    [Test]
    public async Task A_bucket_whose_state_is_nowhere_is_not_made_again()
    {
        using var tools = StateStandIns.Fresh().Instead("aws s3api head-bucket").Plays("aws s3api head-bucket", "");
        var ran = await RunAsync(tools, Stack, "--yes");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Refused), ran.ToString());
        Assert.That(
            ran.Error,
            Does.Contain($"refused, bucket {StateStandIns.Bucket} is there, but neither it nor {Local} has the state")
        );
        Assert.That(tools.Calls, Has.None.Contains(" up "));
    }

    [Test]
    public async Task A_bucket_of_somebody_else_is_left_alone()
    {
        using var tools = StateStandIns
            .Fresh()
            .Instead("aws s3api head-bucket")
            .Fails("aws s3api head-bucket", 254, "An error occurred (403) when calling the HeadBucket operation: Forbidden");
        var ran = await RunAsync(tools, Stack, "--yes");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Refused), ran.ToString());
        Assert.That(ran.Error, Does.Contain("is there and out of reach"));
        Assert.That(tools.Calls, Has.None.Contains("pulumi stack"));
    }

    [Test]
    public async Task Another_account_is_refused_before_anything_is_done()
    {
        using var tools = StateStandIns
            .Fresh()
            .Instead("aws sts get-caller-identity")
            .Says("aws sts get-caller-identity", """{"Account": "111111111111", "Arn": "arn:aws:iam::111111111111:user/me"}""");
        var ran = await RunAsync(tools, Stack, "--yes");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Refused), ran.ToString());
        Assert.That(ran.Error, Does.Contain("refused, the aws CLI is arn:aws:iam::111111111111:user/me in account 111111111111"));
        Assert.That(tools.Calls, Is.EqualTo(Whole[..2]));
    }

    [TestCase("bootstrap-prod\n", ExitCodes.Fine, "")]
    [TestCase("prod\n", ExitCodes.Refused, "got prod, want bootstrap-prod; nothing was done")]
    [TestCase("", ExitCodes.Refused, "nobody typed bootstrap-prod; --yes goes ahead without")]
    public async Task Without_yes_the_name_of_the_stack_is_asked_for(string typed, int exit, string message)
    {
        using var tools = StateStandIns.Fresh();
        var ran = await Cli.TypeAsync(_project.Path, tools.Variables, typed, "state", "init", Stack);
        Assert.That(ran.ExitCode, Is.EqualTo(exit), ran.ToString());
        Assert.That(ran.Error, Does.Contain("Type bootstrap-prod to go ahead:").And.Contain(message));
        Assert.That(
            tools.Calls.Any(call => call.StartsWith("pulumi up", StringComparison.Ordinal)),
            Is.EqualTo(exit == ExitCodes.Fine)
        );
    }

    [Test]
    public async Task A_dry_run_shows_every_command_line_and_needs_no_tool()
    {
        using var tools = StateStandIns.Fresh();
        var ran = await RunAsync(tools, Stack, "--dry-run");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(tools.Calls, Is.Empty);
            foreach (var call in Whole.Where(call => call.StartsWith("pulumi", StringComparison.Ordinal)).Skip(2))
                if (!call.Contains(" ls ", StringComparison.Ordinal))
                    Assert.That(Unquoted(ran.Out), Does.Contain(call));
            Assert.That(ran.Out, Does.Contain($"PULUMI_BACKEND_URL='{StateStandIns.Url}' pulumi stack import"));
            Assert.That(
                ran.Out,
                Does.Contain($"PULUMI_CONFIG_PASSPHRASE=no-secrets-yet PULUMI_BACKEND_URL='file://{Local}' pulumi up --yes")
            );
            Assert.That(Directory.Exists(Local), Is.False);
        }
    }

    [Test]
    public async Task With_json_the_document_is_alone_on_standard_output()
    {
        using var tools = StateStandIns.Fresh();
        var ran = await RunAsync(tools, Stack, "--yes", "--json");
        using var document = JsonDocument.Parse(ran.Out);
        Assert.That(
            document.RootElement.EnumerateObject().Select(one => $"{one.Name}={one.Value}"),
            Is.EqualTo(
                new[]
                {
                    "stack=bootstrap-prod",
                    $"backendUrl={StateStandIns.Url}",
                    $"secretsProvider={StateStandIns.Key}",
                    "stackFile=Pulumi.bootstrap-prod.yaml",
                }
            )
        );
    }

    [Test]
    public async Task A_lock_that_was_left_behind_is_explained()
    {
        using var tools = StateStandIns.Fresh();
        tools.FailsOnce("pulumi up --yes", 0, "error: the stack is currently locked by 1 lock(s).");
        var ran = await RunAsync(tools, Stack, "--yes");
        Assert.That(
            ran.Error,
            Does.Contain($"When nobody else is at it, remove the lock: PULUMI_BACKEND_URL='file://{Local}' pulumi cancel")
        );
    }

    [Test]
    public async Task Only_bootstrap_stacks_have_a_bucket_to_make()
    {
        using var tools = StateStandIns.Fresh();
        var ran = await RunAsync(tools, "prod", "--yes");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(ran.Error, Does.Contain("prod: got a stack of idp-server, want one of system bootstrap; or --local"));
        Assert.That(tools.Calls, Is.Empty);
    }

    [Test]
    public async Task Without_pulumi_nothing_is_begun()
    {
        using var tools = new StandIns("aws");
        var ran = await Cli.RunAsync(_project.Path, WithoutPulumi(tools), "state", "init", Stack, "--yes");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ToolMissing), ran.ToString());
        Assert.That(
            ran.Error,
            Does.Contain("pulumi: not found on the PATH; install it from https://www.pulumi.com/docs/install/")
        );
        Assert.That(tools.Calls, Is.Empty);
    }

    [Test]
    public async Task What_is_no_list_of_stacks_is_no_pulumi()
    {
        using var tools = StateStandIns.Fresh().Instead("pulumi stack ls").Says("pulumi stack ls", "hello");
        var ran = await RunAsync(tools, Stack, "--yes");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), ran.ToString());
        Assert.That(ran.Error, Does.Contain("pulumi stack ls: got no JSON list of stacks; is it the tool one thinks it is?"));
    }

    private static string[] Backends(StandIns tools) =>
        [.. tools.Left("variables").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0])];

    private static string Unquoted(string text) => text.Replace("'", "", StringComparison.Ordinal);

    private static Dictionary<string, string?> WithoutPulumi(StandIns tools) => tools.Alone;

    private Task<Ran> RunAsync(StandIns tools, params string[] arguments) =>
        Cli.RunAsync(_project.Path, tools.Variables, ["state", "init", .. arguments]);
}
