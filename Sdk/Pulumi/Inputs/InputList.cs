using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// A list for a resource: some values, each one there or an output; or one output of a whole list. Written as <c>["a", output]</c>, as
/// <c>{ "a", output }</c> after a property, or as any array or list.
/// </summary>
/// <typeparam name="T">Type of the elements.</typeparam>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IAsyncEnumerable<Input<T>>, IEnumerable
{
    // Elements one by one, each with its own secrecy; until a list is added of which not even the length is known yet.
    private ImmutableArray<Input<T>> _items;
    private Output<ImmutableArray<Input<T>>>? _later;

    /// <summary>An empty list.</summary>
    public InputList()
        : this([]) { }

    private InputList(ImmutableArray<Input<T>> items)
        : base(ImmutableArray<T>.Empty) => _items = items;

    private InputList(Output<ImmutableArray<Input<T>>> later)
        : base(ImmutableArray<T>.Empty) => (_items, _later) = ([], later);

    /// <summary>Adds values at the end.</summary>
    /// <param name="inputs">The values.</param>
    public void Add(params Input<T>[] inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        AddRange(new InputList<T>(ImmutableArray.Create(inputs)));
    }

    /// <summary>Adds all values of a list at the end.</summary>
    /// <param name="inputs">The list; it is not changed.</param>
    public void Add(InputList<T> inputs) => AddRange(inputs);

    /// <inheritdoc cref="Add(InputList{T})"/>
    public void AddRange(InputList<T> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        (_items, _later) = Joined(inputs);
    }

    /// <summary>A new list of the values of this one and then those of another.</summary>
    /// <param name="other">The other list.</param>
    public InputList<T> Concat(InputList<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (items, later) = Joined(other);
        return later is null ? new(items) : new(later);
    }

    /// <summary>The values once the list is there; nothing while it is not known.</summary>
    /// <param name="cancellationToken">Not used: the deployment decides when the list is there.</param>
    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        foreach (var value in await AsOutput().GetValueAsync(whenUnknown: []).ConfigureAwait(false))
            yield return value;
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException(
            $"An {nameof(InputList<T>)} cannot be gone through with foreach: its values may not be there yet. Use await foreach, or Apply on its output."
        );

    internal bool IsEmpty => _later is null && _items.IsEmpty;

    internal InputList<T> Clone() => _later is null ? new(_items) : new(_later);

    internal override Output<ImmutableArray<T>> AsOutput() => _later?.Apply(Output.AllOf) ?? Output.AllOf(_items);

    private protected override object? RawContent => (object?)_later ?? _items;

    private (ImmutableArray<Input<T>>, Output<ImmutableArray<Input<T>>>?) Joined(InputList<T> other) =>
        _later is null && other._later is null
            ? (_items.AddRange(other._items), null)
            : ([], Output.Tuple(Elements, other.Elements).Apply(both => both.Item1.AddRange(both.Item2)));

    private Output<ImmutableArray<Input<T>>> Elements => _later ?? Output.Create(_items);

    private static ImmutableArray<Input<T>> Each(IEnumerable<T> values) => [.. values.Select(value => (Input<T>)value)];

    private static ImmutableArray<Input<T>> Each(IEnumerable<Output<T>> values) => [.. values.Select(value => (Input<T>)value)];

    /// <summary>A list of one value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator InputList<T>(T value) => new([value]);

    /// <inheritdoc cref="op_Implicit(T)"/>
    public static implicit operator InputList<T>(Output<T> value) => new([value]);

    /// <inheritdoc cref="op_Implicit(T)"/>
    public static implicit operator InputList<T>(Input<T> value) => new([value]);

    /// <summary>A list of some values.</summary>
    /// <param name="values">The values.</param>
    public static implicit operator InputList<T>(T[] values) => new(Each(values));

    /// <inheritdoc cref="op_Implicit(T[])"/>
    public static implicit operator InputList<T>(Output<T>[] values) => new(Each(values));

    /// <inheritdoc cref="op_Implicit(T[])"/>
    public static implicit operator InputList<T>(Input<T>[] values) => new(ImmutableArray.Create(values));

    /// <inheritdoc cref="op_Implicit(T[])"/>
    public static implicit operator InputList<T>(List<T> values) => new(Each(values));

    /// <inheritdoc cref="op_Implicit(T[])"/>
    public static implicit operator InputList<T>(List<Output<T>> values) => new(Each(values));

    /// <inheritdoc cref="op_Implicit(T[])"/>
    public static implicit operator InputList<T>(List<Input<T>> values) => new([.. values]);

    /// <inheritdoc cref="op_Implicit(T[])"/>
    public static implicit operator InputList<T>(ImmutableArray<T> values) => new(Each(values));

    /// <inheritdoc cref="op_Implicit(T[])"/>
    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) => new(Each(values));

    /// <inheritdoc cref="op_Implicit(T[])"/>
    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => new(values);

    /// <summary>A list that is there later as a whole.</summary>
    /// <param name="values">The list.</param>
    public static implicit operator InputList<T>(Output<T[]> values) => new(values.Apply(items => Each(items)));

    /// <inheritdoc cref="op_Implicit(Output{T[]})"/>
    public static implicit operator InputList<T>(Output<List<T>> values) => new(values.Apply(items => Each(items)));

    /// <inheritdoc cref="op_Implicit(Output{T[]})"/>
    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => new(values.Apply(Each));

    /// <inheritdoc cref="op_Implicit(Output{T[]})"/>
    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) =>
        new(values.Apply(items => items.IsDefault ? [] : Each(items)));
}
