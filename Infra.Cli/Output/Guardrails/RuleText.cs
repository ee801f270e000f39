using Review.Guardrails;

namespace Infra.Cli.Output.Guardrails;

/// <summary>One guardrail, told whole.</summary>
internal static class RuleText
{
    private const int LabelWidth = 12;

    /// <summary>Writes it.</summary>
    public static void Write(Terminal terminal, Guardrail rule)
    {
        terminal.WriteLine(new Line().Add(rule.Id, Style.Strong).Add($"  {rule.Title}"), cut: false);
        terminal.WriteLine();
        Part("Grade", rule.Grade.ToString().ToLowerInvariant());
        Part("Looks at", rule.On == Guardrail.WholeStack ? "the stack as a whole" : Names.Type(rule.On));
        Part("Why", rule.Reason);
        Part("Repair", rule.Fix);
        if (rule.Also.Length > 0)
            Part("Elsewhere", string.Join(", ", rule.Also));
        Part("Allow", $"a waiver in the stack file, under waivers: rule: {rule.Id}, resource, reason, owner, expires");

        void Part(string label, string text) =>
            terminal.WriteLine(new Line().Add(label, Style.Faint).PadTo(LabelWidth).Add(text), cut: false);
    }
}
