using System.Collections.Immutable;
using Engine.Values;

namespace Engine.Planning;

/// <summary>
/// Takes changes back that the program wants ignored: the old value is put in, or the new one removed where there was none. Lists keep their
/// length and no level in between is made, so a path may not apply.
/// </summary>
internal static class IgnoredChanges
{
    /// <summary>The inputs to go on with. Texts that are no paths are passed over; paths that do not apply are told.</summary>
    public static ObjectValue Apply(ObjectValue old, ObjectValue now, ImmutableArray<string> paths, Action<string> cannot)
    {
        foreach (var path in paths)
            if (PropertyPaths.Parse(path) is { } elements)
            {
                if (Reset(old, now, elements.AsSpan()) is ObjectValue reset)
                    now = reset;
                else
                    cannot(path);
            }
        return now;
    }

    /// <summary>The new value with the old one at a path; nothing where that cannot be done.</summary>
    private static PropertyValue? Reset(PropertyValue? old, PropertyValue now, ReadOnlySpan<PathElement> path)
    {
        if (now is SecretValue secret)
            return Reset(old, secret.Inner, path) is { } inner ? SecretValue.Of(inner) : null;
        old = old?.Unwrap();
        return (now, path[0]) switch
        {
            (ObjectValue map, { IsWildcard: true }) => Everywhere(old as ObjectValue, map, path),
            (ObjectValue map, { Key: { } key }) => Member(old as ObjectValue, map, key, path),
            (ArrayValue list, { IsWildcard: true }) => Everywhere(old as ArrayValue, list, path),
            (ArrayValue list, { Index: { } index }) => Item(old as ArrayValue, list, index, path),
            _ => null,
        };
    }

    private static ObjectValue? Member(ObjectValue? old, ObjectValue now, string key, ReadOnlySpan<PathElement> path)
    {
        var (before, after) = (old?[key], now[key]);
        if (path.Length == 1)
            return new ObjectValue(before is null ? now.Properties.Remove(key) : now.Properties.SetItem(key, before));
        if (after is null)
            return before is null ? now : null;
        return Reset(before, after, path[1..]) is { } reset ? new ObjectValue(now.Properties.SetItem(key, reset)) : null;
    }

    private static ArrayValue? Item(ArrayValue? old, ArrayValue now, int index, ReadOnlySpan<PathElement> path)
    {
        if (index >= now.Items.Length)
            return index < (old?.Items.Length ?? 0) ? null : now;
        var before = index < (old?.Items.Length ?? 0) ? old!.Items[index] : null;
        var reset = path.Length == 1 ? before : Reset(before, now.Items[index], path[1..]);
        return reset is null ? null : new ArrayValue(now.Items.SetItem(index, reset));
    }

    private static ObjectValue Everywhere(ObjectValue? old, ObjectValue now, ReadOnlySpan<PathElement> path)
    {
        IEnumerable<string> keys =
            path.Length == 1 ? [.. now.Properties.Keys.Union(old?.Properties.Keys ?? [])] : [.. now.Properties.Keys];
        foreach (var key in keys)
            now = Member(old, now, key, path) ?? now;
        return now;
    }

    private static ArrayValue Everywhere(ArrayValue? old, ArrayValue now, ReadOnlySpan<PathElement> path)
    {
        for (var index = 0; index < now.Items.Length; index++)
            now = Item(old, now, index, path) ?? now;
        return now;
    }
}
