using System.Collections.Immutable;
using Engine.Planning;

namespace Engine.Monitor;

/// <summary>What was answered in place of the cloud: each fact once, in order of name.</summary>
internal sealed class AssumptionLog
{
    private readonly Lock _lock = new();
    private readonly SortedSet<(string Name, string Value, string Source)> _made = [];

    public void Add(string name, string value, string source)
    {
        lock (_lock)
            _made.Add((name, value, source));
    }

    public ImmutableArray<Assumption> ToArray(Func<string, string> mask)
    {
        lock (_lock)
            return [.. _made.Select(made => new Assumption(made.Name, mask(made.Value), mask(made.Source)))];
    }
}
