using Infra.Cli.Tests.Tools;
using static Infra.Cli.Tests.Operations.OperationStandIns;

namespace Infra.Cli.Tests.Operations;

/// <summary>finsight and taskflow, whose callers go by the alias of a function.</summary>
public sealed class RollbackFunctionTests
{
    private const string Versions = """
        {"Versions": [
          {"Version": "$LATEST", "CodeSha256": "three"},
          {"Version": "3", "CodeSha256": "one", "MemorySize": 512, "Environment": {"Variables": {"A": "1", "TOKEN": "hidden"}}},
          {"Version": "10", "CodeSha256": "two", "MemorySize": 512, "LastModified": "2026-01-01T00:00:00.000+0000",
           "Environment": {"Variables": {"A": "2", "OLD": "x"}}},
          {"Version": "11", "CodeSha256": "three", "MemorySize": 1024, "Environment": {"Variables": {"A": "3", "NEW": "x"}}}]}
        """;

    private TemporaryFolder _project = null!;

    [SetUp]
    public void Lay_out() => _project = Cli.Project();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task Callers_of_the_alias_get_the_version_before()
    {
        using var tools = Function();
        var ran = await RunAsync(tools, "finsight-dev", "--service", "reports", "--yes");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(
                ran.Out,
                Does.StartWith(
                    """
                    finsight-dev: reports from version 11 to version 10
                      CodeSha256: three → two
                      MemorySize: 1024 → 512
                      environment: ~ A
                      environment: - NEW
                      environment: + OLD
                      published: 2026-01-01T00:00:00.000+0000

                    """.ReplaceLineEndings("\n")
                )
            );
            Assert.That(
                RollbackCommandTests.Changing(tools),
                Is.EqualTo([
                    $"aws lambda update-alias --function-name finsight-dev-reports --name live --function-version 10 --routing-config AdditionalVersionWeights={{}} --revision-id mark-1{Region}",
                ])
            );
        }
    }

    [Test]
    public async Task The_only_function_needs_no_name_and_a_version_may_be_named()
    {
        using var tools = Function();
        var ran = await RunAsync(tools, "taskflow-dev", "--to", "3", "--yes");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(
            RollbackCommandTests.Changing(tools).Single(),
            Does.Contain("--function-name TaskFlowApi").And.Contain("--function-version 3 ")
        );
        Assert.That(ran.Out, Does.Contain("environment: + TOKEN").And.Not.Contain("hidden"));
    }

    [TestCase("12", "got 12, want one of 11, 10, 3")]
    [TestCase("$LATEST", "got $LATEST, want one of 11, 10, 3")]
    [TestCase("11", "got 11, which serves already")]
    public async Task A_version_that_makes_no_sense_is_bad_input(string to, string message)
    {
        using var tools = Function();
        var ran = await RunAsync(tools, "taskflow-dev", "--to", to, "--yes");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(ran.Error, Does.Contain(message));
        Assert.That(RollbackCommandTests.Changing(tools), Is.Empty);
    }

    [Test]
    public async Task Where_somebody_changed_the_alias_meanwhile_nothing_is_done()
    {
        using var tools = Function()
            .Instead("aws lambda update-alias")
            .Fails(
                "aws lambda update-alias",
                254,
                "An error occurred (PreconditionFailedException) when calling the UpdateAlias operation"
            );
        var ran = await RunAsync(tools, "taskflow-dev", "--yes");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Refused), ran.ToString());
        Assert.That(
            ran.Error,
            Does.Contain("api: refused, somebody has changed the alias since it was looked at; nothing was done")
        );
    }

    [Test]
    public async Task Before_the_first_version_there_is_nothing()
    {
        using var tools = Function("3");
        var ran = await RunAsync(tools, "taskflow-dev", "--yes");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), ran.ToString());
        Assert.That(ran.Error, Does.StartWith("api: Lambda keeps no version before 3"));
    }

    private static StandIns Function(string serving = "11") =>
        Aws()
            .Says("aws lambda get-alias", $$"""{"FunctionVersion": "{{serving}}", "RevisionId": "mark-1"}""")
            .Says("aws lambda list-versions-by-function", Versions)
            .Plays("aws lambda update-alias", "echo '{}'");

    private Task<Ran> RunAsync(StandIns tools, params string[] arguments) =>
        Cli.RunAsync(_project.Path, tools.Variables, ["rollback", .. arguments, "--interval", "0.01"]);
}
