using Infra.Cli.Commands;
using Infra.Cli.Output;
using Infra.Cli.Tests.Deploying;
using Infra.Cli.Tests.Operations;
using Infra.Cli.Tests.Tools;

namespace Infra.Cli.Tests.Commands;

public sealed class HelpTests
{
    private static IEnumerable<InfraCommand> Commands()
    {
        using var screen = new Screen();
        var open = new Queue<System.CommandLine.Command>([CommandLine.Root(screen)]);
        while (open.TryDequeue(out var command))
        {
            if (command is InfraCommand one)
                yield return one;
            foreach (var sub in command.Subcommands)
                open.Enqueue(sub);
        }
    }

    private static IEnumerable<TestCaseData> Paths() =>
        Commands()
            .Select(command => new TestCaseData(HelpText.Path(command)["infra ".Length..]).SetArgDisplayNames(command.Name));

    private static IEnumerable<string> Examples() =>
        Commands()
            .Where(command => !Deploys(command))
            .SelectMany(command => command.Examples)
            .Select(example => example.Arguments);

    private static IEnumerable<string> DeployingExamples() =>
        Commands().Where(Deploys).SelectMany(command => command.Examples).Select(example => example.Arguments);

    // These ask Pulumi through the Automation API, and refuse the placeholders of the committed stack files.
    private static bool Deploys(InfraCommand command) =>
        command is UpCommand or RefreshCommand or DestroyCommand or OutputsCommand or CancelCommand;

    [TestCaseSource(nameof(Paths))]
    public async Task The_help_of_a_command_has_two_examples_and_the_exit_codes(string path)
    {
        using var folder = new TemporaryFolder();
        var ran = await Cli.RunAsync(folder.Path, [.. path.Split(' '), "--help"]);
        var examples = ran.Out[ran.Out.IndexOf("Examples\n", StringComparison.Ordinal)..].Split('\n');
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero);
            Assert.That(
                ran.Out,
                Does.Contain($"  infra {path}").And.Contain("0 fine, 1 findings, 2 bad input, 3 refused for safety")
            );
            Assert.That(
                examples.Count(line => line.StartsWith($"  infra {path}", StringComparison.Ordinal)),
                Is.GreaterThanOrEqualTo(2)
            );
        }
    }

    [TestCaseSource(nameof(Examples))]
    public async Task Every_example_works(string arguments)
    {
        using var project = Cli.Project();
        using var tools = StandIns.OfAJob().WithAUser().WithOperations(); // only for the commands that drive tools
        var ran = await Cli.RunAsync(project.Path, tools.Variables, arguments.Split(' '));
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(ran.Out, Is.Not.Empty);
    }

    [TestCaseSource(nameof(DeployingExamples))]
    public async Task Every_example_that_deploys_works(string arguments)
    {
        using var project = DeployProject.Make().Empty().Does();
        project.Pulumi.Answer("refresh").Answer("cancel");
        var ran = await project.RunAsync(arguments.Split(' '));
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(ran.Out, Is.Not.Empty);
    }

    [Test]
    public async Task Without_a_command_the_commands_are_listed()
    {
        using var folder = new TemporaryFolder();
        var ran = await Cli.RunAsync(folder.Path);
        Assert.That(ran.ExitCode, Is.Zero);
        foreach (var command in Commands())
            Assert.That(ran.Out, Does.Contain($"  infra {HelpText.Path(command)["infra ".Length..].Split(' ')[0]}"));
    }

    [TestCase("previw", "previw: did you mean preview?")]
    [TestCase("preview dev --dif", "--dif: did you mean --diff?")]
    [TestCase("preview --dif", "did you mean --diff?")]
    [TestCase("preview dev --timeout soon", "--timeout: 1 problem\n  got soon, want a number of seconds above 0")]
    [TestCase("preview dev --timeout -1", "got -1, want a number of seconds above 0")]
    [TestCase("preview dev --filter", "--filter")]
    [TestCase("compare dev --dif", "did you mean --diff?")]
    [TestCase("compare dev", "<other>: got nothing, want it: Another stack of the same system")]
    [TestCase("checklist dev --stric", "did you mean --strict?")]
    [TestCase("use", "<stack>: got nothing, want it: The stack to remember")]
    public async Task What_nobody_understands_is_bad_input_with_a_way_out(string arguments, string hint)
    {
        using var shop = Cli.Shop();
        var ran = await Cli.RunAsync(shop.Path, arguments.Split(' '));
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(ran.Error, Does.Contain(hint).And.Not.Contain("   at "));
    }

    [Test]
    public void The_documentation_names_every_command_option_and_exit_code()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "cli.md"));
        using (Assert.EnterMultipleScope())
        {
            foreach (var command in Commands())
            {
                Assert.That(page, Does.Contain($"`{HelpText.Path(command)}"));
                foreach (var option in command.Options.Where(option => !option.Hidden))
                    Assert.That(page, Does.Contain($"`{option.Name}"), HelpText.Path(command));
            }
            foreach (var code in typeof(ExitCodes).GetFields())
                Assert.That(page, Does.Contain($"| {code.GetValue(null)} |"), code.Name);
        }
    }
}
