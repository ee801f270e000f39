using System.Collections.Immutable;
using Engine.Values;

namespace Review.Model;

/// <summary>Values as people read them: a stand-in for an output is <c>&lt;resource.output&gt;</c>.</summary>
internal static class Readable
{
    /// <summary>The value with every stand-in in it written so; secrets stay wrapped.</summary>
    public static PropertyValue? Of(PropertyValue? value) =>
        value switch
        {
            StringValue { Value: var text } when Reference.IsIn(text) => new StringValue(Of(text)),
            ArrayValue list => new ArrayValue([.. list.Items.Select(item => Of(item)!)]),
            ObjectValue map => new ObjectValue(
                map.Properties.ToImmutableSortedDictionary(
                    member => member.Key,
                    member => Of(member.Value)!,
                    StringComparer.Ordinal
                )
            ),
            _ => value,
        };

    /// <summary>The text with every stand-in in it written so.</summary>
    public static string Of(string text) =>
        Reference
            .In(text)
            .Distinct()
            .Aggregate(
                text,
                (rest, reference) =>
                    rest.Replace(reference.ToString(), $"<{reference.Name}.{reference.Output}>", StringComparison.Ordinal)
            );
}
