using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Engine.Values;
using Review.Model;

namespace Review.Guardrails;

/// <summary>What rules about a stack as a whole ask of all its resources.</summary>
internal static class StackChecks
{
    private static readonly ConditionalWeakTable<StackModel, StrongBox<ImmutableArray<FoundText>>> Known = [];

    // More than these do not help whoever reads it.
    private const int Shown = 5;

    /// <summary>There must be no problem; the first of them are named.</summary>
    public static Verdict None(IEnumerable<string> problems)
    {
        var found = problems.ToList();
        if (found.Count == 0)
            return Verdict.Pass;
        var rest = found.Count > Shown ? $"; and {found.Count - Shown} more" : "";
        return Verdict.Fail($"{string.Join("; ", found.Take(Shown))}{rest}");
    }

    /// <summary>
    /// Every text in the inputs of every resource, with the key that it stands under and whether it is secret; found once. Unknown values have none.
    /// </summary>
    public static ImmutableArray<FoundText> Texts(this StackModel stack) =>
        Known
            .GetValue(
                stack,
                static stack => new([.. stack.Resources.SelectMany(resource => In(resource, "", resource.State.Inputs, false))])
            )
            .Value;

    /// <summary>The texts in a value of any depth; items of lists stand under the key of the list.</summary>
    public static IEnumerable<FoundText> In(Resource resource, string key, PropertyValue value, bool secret) =>
        value switch
        {
            SecretValue { Inner: var inner } => In(resource, key, inner, true),
            StringValue { Value: var text } => [new(resource, key, text, secret)],
            ArrayValue { Items: var items } => items.SelectMany(item => In(resource, key, item, secret)),
            ObjectValue { Properties: var properties } => properties.SelectMany(member =>
                In(resource, member.Key, member.Value, secret)
            ),
            _ => [],
        };
}
