using System.Collections.Immutable;
using Engine.Values;

namespace Engine.Planning;

/// <summary>
/// What providers put into the inputs a checkpoint holds: values for properties the program left out, such as a generated name, and under
/// <c>__defaults</c> the list of those. A deployment keeps them, so they are no change.
/// </summary>
internal static class ProviderDefaults
{
    private const string ListKey = "__defaults";
    private const string InternalKey = "__internal";

    public static bool IsBookkeeping(string key) => key is ListKey or InternalKey;

    /// <summary>The properties of an old object that its provider filled in.</summary>
    public static ImmutableHashSet<string> Of(ObjectValue old) =>
        old[ListKey] is ArrayValue { Items: { IsEmpty: false } names }
            ? [.. names.OfType<StringValue>().Select(name => name.Value)]
            : [];

    /// <summary>The new inputs with what the provider had filled in before and the program still leaves out.</summary>
    public static ObjectValue Keep(ObjectValue old, ObjectValue now)
    {
        var members = now.Properties;
        var defaults = Of(old);
        foreach (var (key, before) in old.Properties)
            if (now[key] is not { } after)
            {
                if (defaults.Contains(key) && !IsBookkeeping(key))
                    members = members.SetItem(key, before);
            }
            else if (Keep(before, after) is var kept && !ReferenceEquals(kept, after))
                members = members.SetItem(key, kept);
        return ReferenceEquals(members, now.Properties) ? now : new ObjectValue(members);
    }

    private static PropertyValue Keep(PropertyValue old, PropertyValue now)
    {
        switch (old, now)
        {
            case (ObjectValue before, ObjectValue after):
                return Keep(before, after);
            case (ArrayValue before, ArrayValue after):
                var items = after.Items;
                for (var index = 0; index < Math.Min(before.Items.Length, items.Length); index++)
                    if (Keep(before.Items[index], items[index]) is var kept && !ReferenceEquals(kept, items[index]))
                        items = items.SetItem(index, kept);
                return items == after.Items ? after : new ArrayValue(items);
            default:
                return now;
        }
    }
}
