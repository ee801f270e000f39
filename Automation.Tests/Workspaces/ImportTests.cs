using Pulumi.Automation;
using Pulumi.Automation.Commands;
using Pulumi.Automation.Events;

namespace Automation.Tests.Workspaces;

public sealed class ImportTests
{
    [Test]
    public async Task Resources_go_into_a_file_and_the_program_comes_back()
    {
        var command = new FileCommand(code: "var vpc = 1;");
        var stack = await StackAsync(command);

        var result = await stack.ImportAsync(
            new()
            {
                Resources =
                [
                    new()
                    {
                        Type = "aws:ec2/vpc:Vpc",
                        Name = "main",
                        Id = "vpc-1",
                        Parent = "net",
                        Properties = ["cidrBlock"],
                    },
                ],
                NameTable = new() { ["net"] = "urn:net" },
                Protect = false,
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                command.Lines[1],
                Does.Match("^import --yes --skip-preview --file [^ ]+ --protect=false --out [^ ]+ --stack dev$")
            );
            Assert.That(
                command.Resources,
                Is.EqualTo(
                    """{"resources":[{"type":"aws:ec2/vpc:Vpc","name":"main","id":"vpc-1","parent":"net","properties":["cidrBlock"]}],"nameTable":{"net":"urn:net"}}"""
                )
            );
            Assert.That(result.GeneratedCode, Is.EqualTo("var vpc = 1;"));
            Assert.That(result.Summary.Kind, Is.EqualTo(UpdateKind.Update));
        }
    }

    [Test]
    public async Task The_arguments_of_a_converter_come_last()
    {
        var command = new FileCommand(code: null);
        var stack = await StackAsync(command);

        var result = await stack.ImportAsync(
            new()
            {
                GenerateCode = false,
                Converter = "terraform",
                ConverterArgs = ["./state", "--all"],
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                command.Lines[1],
                Is.EqualTo("import --yes --skip-preview --generate-code=false --from terraform --stack dev -- ./state --all")
            );
            Assert.That(result.GeneratedCode, Is.Null);
        }
    }

    [Test]
    public void What_is_not_to_be_asked_goes_before_the_arguments_of_somebody_else() =>
        Assert.That(
            CommandLine.Complete(["import", "--", "x", "--non-interactive"], "log"),
            Is.EqualTo(new[] { "import", "--non-interactive", "--event-log", "log", "--", "x", "--non-interactive" })
        );

    private static async Task<WorkspaceStack> StackAsync(PulumiCommand command) =>
        await WorkspaceStack.SelectAsync("dev", await LocalWorkspace.CreateAsync(new() { PulumiCommand = command }));

    /// <summary>Looks into the files of a command line while they are there.</summary>
    private sealed class FileCommand(string? code) : PulumiCommand
    {
        public List<string> Lines { get; } = [];

        public string? Resources { get; private set; }

        public override Task<CommandResult> RunAsync(
            IList<string> args,
            string workingDir,
            IDictionary<string, string?> additionalEnv,
            Action<string>? onStandardOutput = null,
            Action<string>? onStandardError = null,
            Action<EngineEvent>? onEngineEvent = null,
            CancellationToken cancellationToken = default
        ) => RunInputAsync(args, workingDir, additionalEnv, cancellationToken: cancellationToken);

        public override Task<CommandResult> RunInputAsync(
            IList<string> args,
            string workingDir,
            IDictionary<string, string?> additionalEnv,
            Action<string>? onStandardOutput = null,
            Action<string>? onStandardError = null,
            string? stdIn = null,
            Action<EngineEvent>? onEngineEvent = null,
            CancellationToken cancellationToken = default
        )
        {
            Lines.Add(string.Join(' ', args));
            if (After(args, "--file") is { } file)
                Resources = File.ReadAllText(file);
            if (code is not null && After(args, "--out") is { } output)
                File.WriteAllText(output, code);
            return Task.FromResult(new CommandResult(0, args[1] == "history" ? Recorded.History : "", ""));
        }

        private static string? After(IList<string> args, string name) =>
            args.IndexOf(name) is var position and >= 0 ? args[position + 1] : null;
    }
}
