using Review.Guardrails;

namespace Infra.Cli.Output.Guardrails;

/// <summary>The line of a preview that says what the guardrails make of it.</summary>
internal static class PreviewGuardrails
{
    private const int HintColumn = 68;

    /// <summary>The line, with its label.</summary>
    /// <param name="report">What they say of what the preview knows; what is wrong with waivers themselves is told by a check.</param>
    public static (string Label, Line Text) Of(GuardrailReport report)
    {
        var counts = report.Counts;
        return (
            "Guardrails",
            new Line()
                .Add($"{counts.Pass} pass, ")
                .Add($"{counts.Fail} fail", counts.Fail == 0 ? Style.Plain : Style.Danger)
                .Add($", {counts.Waived} waived, {counts.CannotKnow} cannot know before deployment")
                .PadTo(HintColumn)
                .Add($"infra check {report.Stack}", Style.Faint)
        );
    }
}
