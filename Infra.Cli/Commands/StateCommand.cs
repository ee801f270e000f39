using System.CommandLine;
using Infra.Cli.Output;

namespace Infra.Cli.Commands;

/// <summary><c>infra state</c>: where Pulumi keeps state. Alone it shows what there is.</summary>
internal sealed class StateCommand : Command
{
    /// <summary>Describes the commands.</summary>
    public StateCommand(Screen screen)
        : base("state", "Makes the place where Pulumi keeps the state of stacks. Needs the aws CLI and pulumi.")
    {
        Add(new StateInitCommand(screen));
        SetAction(parsed => new HelpText(screen.Out).Invoke(parsed));
    }
}
