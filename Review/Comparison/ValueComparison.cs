using System.Collections.Immutable;
using Engine.Values;

namespace Review.Comparison;

/// <summary>
/// Compares the inputs of one resource in two stacks: texts without the stacks' own names, JSON inside texts as what it holds, lists as sets unless their
/// order means something, nothing and empty as the same. Of secrets it is told at most that they differ, by their shape or by the resource they come
/// from: what they are differs anyway.
/// </summary>
internal sealed class ValueComparison(OwnNames left, OwnNames right)
{
    private readonly Normal _left = new(left);
    private readonly Normal _right = new(right);
    private readonly List<ValueDifference> _found = [];

    /// <summary>Every difference, in the order of the keys.</summary>
    public IReadOnlyList<ValueDifference> Between(ObjectValue of, ObjectValue and)
    {
        _found.Clear();
        Members(of, and, "");
        return [.. _found];
    }

    private void Members(ObjectValue of, ObjectValue and, string path)
    {
        var others = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in and.Properties.Keys)
            _ = others.TryAdd(right.Without(key), key) || others.TryAdd(key, key);
        foreach (var (key, value) in of.Properties)
            Compare(value, others.Remove(left.Without(key), out var other) ? and[other] : null, PropertyPath.Key(path, key), key);
        foreach (var key in others.Values)
            Compare(null, and[key], PropertyPath.Key(path, key), key);
    }

    private void Compare(PropertyValue? of, PropertyValue? and, string path, string key)
    {
        if (of is SecretValue || and is SecretValue)
        {
            if (_left.Of(of) != _right.Of(and))
                Add(path, Masked(of), Masked(and));
            return;
        }
        var (l, r) = (Opened(of), Opened(and));
        if (IsEmpty(l) && IsEmpty(r))
            return;
        if (l is ArrayValue != r is ArrayValue && l is not null && r is not null)
            (l, r) = (AsList(l), AsList(r));
        switch (l, r)
        {
            case (ObjectValue a, ObjectValue b):
                Members(a, b, path);
                break;
            case (ArrayValue a, ArrayValue b):
                Items(a.Items, b.Items, path, key);
                break;
            default:
                if (l is null || r is null || _left.Scalar(l) is not { } text || text != _right.Scalar(r))
                    Add(path, of, and);
                break;
        }
    }

    private void Items(ImmutableArray<PropertyValue> of, ImmutableArray<PropertyValue> and, string path, string key)
    {
        if (ListMatch.IsOrdered(key))
        {
            if (!of.Select(item => _left.Of(item)).SequenceEqual(and.Select(item => _right.Of(item))))
                Add(path, new ArrayValue(of), new ArrayValue(and));
        }
        else if (ListMatch.Identity(of, left, and, right) is { } identity)
            Named(of, and, identity, path);
        else
            Unnamed(of, and, path, key);
    }

    private void Named(ImmutableArray<PropertyValue> of, ImmutableArray<PropertyValue> and, string identity, string path)
    {
        var others = new Dictionary<string, PropertyValue>(StringComparer.Ordinal);
        foreach (var item in and)
            others.TryAdd(right.Without(ListMatch.NameOf(item, identity)), item);
        foreach (var item in of)
        {
            var name = ListMatch.NameOf(item, identity);
            Compare(item, others.Remove(left.Without(name), out var other) ? other : null, $"{path}[{name}]", identity);
        }
        foreach (var item in others.Values)
            Compare(null, item, $"{path}[{ListMatch.NameOf(item, identity)}]", identity);
    }

    // Items that both have are the same wherever they stand; the others are paired in their order, as far as they are maps.
    private void Unnamed(ImmutableArray<PropertyValue> of, ImmutableArray<PropertyValue> and, string path, string key)
    {
        var (onlyLeft, onlyRight) = ListMatch.Without(of, and, item => _left.Of(item), item => _right.Of(item));
        if (onlyLeft.Count == 0 && onlyRight.Count == 0)
            return;
        var scalars = onlyLeft.Concat(onlyRight).All(item => Opened(item) is not (ObjectValue or ArrayValue));
        if (scalars)
        {
            Add(path, Rest(onlyLeft), Rest(onlyRight));
            return;
        }
        for (var index = 0; index < Math.Max(onlyLeft.Count, onlyRight.Count); index++)
        {
            var (a, b) = (onlyLeft.ElementAtOrDefault(index), onlyRight.ElementAtOrDefault(index));
            var position = a is null ? and.IndexOf(b!) : of.IndexOf(a);
            Compare(a, b, PropertyPath.Index(path, position), key);
        }
    }

    private void Add(string path, PropertyValue? of, PropertyValue? and) => _found.Add(new ValueDifference(path, of, and));

    // Where one side is a secret, the other gives a hint.
    private static SecretValue? Masked(PropertyValue? value) => value is null or NullValue ? null : SecretValue.Of(value);

    private static ArrayValue? Rest(List<PropertyValue> items) => items.Count == 0 ? null : new ArrayValue([.. items]);

    private static PropertyValue? Opened(PropertyValue? value) =>
        value?.Unwrap() switch
        {
            null or NullValue => null,
            StringValue text => EncodedText.Open(text),
            var bare => bare,
        };

    private static bool IsEmpty(PropertyValue? value) =>
        value
            is null
                or ObjectValue { Properties.IsEmpty: true }
                or ArrayValue { Items.IsEmpty: true }
                or StringValue { Value: "" };

    private static ArrayValue AsList(PropertyValue value) => value as ArrayValue ?? new ArrayValue([value]);
}
