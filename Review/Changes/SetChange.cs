using Engine.Planning;
using Engine.Values;

namespace Review.Changes;

/// <summary>What differs in one list without order: the planner has found which elements are on one side only.</summary>
internal sealed class SetChange(ArrayValue? old, ArrayValue? now)
{
    private readonly SortedSet<int> _gone = [];
    private readonly SortedSet<int> _added = [];
    private bool _replaces;

    /// <summary>Notes a difference in the element at an index.</summary>
    /// <param name="index">Which.</param>
    /// <param name="kind">How it differs.</param>
    /// <param name="whole">Whether the element itself differs, rather than something in it.</param>
    public void Add(int index, DifferenceKind kind, bool whole)
    {
        _replaces |= kind.Replaces();
        if (!whole || kind is not (DifferenceKind.Add or DifferenceKind.AddReplace))
            _gone.Add(index);
        if (!whole || kind is not (DifferenceKind.Delete or DifferenceKind.DeleteReplace))
            _added.Add(index);
    }

    /// <summary>The differences, for people.</summary>
    public IReadOnlyList<Change> Changes(string path)
    {
        var (gone, added) = (Items(old, _gone), Items(now, _added));
        // What reads the same on both sides was made of an output that will be another one.
        var renewed = gone.Where(added.Remove).ToList();
        gone.RemoveAll(renewed.Contains);
        var changes = new ValueChanges(_replaces);
        changes.Elements(path, gone, added);
        return
        [
            .. changes.Found,
            .. renewed.Select(item => new Change(path, ChangeKind.Changed, item, UnknownValue.Instance, _replaces)),
        ];
    }

    private static List<PropertyValue> Items(ArrayValue? list, IEnumerable<int> indices) =>
        list is null ? [] : [.. indices.Where(index => index < list.Items.Length).Select(index => list.Items[index])];
}
