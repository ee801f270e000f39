using System.Globalization;
using Engine.Values;

namespace Infra.Cli.Output;

/// <summary>Follows the property paths of a detailed diff: <c>tags.Name</c>, <c>rules[0].port</c>, <c>tags["a.b"]</c>.</summary>
internal static class PropertyPaths
{
    /// <summary>The value at a path, or nothing. What lies inside a secret is secret, what lies inside an unknown is unknown.</summary>
    public static PropertyValue? Follow(ObjectValue? root, string path)
    {
        PropertyValue? value = root;
        var rest = path.AsSpan();
        while (!rest.IsEmpty && value is not null)
        {
            if (value is SecretValue or UnknownValue)
                return value;
            value = Step(value, ref rest);
        }
        return value;
    }

    private static PropertyValue? Step(PropertyValue value, ref ReadOnlySpan<char> rest)
    {
        if (rest[0] == '.')
            rest = rest[1..];
        if (!rest.IsEmpty && rest[0] == '[')
            return Bracket(value, ref rest);
        var end = rest.IndexOfAny('.', '[');
        var key = (end < 0 ? rest : rest[..end]).ToString();
        rest = end < 0 ? [] : rest[end..];
        return (value as ObjectValue)?[key];
    }

    private static PropertyValue? Bracket(PropertyValue value, ref ReadOnlySpan<char> rest)
    {
        if (rest.Length > 1 && rest[1] == '"')
        {
            var key = QuotedKey(rest[2..], out var read);
            rest = rest[Math.Min(rest.Length, read + 4)..];
            return (value as ObjectValue)?[key];
        }
        var end = rest.IndexOf(']');
        var index = end < 0 ? rest[1..] : rest[1..end];
        var known = int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        rest = end < 0 ? [] : rest[(end + 1)..];
        return known && value is ArrayValue { Items: var items } && number < items.Length ? items[number] : null;
    }

    private static string QuotedKey(ReadOnlySpan<char> text, out int read)
    {
        var key = new System.Text.StringBuilder();
        for (read = 0; read < text.Length && text[read] != '"'; read++)
        {
            if (text[read] == '\\' && read + 1 < text.Length && text[read + 1] == '"')
                read++;
            key.Append(text[read]);
        }
        return key.ToString();
    }
}
