using Engine;
using Infra.Cli.Commands;
using Infra.Cli.Output;
using Infra.Cli.Stacks;

namespace Infra.Cli.Previews;

/// <summary>The preview of one stack against what is deployed, for commands that answer something else from it.</summary>
internal static class BaselinePreview
{
    /// <summary>What came of it; warnings go to standard error.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="target">The stack.</param>
    /// <param name="baseline">The file that says what is deployed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CommandException">There is no plan; with what the program said.</exception>
    public static async Task<StackOutcome> OfAsync(
        Screen screen,
        StackTarget target,
        string baseline,
        CancellationToken cancellationToken
    )
    {
        var asked = new PreviewRequest
        {
            Baseline = baseline,
            Guardrails = false,
            Timeout = TimeSpan.FromSeconds(PreviewArguments.DefaultSeconds),
        };
        var outcome = await new StackPreviews(asked, new BaselineSource(baseline, null)).OfAsync(target, cancellationToken);
        foreach (var warning in outcome.Warnings)
            screen.Error.WriteLine($"warning: {warning}", Style.Change);
        if (!outcome.HasNoPlan)
            return outcome;
        using var text = new StringWriter();
        var exit = PreviewFailure.Tell(new Terminal(text, false, null), target.File.FileName, outcome.Result);
        throw new CommandException(exit, text.ToString().TrimEnd('\n'));
    }
}
