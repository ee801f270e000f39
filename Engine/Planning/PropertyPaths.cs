using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Engine.Values;

namespace Engine.Planning;

/// <summary>
/// Reads what <see cref="PropertyPath"/> writes: <c>tags.Name</c>, <c>rules[0].port</c>, <c>tags["a.b"]</c>; <c>*</c> stands for every key or
/// index. As in Pulumi a quote inside quotes is written <c>\"</c> and a backslash stands for itself otherwise.
/// </summary>
public static class PropertyPaths
{
    /// <summary>The element that stands for every key or index at its level.</summary>
    public const string Wildcard = "*";

    /// <summary>The text of a path.</summary>
    public static string Format(IEnumerable<PathElement> elements) =>
        elements.Aggregate(
            "",
            (path, element) =>
                element.Index is { } index ? PropertyPath.Index(path, index)
                : element.IsWildcard ? Star(path)
                : PropertyPath.Key(path, element.Key!)
        );

    /// <summary>The elements of a path, or nothing where the text is no path.</summary>
    public static ImmutableArray<PathElement>? Parse(string text)
    {
        var elements = ImmutableArray.CreateBuilder<PathElement>();
        for (var at = 0; at < text.Length; )
        {
            var element = text[at] == '[' ? Bracket(text, ref at) : Name(text, ref at, first: elements.Count == 0);
            if (element is not { } found)
                return null;
            elements.Add(found);
        }
        return elements.Count == 0 ? null : elements.ToImmutable();
    }

    /// <summary>Whether <paramref name="pattern"/> names <paramref name="path"/> or something it lies in.</summary>
    public static bool Covers(ImmutableArray<PathElement> pattern, ImmutableArray<PathElement> path)
    {
        if (pattern.Length > path.Length)
            return false;
        for (var index = 0; index < pattern.Length; index++)
            if (!pattern[index].IsWildcard && pattern[index] != path[index])
                return false;
        return true;
    }

    private static string Star(string path) => path.Length == 0 ? Wildcard : $"{path}[{Wildcard}]";

    private static PathElement? Name(string text, ref int at, bool first)
    {
        if (text[at] == '.')
        {
            if (first || ++at == text.Length)
                return null;
        }
        else if (!first)
            return null;
        var length = text.AsSpan(at).IndexOfAny(".[") is var end and >= 0 ? end : text.Length - at;
        if (length == 0)
            return null;
        var name = text.Substring(at, length);
        at += length;
        return name.AsSpan().IndexOfAny("]\"") >= 0 ? null
            : name == Wildcard ? PathElement.Any
            : new(name);
    }

    private static PathElement? Bracket(string text, ref int at)
    {
        if (at + 1 < text.Length && text[at + 1] == '"')
            return Quoted(text, ref at);
        var close = text.IndexOf(']', at);
        if (close < 0)
            return null;
        var inside = text[(at + 1)..close];
        at = close + 1;
        if (inside == Wildcard)
            return PathElement.Any;
        return int.TryParse(inside, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? new(index) : null;
    }

    private static PathElement? Quoted(string text, ref int at)
    {
        var key = new StringBuilder();
        for (at += 2; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] == '"')
                at++;
            key.Append(text[at]);
        }
        if (at + 1 >= text.Length || text[at + 1] != ']')
            return null;
        at += 2;
        return new(key.ToString());
    }
}
