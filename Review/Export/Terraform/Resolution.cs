using System.Collections.Immutable;
using Engine.Values;
using Review.Model;

namespace Review.Export.Terraform;

/// <summary>
/// Values as a plan shows them. What a stand-in is part of is unknown, as in Terraform, but a JSON document with stand-ins in it can be read, since
/// policies and container definitions are what people check. No secret is left afterwards.
/// </summary>
internal sealed class Resolution(ReferenceTexts texts)
{
    /// <summary>What stands in the place of a secret text; the words of Terraform's own displays.</summary>
    public const string Sensitive = "(sensitive value)";

    /// <summary>The value with stand-ins resolved and secrets taken out; where one was is a <see cref="SecretValue"/> around what may be shown.</summary>
    public PropertyValue Of(PropertyValue value) =>
        value switch
        {
            SecretValue { Inner: var inner } => new SecretValue(Shown(inner)),
            StringValue { Value: var text } when Reference.IsIn(text) => JsonValues.Parse(text) is null
                ? UnknownValue.Instance
                : new StringValue(texts.Interpolated(text)),
            ArrayValue { Items: var items } => new ArrayValue([.. items.Select(Of)]),
            ObjectValue map => Of(map),
            _ => value,
        };

    /// <summary>The same for a map.</summary>
    public ObjectValue Of(ObjectValue map) =>
        new(map.Properties.ToImmutableSortedDictionary(member => member.Key, member => Of(member.Value), StringComparer.Ordinal));

    // How many there are of something secret, and under which keys, is secret too.
    private static PropertyValue Shown(PropertyValue secret) =>
        secret switch
        {
            SecretValue { Inner: var inner } => Shown(inner),
            UnknownValue => secret,
            StringValue { Value: var text } => Reference.IsIn(text) ? UnknownValue.Instance : new StringValue(Sensitive),
            _ => NullValue.Instance,
        };
}
