using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The resources a value came from. Nearly always none or one, so it is an array shared by every value of one resource.</summary>
internal readonly struct ResourceSet
{
    private const int SmallEnoughToSearch = 8;

    private readonly Resource[]? _items;

    private ResourceSet(Resource[] items) => _items = items;

    public static ResourceSet Empty => default;

    public bool IsEmpty => _items is null;

    public ReadOnlySpan<Resource> Items => _items;

    public static ResourceSet Of(Resource resource) => new([resource]);

    public static ResourceSet From(IReadOnlyCollection<Resource> distinct) => distinct.Count == 0 ? default : new([.. distinct]);

    public ResourceSet Union(ResourceSet other)
    {
        if (other._items is null || ReferenceEquals(_items, other._items))
            return this;
        if (_items is null)
            return other;
        if (other._items.Length == 1 && _items.Length <= SmallEnoughToSearch)
            return Array.IndexOf(_items, other._items[0]) >= 0 ? this : new([.. _items, other._items[0]]);

        var union = new HashSet<Resource>(_items);
        union.UnionWith(other._items);
        return union.Count == _items.Length ? this : new([.. union]);
    }

    public void AddTo(HashSet<Resource> set)
    {
        foreach (var item in Items)
            set.Add(item);
    }

    public ImmutableHashSet<Resource> ToImmutableHashSet() => _items is null ? [] : ImmutableHashSet.Create(_items);
}
