using Engine.Model;
using Engine.Planning;
using Engine.Projects;
using Engine.Providers;
using Engine.Values;

namespace Engine.Monitor;

/// <summary>What the parts of one run share.</summary>
internal sealed class RunContext
{
    private volatile bool _closed;

    public required string Project { get; init; }

    public required string Stack { get; init; }

    public required string Organization { get; init; }

    public required IReadOnlyDictionary<string, ConfigEntry> Config { get; init; }

    public required int Parallel { get; init; }

    public Func<ResourceState, string, PropertyValue?>? Assume { get; init; }

    public required IPlanner Planner { get; init; }

    public required ResourceTypes Types { get; init; }

    public required RemoteModels Models { get; init; }

    public required string RootDirectory { get; init; }

    public SecretTexts Secrets { get; } = new();

    public required DiagnosticLog Log { get; init; }

    public AssumptionLog Assumptions { get; } = new();

    public ResourceGraph Graph { get; } = new();

    public NamePool Names { get; } = new();

    public Activity Activity { get; } = new();

    /// <summary>Whether the program has said that it is done, or has ended.</summary>
    public bool IsClosed => _closed;

    public void Close() => _closed = true;
}
