using System.Globalization;
using System.Text;
using Engine.Model;
using Engine.Values;
using Review.Model;

namespace Review.Comparison;

/// <summary>A value as one text in which equal things of two stacks are equal: own names taken out, lists sorted, nothing of secrets.</summary>
internal sealed class Normal(OwnNames names)
{
    /// <summary>The text of any value.</summary>
    public string Of(PropertyValue? value) => Of(value, secret: false);

    /// <summary>The text of a value that is neither list nor map; nothing for those.</summary>
    public string? Scalar(PropertyValue? value) => Scalar(value, secret: false);

    private string Of(PropertyValue? value, bool secret)
    {
        var text = new StringBuilder();
        Append(text, value, secret);
        return text.ToString();
    }

    private string? Scalar(PropertyValue? value, bool secret) =>
        value switch
        {
            // Where a secret comes from is compared, what it is never: environments have their own.
            StringValue { Value: var text } when secret => Reference.IsIn(text) ? names.Without(text) : "[secret]",
            StringValue { Value: var text } => names.Without(text),
            NumberValue or BoolValue when secret => "[secret]",
            NumberValue { Value: var number } => number.ToString("R", CultureInfo.InvariantCulture),
            BoolValue { Value: var truth } => truth ? "true" : "false",
            UnknownValue => "?",
            ResourceReferenceValue { Urn: var urn } => $"{Urns.Type(urn)} {names.Without(Urns.Name(urn))}",
            AssetValue asset => $"asset {asset.Hash ?? asset.Source + names.Without(asset.Value)}",
            ArchiveValue { Members: { } members } => $"archive {Of(members, secret)}",
            ArchiveValue archive => $"archive {archive.Hash ?? archive.Source + names.Without(archive.Value)}",
            ByteStringValue { Bytes: var bytes } => Convert.ToHexString(bytes.AsSpan()),
            _ => null,
        };

    private void Append(StringBuilder text, PropertyValue? value, bool secret)
    {
        if (value is SecretValue { Inner: var inner })
            (value, secret) = (inner, true);
        if (value is StringValue written)
            value = EncodedText.Open(written);
        switch (value)
        {
            case null or NullValue:
                break;
            case ObjectValue { Properties: var members }:
                text.Append('{');
                foreach (var (key, item) in members)
                    if (item.Unwrap() is not NullValue)
                        Append(text.Append(names.Without(key)).Append('='), item, secret);
                text.Append('}');
                break;
            case ArrayValue { Items: var items }:
                text.Append('[')
                    .AppendJoin(';', items.Select(item => Of(item, secret)).Order(StringComparer.Ordinal))
                    .Append(']');
                break;
            default:
                text.Append(Scalar(value, secret)).Append('\n');
                break;
        }
    }
}
