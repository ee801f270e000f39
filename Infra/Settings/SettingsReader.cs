using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Infra.Validation;

namespace Infra.Settings;

/// <summary>
/// Lays what a stack file says over a record of defaults. Nothing is guessed or converted: an unknown key, a wrong type or a value out of
/// range is a problem, and reading goes on to find the others.
/// </summary>
internal static class SettingsReader
{
    // Every record has it: a copy, whose init-only properties reflection may then set.
    private const string CopyMethod = "<Clone>$";

    /// <summary>The defaults with what the stack file says over them. What cannot be used keeps its default.</summary>
    /// <param name="defaults">The record of defaults; it is not changed.</param>
    /// <param name="root">The tree of its settings.</param>
    /// <param name="json">The map of the stack file.</param>
    /// <param name="problems">Gets every problem.</param>
    public static T Overlay<T>(T defaults, SettingNode root, JsonElement json, ICollection<Problem> problems)
        where T : class => (T)Read(root, defaults, json, problems)!;

    private static object? Read(SettingNode node, object? fallback, JsonElement json, ICollection<Problem> problems) =>
        (node.Kind, json.ValueKind) switch
        {
            (SettingKind.Group, JsonValueKind.Object) => ReadGroup(node, fallback!, json, problems),
            (SettingKind.Table, JsonValueKind.Object) => ReadTable(node, fallback!, json, problems),
            (SettingKind.Truth, JsonValueKind.True or JsonValueKind.False) => json.GetBoolean(),
            (SettingKind.Number, JsonValueKind.Number) when json.TryGetInt32(out var number) => (object?)Checked(
                node,
                number,
                problems
            )
                ?? fallback,
            (SettingKind.Text, JsonValueKind.String) => Checked(node, node.Path, json.GetString()!, problems) ?? fallback,
            (SettingKind.Word, JsonValueKind.String) => ReadWord(node, json.GetString()!, problems) ?? fallback,
            (SettingKind.Texts, JsonValueKind.Array) => ReadTexts(node, json, problems),
            (SettingKind.TextMap, JsonValueKind.Object) => ReadMap(node, json, problems),
            _ => WrongType(node, json, problems) ?? fallback,
        };

    private static object ReadGroup(SettingNode group, object defaults, JsonElement json, ICollection<Problem> problems)
    {
        var copy = defaults.GetType().GetMethod(CopyMethod, BindingFlags.Public | BindingFlags.Instance)!.Invoke(defaults, null)!;
        foreach (var (child, value) in Known(group, json, problems))
        {
            var property = child.Property!;
            property.SetValue(copy, Read(child, property.GetValue(defaults), value, problems));
        }
        return copy;
    }

    private static object ReadTable(SettingNode table, object defaults, JsonElement json, ICollection<Problem> problems) =>
        Known(table, json, problems)
            .Aggregate(
                defaults,
                (read, entry) =>
                    SettingTable.With(
                        read,
                        entry.Child.Key,
                        Read(entry.Child, SettingTable.Entry(defaults, entry.Child.Key), entry.Value, problems)!
                    )
            );

    private static IEnumerable<(SettingNode Child, JsonElement Value)> Known(
        SettingNode branch,
        JsonElement json,
        ICollection<Problem> problems
    )
    {
        foreach (var member in json.EnumerateObject())
        {
            if (branch.Children.FirstOrDefault(child => child.Key == member.Name) is { } child)
                yield return (child, member.Value);
            else
                problems.Add(
                    Problem.UnknownKey(Join(branch.Path, member.Name), member.Name, [.. branch.Children.Select(c => c.Key)])
                );
        }
    }

    private static object? ReadWord(SettingNode node, string word, ICollection<Problem> problems)
    {
        if (Word.Parse(node.Type, word) is { } member)
            return member;
        problems.Add(Unlisted(node, node.Path, word, node.Words));
        return null;
    }

    // What cannot be used keeps its place, so that later checks name the others by the place they have in the file.
    private static ImmutableArray<string> ReadTexts(SettingNode node, JsonElement json, ICollection<Problem> problems) =>
        [.. json.EnumerateArray().Select((item, index) => ReadText(node, $"{node.Path}[{index}]", item, problems) ?? "")];

    private static ImmutableSortedDictionary<string, string> ReadMap(
        SettingNode node,
        JsonElement json,
        ICollection<Problem> problems
    )
    {
        var map = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            if (ReadText(node, Join(node.Path, member.Name), member.Value, problems) is { } text)
                map[member.Name] = text;
        }
        return map.ToImmutable();
    }

    private static string? ReadText(SettingNode node, string path, JsonElement json, ICollection<Problem> problems)
    {
        if (json.ValueKind == JsonValueKind.String)
            return Checked(node, path, json.GetString()!, problems);
        problems.Add(new(path, JsonWords.Show(json), "a text", "write it in quotes"));
        return null;
    }

    private static int? Checked(SettingNode node, int number, ICollection<Problem> problems)
    {
        var about = node.About;
        if (number >= about.Min && number <= about.Max && (about.Numbers.Length == 0 || about.Numbers.Contains(number)))
            return number;
        var unit = about.Unit is null ? "" : $" {about.Unit}";
        problems.Add(new(node.Path, $"{number}", node.Allowed + unit, "see docs/settings.md"));
        return null;
    }

    private static string? Checked(SettingNode node, string path, string text, ICollection<Problem> problems)
    {
        if (node.About.Words is { Length: > 0 } words && !words.Contains(text))
            problems.Add(Unlisted(node, path, text, words));
        else if (text.Length == 0)
            problems.Add(new(path, text, node.About.Form ?? "a text", "write one, or remove the key to use the default"));
        else if (node.About.Pattern is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant))
            problems.Add(new(path, text, node.About.Form ?? $"a text like {pattern}", "see docs/settings.md"));
        else
            return text;
        return null;
    }

    private static Problem Unlisted(SettingNode node, string path, string word, IReadOnlyList<string> words) =>
        new(
            path,
            word,
            Spelling.OneOf(words),
            Spelling.Nearest(word, words) is { } near ? $"did you mean {near}?"
                : node.Kind == SettingKind.Texts ? "write only these words"
                : "pick one of these words"
        );

    private static object? WrongType(SettingNode node, JsonElement json, ICollection<Problem> problems)
    {
        var want = node.Kind is SettingKind.Number ? $"a whole number ({node.Allowed})" : node.Allowed;
        problems.Add(new(node.Path, JsonWords.Show(json), want, JsonWords.WayOut(node.Kind, json.ValueKind)));
        return null;
    }

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
