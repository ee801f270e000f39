using Infra.Cli.Stacks;

namespace Infra.Cli.Output;

/// <summary>Settings as a tree of groups: value, where it comes from, what is allowed.</summary>
internal static class SettingTree
{
    private const int WidestValue = 40;
    private const int LongestAllowed = 72;

    /// <summary>Writes the tree.</summary>
    public static void Write(Terminal terminal, IReadOnlyList<Setting> settings)
    {
        var key = settings.Max(setting => Depth(setting.Path) * 2 + Last(setting.Path).Length);
        var value = Math.Min(WidestValue, settings.Max(setting => setting.Text.Length));
        var source = settings.Max(setting => setting.Source.Length);
        var open = Array.Empty<string>();
        foreach (var setting in settings)
        {
            open = Groups(terminal, setting.Path.Split('.')[..^1], open);
            var isDefault = setting.Source.Contains("default", StringComparison.Ordinal);
            var line = new Line().Add(new string(' ', Depth(setting.Path) * 2)).Add(Last(setting.Path)).PadTo(key + 2);
            line.Add(setting.Text, isDefault ? Style.Plain : Style.Strong).PadTo(key + 2 + value + 2);
            terminal.WriteLine(
                line.Add(setting.Source, Style.Faint).PadTo(key + value + source + 6).Add(Short(setting.Allowed), Style.Faint)
            );
        }
    }

    private static string[] Groups(Terminal terminal, string[] groups, string[] open)
    {
        var same = 0;
        while (same < groups.Length && same < open.Length && groups[same] == open[same])
            same++;
        for (var depth = same; depth < groups.Length; depth++)
            terminal.WriteLine(new Line().Add(new string(' ', depth * 2)).Add(groups[depth], Style.Strong));
        return groups;
    }

    // Some lists of numbers fill three lines; --json has them whole.
    private static string Short(string allowed) =>
        allowed.Length <= LongestAllowed ? allowed : string.Concat(allowed.AsSpan(0, LongestAllowed - 1), "…");

    private static int Depth(string path) => path.Count(letter => letter == '.');

    private static string Last(string path) => path[(path.LastIndexOf('.') + 1)..];
}
