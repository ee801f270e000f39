using Engine.Planning;
using Engine.Previewing;
using Infra.Cli.Output;
using Infra.Cli.Stacks;
using Review.Model;

namespace Infra.Cli.Programs;

/// <summary>The plan of a new stack as reviews read it: outputs that AWS makes up are stood in for, so that policies and container definitions can be read and references followed.</summary>
internal static class ReviewedPlan
{
    /// <summary>Runs the program.</summary>
    /// <param name="target">The stack.</param>
    /// <param name="command">
    /// Another program than the repository's own. It gets no stand-ins: it may take texts apart that only AWS can make. Default: the own one.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CommandException">There is no plan; with what the program said.</exception>
    public static async Task<Plan> MakeAsync(StackTarget target, string? command, CancellationToken cancellationToken)
    {
        var options = StackPreview.Options(target, ProgramChoice.For(target.Project, command));
        if (command is null)
            options = options with { Assume = StandIns.Of };
        var result = await Preview.RunAsync(options, cancellationToken);
        if (!result.Failed)
            return result.Plan;
        using var text = new StringWriter();
        var terminal = new Terminal(text, false, null);
        var exit =
            result.ExitCode == 0
                ? PreviewFailure.Verdict(terminal, result, [])
                : PreviewFailure.Tell(terminal, target.File.FileName, result);
        throw new CommandException(exit, text.ToString().TrimEnd('\n'));
    }
}
