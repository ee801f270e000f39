using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Properties of a resource whose names are known at run time only.</summary>
/// <param name="dictionary">The properties by the engine's names; each may be plain, an input or an output.</param>
public sealed class DictionaryResourceArgs(ImmutableDictionary<string, object?> dictionary) : ResourceArgs
{
    internal override IEnumerable<KeyValuePair<string, object?>> Properties() => dictionary;
}
