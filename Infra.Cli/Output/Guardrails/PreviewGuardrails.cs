using Review.Guardrails;

namespace Infra.Cli.Output.Guardrails;

/// <summary>The line of a preview that says what the guardrails make of it.</summary>
internal static class PreviewGuardrails
{
    private const int HintColumn = 79;

    /// <summary>Writes the line.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="report">What they say of what the preview knows; waivers are not judged here, since less is known than in a check.</param>
    public static void Write(Terminal terminal, GuardrailReport report)
    {
        var counts = report.Counts;
        terminal.WriteLine(
            new Line()
                .Add("Guardrails", Style.Strong)
                .Add($" {counts.Pass} pass, ")
                .Add($"{counts.Fail} fail", counts.Fail == 0 ? Style.Plain : Style.Danger)
                .Add($", {counts.Waived} waived, {counts.CannotKnow} cannot know from a preview")
                .PadTo(HintColumn)
                .Add($"infra check {report.Stack}", Style.Faint),
            cut: false
        );
    }
}
