using System.Collections.Concurrent;

namespace Engine.Values;

/// <summary>Keeps one copy of names that repeat: property names, type tokens, URNs. A large stack repeats few names very often.</summary>
public sealed class NamePool
{
    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>The one copy equal to <paramref name="name"/>.</summary>
    public string Share(string name) => _names.TryGetValue(name, out var known) ? known : _names.GetOrAdd(name, name);
}
