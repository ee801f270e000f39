using Engine.Planning;
using Engine.Previewing;
using Infra.Cli.Output;
using Infra.Cli.Stacks;

namespace Infra.Cli.Programs;

/// <summary>
/// Counts what stacks are made of, by previewing them one after the other in this process. Secrets stay closed: a preview takes a placeholder
/// for each.
/// </summary>
internal static class ResourceCount
{
    /// <summary>The number that <c>infra preview</c> says is to create, or why there is none.</summary>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public static async Task<StackSummary> AddAsync(StackSummary stack, CancellationToken cancellationToken)
    {
        // Only our own program needs no word on how to start it.
        if (stack.Target is not { } target || !ProgramChoice.IsOwn(target.Project))
            return stack;
        var result = await Preview.RunAsync(StackPreview.Options(target, OwnProgram.With()), cancellationToken);
        if (!result.Failed)
            return stack with { Resources = result.Plan.ChangeSummary[StepOp.Create] };
        return stack with { Problem = Told(target, result) };
    }

    private static string Told(StackTarget target, PreviewResult result)
    {
        using var text = new StringWriter();
        var terminal = new Terminal(text, false, null);
        if (result.ExitCode == 0)
            PreviewFailure.Verdict(terminal, result, []);
        else
            PreviewFailure.Tell(terminal, target.File.FileName, result);
        return text.ToString().TrimEnd('\n');
    }
}
