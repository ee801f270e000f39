using System.Collections.Immutable;
using Engine.Planning;

namespace Engine.Monitor;

/// <summary>What was answered in place of the cloud: each fact once, in order of name.</summary>
internal sealed class AssumptionLog
{
    private readonly Lock _lock = new();
    private readonly SortedSet<Assumption> _made = new(Comparer<Assumption>.Create(Compare));

    public void Add(string name, string value, string source)
    {
        lock (_lock)
            _made.Add(new(name, value, source));
    }

    public ImmutableArray<Assumption> ToArray(Func<string, string> mask)
    {
        lock (_lock)
            return [.. _made.Select(made => made with { Value = mask(made.Value), Source = mask(made.Source) })];
    }

    private static int Compare(Assumption one, Assumption other) =>
        string.CompareOrdinal(one.Name, other.Name) is not 0 and var names ? names
        : string.CompareOrdinal(one.Value, other.Value) is not 0 and var values ? values
        : string.CompareOrdinal(one.Source, other.Source);
}
