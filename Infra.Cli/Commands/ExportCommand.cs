using System.CommandLine;
using Infra.Cli.Output;

namespace Infra.Cli.Commands;

/// <summary><c>infra export</c>: the plan of a stack in the words of another tool.</summary>
internal sealed class ExportCommand : Command
{
    /// <summary>Describes the command.</summary>
    public ExportCommand(Screen screen)
        : base("export", "Writes the plan of a stack in the form that another tool's users have.")
    {
        Add(new ExportTerraformCommand(screen));
        SetAction(parsed => new HelpText(screen.Out).Invoke(parsed));
    }
}
