using System.Collections.Immutable;
using Engine.Model;
using Engine.Values;

namespace Engine.Planning;

/// <summary>
/// Lists whose elements can be added and never be changed or removed. Schemas call a change of one an update, and its provider refuses it only
/// in the middle of a deployment; a plan says so before.
/// </summary>
internal static class AppendOnlyLists
{
    // Type, list, and the member by which an element is known.
    private static readonly ImmutableDictionary<string, (string Property, string Key)> Known = ImmutableDictionary<
        string,
        (string, string)
    >.Empty.Add("aws:cognito/userPool:UserPool", ("schemas", "name"));

    /// <summary>Reports each element that an update would change or remove.</summary>
    public static void Check(ResourceState old, ResourceState goal, Action<Diagnostic> report)
    {
        if (!Known.TryGetValue(goal.Type, out var list))
            return;
        if (Elements(old, list.Property, list.Key) is not { } before || Elements(goal, list.Property, list.Key) is not { } now)
            return; // not known before the deployment
        foreach (var (key, element) in before)
            if (!now.TryGetValue(key, out var kept))
                report(PlanMessages.CannotTakeBack(goal, list.Property, key, removed: true));
            else if (!kept.ContainsUnknowns() && !Said(kept).SequenceEqual(Said(element)))
                report(PlanMessages.CannotTakeBack(goal, list.Property, key, removed: false));
    }

    // False is what AWS takes anyway when nothing is said, and what providers fill in is no change of the program's.
    private static IEnumerable<KeyValuePair<string, PropertyValue>> Said(ObjectValue element) =>
        element.Properties.Where(member =>
            member.Value is not (BoolValue { Value: false } or NullValue)
            && !member.Key.StartsWith("__", StringComparison.Ordinal)
        );

    private static ImmutableSortedDictionary<string, ObjectValue>? Elements(ResourceState state, string property, string key)
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, ObjectValue>(StringComparer.Ordinal);
        if (state.Inputs.Properties.GetValueOrDefault(property) is not { } value)
            return found.ToImmutable();
        if (value is not ArrayValue elements)
            return null;
        foreach (var element in elements.Items)
            if (element is ObjectValue members && members.Properties.GetValueOrDefault(key) is StringValue name)
                found[name.Value] = members;
            else
                return null;
        return found.ToImmutable();
    }
}
