using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// A map for a resource: some values by key, each one there or an output; or one output of a whole map. Written as
/// <c>{ ["key"] = value }</c> or <c>{ { "key", value } }</c> after a property, or as any dictionary.
/// </summary>
/// <typeparam name="TValue">Type of the values.</typeparam>
public sealed class InputMap<TValue>
    : Input<ImmutableDictionary<string, TValue>>,
        IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>,
        IEnumerable
{
    private ImmutableDictionary<string, Input<TValue>> _items;
    private Output<ImmutableDictionary<string, Input<TValue>>>? _later;

    /// <summary>An empty map.</summary>
    public InputMap()
        : this(ImmutableDictionary<string, Input<TValue>>.Empty) { }

    private InputMap(ImmutableDictionary<string, Input<TValue>> items)
        : base(ImmutableDictionary<string, TValue>.Empty) => _items = items;

    private InputMap(Output<ImmutableDictionary<string, Input<TValue>>> later)
        : this() => _later = later;

    /// <summary>Adds a value.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The map has a value under that key.</exception>
    public void Add(string key, Input<TValue> value)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (_later is null)
            _items = Added(_items, key, value);
        else
            _later = _later.Apply(items => Added(items, key, value));
    }

    /// <summary>Adds all values of another map.</summary>
    /// <param name="values">The other map; it is not changed.</param>
    public void Add(InputMap<TValue> values) => AddRange(values);

    /// <inheritdoc cref="Add(InputMap{TValue})"/>
    public void AddRange(InputMap<TValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        (_items, _later) = Joined(this, values, Added);
    }

    /// <inheritdoc cref="Add(string, Input{TValue})"/>
    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    /// <summary>A new map of the values of both; under a key of both stands the value of the second.</summary>
    /// <param name="first">One map.</param>
    /// <param name="second">The map that wins.</param>
    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var (items, later) = Joined(first, second, static (map, key, value) => map.SetItem(key, value));
        return later is null ? new(items) : new(later);
    }

    /// <summary>The values once the map is there; nothing while it is not known.</summary>
    /// <param name="cancellationToken">Not used: the deployment decides when the map is there.</param>
    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var none = ImmutableDictionary<string, TValue>.Empty;
        foreach (var entry in await AsOutput().GetValueAsync(whenUnknown: none).ConfigureAwait(false))
            yield return entry;
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException(
            $"An {nameof(InputMap<TValue>)} cannot be gone through with foreach: its values may not be there yet. Use await foreach, or Apply on its output."
        );

    internal override Output<ImmutableDictionary<string, TValue>> AsOutput() => _later?.Apply(All) ?? All(_items);

    private protected override object? RawContent => (object?)_later ?? _items;

    private Output<ImmutableDictionary<string, Input<TValue>>> Entries => _later ?? Output.Create(_items);

    private static Output<ImmutableDictionary<string, TValue>> All(ImmutableDictionary<string, Input<TValue>> items)
    {
        return Output<ImmutableDictionary<string, TValue>>.From(AllAsync(items));

        static async ValueTask<OutputData<ImmutableDictionary<string, TValue>>> AllAsync(
            ImmutableDictionary<string, Input<TValue>> items
        )
        {
            var join = new Join();
            var values = ImmutableDictionary.CreateBuilder<string, TValue>();
            foreach (var (key, input) in items)
                values[key] = await join.Add(input).ConfigureAwait(false);
            return join.Data(values.ToImmutable());
        }
    }

    private static ImmutableDictionary<string, Input<TValue>> Added(
        ImmutableDictionary<string, Input<TValue>> items,
        string key,
        Input<TValue> value
    ) =>
        items.ContainsKey(key)
            ? throw new ArgumentException($"The map already has a value under the key '{key}'.", nameof(key))
            : items.SetItem(key, value);

    private static (ImmutableDictionary<string, Input<TValue>>, Output<ImmutableDictionary<string, Input<TValue>>>?) Joined(
        InputMap<TValue> first,
        InputMap<TValue> second,
        Func<ImmutableDictionary<string, Input<TValue>>, string, Input<TValue>, ImmutableDictionary<string, Input<TValue>>> add
    )
    {
        if (first._later is null && second._later is null)
            return (second._items.Aggregate(first._items, (map, entry) => add(map, entry.Key, entry.Value)), null);
        var later = Output
            .Tuple(first.Entries, second.Entries)
            .Apply(both => both.Item2.Aggregate(both.Item1, (map, entry) => add(map, entry.Key, entry.Value)));
        return (ImmutableDictionary<string, Input<TValue>>.Empty, later);
    }

    private static ImmutableDictionary<string, Input<TValue>> Each(IEnumerable<KeyValuePair<string, TValue>> values) =>
        values.ToImmutableDictionary(entry => entry.Key, entry => (Input<TValue>)entry.Value);

    /// <summary>A map of values that are there.</summary>
    /// <param name="values">The values by key.</param>
    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => new(Each(values));

    /// <inheritdoc cref="op_Implicit(Dictionary{string, TValue})"/>
    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) => new(Each(values));

    /// <summary>A map that is there later as a whole.</summary>
    /// <param name="values">The map.</param>
    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) =>
        new(values.Apply(entries => Each(entries)));

    /// <inheritdoc cref="op_Implicit(Output{Dictionary{string, TValue}})"/>
    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) =>
        new(values.Apply(entries => Each(entries)));

    /// <inheritdoc cref="op_Implicit(Output{Dictionary{string, TValue}})"/>
    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) =>
        new(values.Apply(entries => Each(entries)));
}
