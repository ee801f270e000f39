using System.Collections.Immutable;
using Pulumi;

namespace Infra.Settings;

/// <summary>
/// The secrets that people bring: client secrets of identity providers, tokens of other services. They come encrypted from the stack file,
/// under <c>secrets</c>, and from nowhere else. No record, since a record prints itself.
/// </summary>
/// <param name="known">What the system knows.</param>
/// <param name="values">What the stack file has, by name.</param>
internal sealed class StackSecrets(IEnumerable<KnownSecret> known, IReadOnlyDictionary<string, string> values)
{
    private readonly ImmutableSortedDictionary<string, string?> _values = known.ToImmutableSortedDictionary(
        secret => secret.Name,
        secret => values.GetValueOrDefault(secret.Name),
        StringComparer.Ordinal
    );

    /// <summary>Those of a system that knows none.</summary>
    public static StackSecrets None { get; } = new([], ImmutableDictionary<string, string>.Empty);

    /// <summary>Whether the stack file has one.</summary>
    /// <inheritdoc cref="Find"/>
    public bool Has(string name) => Value(name) is not null;

    /// <summary>A secret of the stack; nothing where its file has none. In a preview without the passphrase it is a stand-in.</summary>
    /// <param name="name">Its name, one that the system declares.</param>
    /// <exception cref="ArgumentException">The system declares no such secret.</exception>
    public Output<string>? Find(string name) => Value(name) is { } text ? Output.CreateSecret(text) : null;

    private string? Value(string name) =>
        _values.TryGetValue(name, out var text)
            ? text
            : throw new ArgumentException($"{name} is no secret that the system declares", nameof(name));
}
