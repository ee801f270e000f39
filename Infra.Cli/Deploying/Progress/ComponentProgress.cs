namespace Infra.Cli.Deploying.Progress;

/// <summary>How far the resources of one component are.</summary>
/// <param name="name">Type and name of the component.</param>
internal sealed class ComponentProgress(string name)
{
    private readonly Dictionary<string, long> _running = new(StringComparer.Ordinal);

    /// <summary>Type and name.</summary>
    public string Name { get; } = name;

    /// <summary>How many of its resources something happens to.</summary>
    public int Total { get; private set; }

    /// <summary>How many of them are done.</summary>
    public int Done { get; private set; }

    /// <summary>How many of them failed.</summary>
    public int Failed { get; private set; }

    /// <summary>Whether nothing is left to do.</summary>
    public bool IsOver => Done + Failed >= Total && _running.Count == 0;

    /// <summary>The resource that is worked on longest, and since when. Default: none is.</summary>
    public (string Urn, long Since)? Longest =>
        _running.Count == 0 ? null
        : _running.MinBy(one => one.Value) is var (urn, since) ? (urn, since)
        : null;

    /// <summary>One more resource will be worked on.</summary>
    public void Expect() => Total++;

    /// <summary>Work on a resource begins.</summary>
    public void Start(string urn, long now) => _running.TryAdd(urn, now);

    /// <summary>Work on a resource is over.</summary>
    /// <returns>When it began. Default: nobody said so.</returns>
    public long? End(string urn, bool failed)
    {
        if (failed)
            Failed++;
        else
            Done++;
        return _running.Remove(urn, out var since) ? since : null;
    }
}
