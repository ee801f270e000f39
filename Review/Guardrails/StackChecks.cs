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
        Known.GetValue(stack, static stack => new(All(stack))).Value;

    /// <summary>The texts in a value of any depth; items of lists stand under the key of the list.</summary>
    public static IEnumerable<FoundText> In(Resource resource, string key, PropertyValue value, bool secret)
    {
        var found = new List<FoundText>();
        Collect(found, resource, key, value, secret);
        return found;
    }

    private static ImmutableArray<FoundText> All(StackModel stack)
    {
        var found = new List<FoundText>();
        foreach (var resource in stack.Resources)
            Collect(found, resource, "", resource.State.Inputs, secret: false);
        return [.. found];
    }

    private static void Collect(List<FoundText> found, Resource resource, string key, PropertyValue value, bool secret)
    {
        switch (value)
        {
            case SecretValue { Inner: var inner }:
                Collect(found, resource, key, inner, secret: true);
                break;
            case StringValue { Value: var text }:
                found.Add(new(resource, key, text, secret));
                break;
            case ArrayValue { Items: var items }:
                foreach (var item in items)
                    Collect(found, resource, key, item, secret);
                break;
            case ObjectValue { Properties: var properties }:
                foreach (var (name, member) in properties)
                    Collect(found, resource, name, member, secret);
                break;
        }
    }
}
