using System.Collections.Immutable;
using Engine.Values;

namespace Review.Changes;

/// <summary>Compares two values that are known, such as documents, the way people do. Secrets are not looked into.</summary>
/// <param name="replaces">Whether what is found forces a replacement.</param>
internal sealed class ValueChanges(bool replaces)
{
    private readonly List<Change> _found = [];

    /// <summary>What differs, in the order of the paths.</summary>
    public IReadOnlyList<Change> Found => _found;

    /// <summary>Compares what stands at a path.</summary>
    public void Compare(string path, PropertyValue? old, PropertyValue? now)
    {
        switch (old, now)
        {
            case (ObjectValue left, ObjectValue right):
                foreach (var key in left.Properties.Keys.Union(right.Properties.Keys).Order(StringComparer.Ordinal))
                    Compare(PropertyPath.Key(path, key), left[key], right[key]);
                break;
            case (ArrayValue left, ArrayValue right):
                Lists(path, left.Items, right.Items);
                break;
            case (SecretValue { Inner: UnknownValue }, SecretValue) or (SecretValue, SecretValue { Inner: UnknownValue }):
                break; // nothing is known of it
            default:
                if (!Equals(old, now))
                    Add(path, ChangeKind.Changed, old, now);
                break;
        }
    }

    /// <summary>Compares elements of a set that are not in both.</summary>
    public void Elements(string path, IReadOnlyList<PropertyValue> gone, IReadOnlyList<PropertyValue> added)
    {
        if (gone.Concat(added).All(item => item is ObjectValue) && ElementNames.Key(gone, added) is { } key)
            ByName(path, key, gone, added);
        else if (gone is [ObjectValue left] && added is [ObjectValue right])
            Compare($"{path}[…]", left, right);
        else
        {
            foreach (var item in added)
                Add(path, ChangeKind.Added, null, item);
            foreach (var item in gone)
                Add(path, ChangeKind.Removed, item, null);
        }
    }

    private void Lists(string path, ImmutableArray<PropertyValue> old, ImmutableArray<PropertyValue> now)
    {
        if (old.SequenceEqual(now))
            return;
        if (old.Concat(now).All(item => item is ObjectValue) && ElementNames.Key(old, now) is { } key)
        {
            var before = _found.Count;
            ByName(path, key, old, now);
            if (_found.Count == before)
                Add(path, ChangeKind.Changed, Names(old, key), Names(now, key));
            return;
        }
        var (gone, added) = (old.ToList(), now.ToList());
        foreach (var item in old)
            if (added.Remove(item))
                gone.Remove(item);
        if (gone.Count == 0 && added.Count == 0)
            Add(path, ChangeKind.Changed, new ArrayValue(old), new ArrayValue(now)); // the order alone
        else
            Elements(path, gone, added);
    }

    private void ByName(string path, string key, IReadOnlyCollection<PropertyValue> old, IReadOnlyCollection<PropertyValue> now)
    {
        var (left, right) = (ByName(old, key), ByName(now, key));
        foreach (var name in left.Keys.Union(right.Keys).Order(StringComparer.Ordinal))
        {
            var place = $"{path}[{name}]";
            var (before, after) = (left.GetValueOrDefault(name), right.GetValueOrDefault(name));
            // A variable is its value; one that becomes something else, such as a reference to a secret, is told whole.
            if (before is null || after is null || SameMembers(before, after))
                (before, after) = (Plain(before), Plain(after));
            Compare(place, before, after);
        }

        PropertyValue? Plain(PropertyValue? element) => element is null ? null : ElementNames.Plain(element, key);
    }

    private static bool SameMembers(PropertyValue old, PropertyValue now) =>
        old is ObjectValue left && now is ObjectValue right && left.Properties.Keys.SequenceEqual(right.Properties.Keys);

    private static Dictionary<string, PropertyValue> ByName(IEnumerable<PropertyValue> elements, string key) =>
        elements.ToDictionary(element => ElementNames.Of(element, key), StringComparer.Ordinal);

    private static ArrayValue Names(IEnumerable<PropertyValue> elements, string key) =>
        new([.. elements.Select(element => new StringValue(ElementNames.Of(element, key)))]);

    private void Add(string path, ChangeKind kind, PropertyValue? old, PropertyValue? now) =>
        _found.Add(new Change(path, kind, old, now, replaces));
}
