using Infra.Cli.Tests.Tools;

namespace Infra.Cli.Tests.Commands;

public sealed class DbCommandRefusalTests
{
    private TemporaryFolder _project = null!;

    [SetUp]
    public void Lay_out() => _project = Cli.Project();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task Without_pulumi_it_says_how_to_get_it_or_do_without()
    {
        using var tools = new StandIns("aws");
        var ran = await RunAsync(tools);
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ToolMissing), ran.ToString());
        Assert.That(
            ran.Error,
            Does.StartWith("pulumi: not found on the PATH; install it from https://www.pulumi.com/docs/install/")
                .And.Contain("--outputs FILE")
        );
    }

    [Test]
    public async Task Without_the_aws_command_line_it_says_how_to_get_it()
    {
        using var none = new StandIns();
        _project.With("outputs.json", StandIns.Outputs);
        string[] command = ["db", "migrate", "prod", "--outputs", "outputs.json"];
        var ran = await Cli.RunAsync(_project.Path, none.Alone, command);
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ToolMissing), ran.ToString());
        Assert.That(ran.Error, Does.StartWith("aws: not found on the PATH; install AWS CLI version 2"));
    }

    [Test]
    public async Task Another_account_than_the_stack_allows_is_refused_before_anything_starts()
    {
        using var tools = Identity("222222222222");
        var ran = await RunAsync(tools);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Refused), ran.ToString());
            Assert.That(
                ran.Error,
                Is.EqualTo(
                    "prod: refused, the aws CLI is arn:aws:iam::222222222222:user/me in account 222222222222, and Pulumi.prod.yaml:5 allows 111111111111; "
                        + "set AWS_PROFILE to an identity of that account\n"
                )
            );
            Assert.That(tools.Calls, Has.None.Contains("run-task"));
        }
    }

    [Test]
    public async Task An_allowed_account_in_which_the_stack_is_not_is_refused_too()
    {
        using var tools = Identity("222222222222");
        var file = _project.File("Pulumi.prod.yaml");
        await File.WriteAllTextAsync(
            file,
            (await File.ReadAllTextAsync(file)).Replace("[\"1111", "[\"222222222222\", \"1111", StringComparison.Ordinal)
        );
        var ran = await RunAsync(tools);
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Refused), ran.ToString());
        Assert.That(ran.Error, Does.Contain("in account 222222222222, and the stack is deployed in 111111111111"));
    }

    [Test]
    public async Task Every_missing_output_is_told_at_once()
    {
        using var tools = StandIns.OfAJob().Instead("pulumi stack output");
        tools.Says(
            "pulumi stack output",
            """{"region": "ap-northeast-1", "jobNetwork": {"subnetIds": [], "assignPublicIp": "no"}}"""
        );
        var ran = await RunAsync(tools);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
            Assert.That(ran.Error, Does.StartWith("outputs of stack prod: 9 problems\n"));
            Assert.That(ran.Error, Does.Contain("cluster: got nothing, want a text; deploy the stack first (pulumi up)\n"));
            Assert.That(ran.Error, Does.Contain("databaseJobs.db-migrate.taskDefinition: got nothing"));
            Assert.That(ran.Error, Does.Contain("jobNetwork.subnetIds: got [], want a list of one text or more"));
            Assert.That(ran.Error, Does.Contain("jobNetwork.assignPublicIp: got \"no\", want true or false"));
        }
    }

    [Test]
    public async Task What_pulumi_complains_of_is_told()
    {
        using var tools = new StandIns("aws", "pulumi").Fails("pulumi stack output", 255, "error: no stack named 'prod' found");
        var ran = await RunAsync(tools);
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed));
        Assert.That(ran.Error, Is.EqualTo("pulumi stack output: error: no stack named 'prod' found\n"));
    }

    [TestCase("nowhere.json", "want a file that can be read")]
    [TestCase("Pulumi.yaml", "want the document of pulumi stack output --json")]
    public async Task A_file_that_has_no_outputs_is_bad_input(string file, string message)
    {
        using var tools = StandIns.OfAJob();
        var ran = await RunAsync(tools, "--outputs", file);
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(ran.Error, Does.Contain($"got {file}").And.Contain(message));
    }

    [TestCase("db drop", "Unrecognized command or argument 'drop'")]
    [TestCase("db migrat dev", "migrat: did you mean migrate?")]
    [TestCase("db verify --stack dev", "--stack")]
    [TestCase("db verify prod --interval 0", "--interval: 1 problem\n  got 0, want a number of seconds above 0, 60 at most")]
    [TestCase("db verify prdo", "did you mean prod?")]
    public async Task Bad_input_has_a_way_out(string arguments, string message)
    {
        using var tools = StandIns.OfAJob();
        var ran = await Cli.RunAsync(_project.Path, tools.Variables, arguments.Split(' '));
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(ran.Error, Does.Contain(message));
        Assert.That(tools.Calls, Is.Empty);
    }

    private static StandIns Identity(string account) =>
        StandIns
            .OfAJob()
            .Instead("aws sts get-caller-identity")
            .Says("aws sts get-caller-identity", $$"""{"Account": "{{account}}", "Arn": "arn:aws:iam::{{account}}:user/me"}""");

    private Task<Ran> RunAsync(StandIns tools, params string[] more) =>
        Cli.RunAsync(_project.Path, tools.Variables, ["db", "migrate", "prod", "--interval", "0.01", .. more]);
}
