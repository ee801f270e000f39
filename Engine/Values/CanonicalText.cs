using System.Text;
using System.Text.Json;
using Engine.Text;

namespace Engine.Values;

/// <summary>
/// One text for all values that mean the same to a provider: JSON without white space, keys in order, nothing left out as null, numbers and truth
/// values as the texts that providers take for them, secrets as what they hide. It is never shown.
/// </summary>
internal static class CanonicalText
{
    /// <summary>The text of a value.</summary>
    public static string Of(PropertyValue value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, PropertyValue value)
    {
        switch (value)
        {
            case SecretValue { Inner: var inner }:
                Write(text, inner);
                break;
            case ArrayValue { Items: var items }:
                text.Append('[');
                for (var index = 0; index < items.Length; index++)
                    Write(index == 0 ? text : text.Append(','), items[index]);
                text.Append(']');
                break;
            case ObjectValue map:
                Write(text, map);
                break;
            case NullValue:
                text.Append("null");
                break;
            case UnknownValue:
                text.Append('?'); // no JSON, so that no text can look like it
                break;
            case StringValue { Value: var content }:
                Quote(text, content);
                break;
            case BoolValue { Value: var truth }:
                Quote(text, truth ? "true" : "false");
                break;
            case NumberValue { Value: var number }:
                Quote(text, double.IsFinite(number) ? PulumiNumbers.Text(number) : $"{number}");
                break;
            case ByteStringValue { Bytes: var bytes }:
                Quote(text.Append('b'), Convert.ToBase64String(bytes.AsSpan()));
                break;
            case AssetValue { Hash: { Length: > 0 } hash }:
                Quote(text.Append('h'), hash);
                break;
            case AssetValue asset:
                Quote(text.Append('a').Append((int)asset.Source), asset.Value);
                break;
            case ArchiveValue { Members: { } members }:
                Write(text.Append('z'), members);
                break;
            case ArchiveValue archive:
                Quote(text.Append('z').Append((int)archive.Source), archive.Value);
                break;
            case ResourceReferenceValue { Urn: var urn }:
                Quote(text.Append('r'), urn);
                break;
        }
    }

    private static void Write(StringBuilder text, ObjectValue map)
    {
        text.Append('{');
        var first = true;
        foreach (var (key, member) in map.Properties)
        {
            if (member.Unwrap() is NullValue)
                continue;
            if (!first)
                text.Append(',');
            first = false;
            Quote(text, key);
            Write(text.Append(':'), member);
        }
        text.Append('}');
    }

    private static void Quote(StringBuilder text, string content) =>
        text.Append('"').Append(JsonEncodedText.Encode(content).Value).Append('"');
}
