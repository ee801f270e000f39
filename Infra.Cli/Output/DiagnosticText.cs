using Engine.Model;
using Engine.Planning;

namespace Infra.Cli.Output;

/// <summary>What program and engine said, worst last so that it is still on the screen.</summary>
internal static class DiagnosticText
{
    /// <summary>Writes them; nothing where nothing was said. The same text about several resources is written once.</summary>
    public static void Write(Terminal terminal, IEnumerable<Diagnostic> diagnostics)
    {
        var groups = diagnostics.GroupBy(diagnostic => (diagnostic.Severity, Message: diagnostic.Message.TrimEnd()));
        foreach (var group in groups.OrderBy(group => group.Key.Severity))
        {
            var urns = group.Select(diagnostic => diagnostic.Urn).OfType<string>().Distinct().ToList();
            var (word, style) = group.Key.Severity switch
            {
                Severity.Error => ("error", Style.Danger),
                Severity.Warning => ("warning", Style.Change),
                _ => ("info", Style.Faint),
            };
            var first = true;
            foreach (var part in group.Key.Message.EnumerateLines())
            {
                var line = first ? new Line().Add(word, style).Add(": ") : new Line().Add("  ");
                terminal.WriteLine(line.Add(first ? About(urns) : "", Style.Strong).Add(part.ToString()), cut: false);
                first = false;
            }
        }
    }

    private static string About(List<string> urns) =>
        urns switch
        {
            [] => "",
            [var only] => Urns.Type(only) == Urns.StackType ? "" : $"{Names.Of(only)}: ",
            [var one, ..] => $"{Names.Of(one)} and {Words.Count(urns.Count - 1, "other")}: ",
        };
}
