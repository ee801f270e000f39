using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Arguments of a function whose names are known at run time only.</summary>
/// <param name="dictionary">The arguments by the engine's names.</param>
public sealed class DictionaryInvokeArgs(ImmutableDictionary<string, object?> dictionary) : InvokeArgs
{
    internal override IEnumerable<KeyValuePair<string, object?>> Properties() => dictionary;
}
