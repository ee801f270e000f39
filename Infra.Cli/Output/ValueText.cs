using System.Globalization;
using System.Text;
using Engine.Model;
using Engine.Values;
using Review.Model;

namespace Infra.Cli.Output;

/// <summary>A property value on one line. A secret is <c>[secret]</c>, an unknown <c>?</c>, a stand-in for an output <c>&lt;name.output&gt;</c>.</summary>
internal static class ValueText
{
    /// <summary>What a secret looks like, whatever it is.</summary>
    public const string Secret = "[secret]";

    /// <summary>What nobody knows before the deployment looks like.</summary>
    public const string Unknown = "?";

    /// <summary>Where a property is missing.</summary>
    public const string Nothing = "(none)";

    /// <summary>The value as text.</summary>
    public static string Of(PropertyValue? value)
    {
        switch (value)
        {
            case null or NullValue:
                return Nothing;
            case StringValue { Value: var text }:
                return Quoted(StandIns.Readable(text));
            case ArrayValue or ObjectValue:
                var builder = new StringBuilder();
                Append(builder, value);
                return builder.ToString();
            default:
                return Leaf(value);
        }
    }

    /// <summary>The value as text of at most so many characters, the rest replaced by an ellipsis.</summary>
    public static string Short(PropertyValue? value, int length = 60) =>
        Of(value) is var text && text.Length <= length ? text : string.Concat(text.AsSpan(0, length - 1), "…");

    /// <summary>A text as YAML would take it: bare where that reads the same, quoted where it would not.</summary>
    public static string Quoted(string text) => IsBare(text) ? text : $"\"{Escaped(text)}\"";

    private static void Append(StringBuilder builder, PropertyValue value)
    {
        switch (value)
        {
            case ArrayValue array:
                builder.Append('[');
                for (var i = 0; i < array.Items.Length; i++)
                    Append(builder.Append(i == 0 ? "" : ", "), array.Items[i]);
                builder.Append(']');
                break;
            case ObjectValue map:
                builder.Append('{');
                var first = true;
                foreach (var (key, item) in map.Properties)
                {
                    Append(builder.Append(first ? "" : ", ").Append(key).Append(": "), item);
                    first = false;
                }
                builder.Append('}');
                break;
            case StringValue { Value: var text } when StandIns.Readable(text).AsSpan().ContainsAny(",[]{}"):
                builder.Append('"').Append(Escaped(StandIns.Readable(text))).Append('"');
                break;
            default:
                builder.Append(Of(value));
                break;
        }
    }

    private static string Leaf(PropertyValue value) =>
        value switch
        {
            BoolValue { Value: var flag } => flag ? "true" : "false",
            NumberValue { Value: var number } => number.ToString("R", CultureInfo.InvariantCulture),
            UnknownValue => Unknown,
            SecretValue => Secret,
            ByteStringValue { Bytes: var bytes } => $"({Words.Count(bytes.Length, "byte")})",
            AssetValue { Source: AssetSource.Text } => "(asset, a text)",
            AssetValue asset => $"(asset {asset.Value})",
            ArchiveValue { Members: { } members } => $"(archive of {Words.Count(members.Properties.Count, "member")})",
            ArchiveValue archive => $"(archive {archive.Value})",
            ResourceReferenceValue reference => $"(resource {Names.Of(reference.Urn)})",
            _ => throw new InvalidOperationException($"A value of kind {value.GetType().Name} has no text"),
        };

    private static bool IsBare(string text) =>
        text.Length > 0
        && text[0] is not (' ' or '?' or '"' or '\'' or '(')
        && text[^1] != ' '
        && text is not ("true" or "false" or "null" or Secret)
        && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        && !text.Any(char.IsControl);

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace("\r", "\\r", StringComparison.Ordinal)
            .Replace("\t", "\\t", StringComparison.Ordinal);
}
