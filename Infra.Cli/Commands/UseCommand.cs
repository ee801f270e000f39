using System.Collections.Immutable;
using System.CommandLine;
using Infra.Cli.Output;
using Infra.Cli.Stacks;

namespace Infra.Cli.Commands;

/// <summary><c>infra use</c>: remembers a stack for the commands that are given none.</summary>
internal sealed class UseCommand : InfraCommand
{
    private readonly Argument<string> _stack = new("stack") { Description = "The stack to remember, for example dev" };
    private readonly Option<string?> _project = StackArguments.ProjectOption();

    /// <summary>Describes the command.</summary>
    public UseCommand(Screen screen)
        : base("use", "Remembers a stack, so that other commands need not be told. PULUMI_STACK goes before it.", screen)
    {
        Add(_stack);
        Add(_project);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples { get; } =
    [new("use dev", "infra preview now means infra preview dev"), new("use prod", "and now infra preview prod")];

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var project = StackTarget.FindProject(arguments.GetValue(_project));
        var stack = arguments.GetRequiredValue(_stack);
        Engine.Projects.Stacks.Require(project, stack);
        StackSelection.Remember(project.Directory, stack);
        Screen.Out.WriteLine($"{stack} is used where no stack is named");
        if (StackSelection.Current(project.Directory) is { } current && current.Name != stack)
            Screen.Error.WriteLine($"{current.Source} is set to {current.Name} and goes before it", Style.Change);
        return Task.FromResult(ExitCodes.Fine);
    }
}
