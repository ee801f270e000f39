using System.Collections.Immutable;
using Engine.Model;
using Engine.Planning;
using Engine.Programs;
using Engine.Projects;
using Engine.Values;

namespace Engine.Previewing;

/// <summary>What to preview.</summary>
public sealed record PreviewOptions
{
    /// <summary>The project's name.</summary>
    public required string Project { get; init; }

    /// <summary>The stack's name, without organization and project.</summary>
    public required string Stack { get; init; }

    /// <summary>Who owns the stack. Default: Pulumi's own word for nobody in particular.</summary>
    public string Organization { get; init; } = "organization";

    /// <summary>The directory of <c>Pulumi.yaml</c>.</summary>
    public required string RootDirectory { get; init; }

    /// <summary>The directory the program runs in. Default: <see cref="RootDirectory"/>.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>The effective configuration by full key, for example <c>aws:region</c>, defaults of the project included.</summary>
    public IReadOnlyDictionary<string, ConfigEntry> Config { get; init; } = ImmutableDictionary<string, ConfigEntry>.Empty;

    /// <summary>What to run.</summary>
    public required IProgram Program { get; init; }

    /// <summary>What is deployed; its secrets are masked like those of the configuration. Default: nothing, so everything is new.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>What to plan differently.</summary>
    public PlannerOptions Planning { get; init; } = new();

    /// <summary>Makes the planner of this run. Default: one that plans against <see cref="Baseline"/>.</summary>
    public Func<IPlanner>? Planner { get; init; }

    /// <summary>
    /// What to take for the id (<c>id</c>) or for an output that a provider would compute, so that texts made of them, such as container
    /// definitions, can be read; nothing leaves it unknown. Default: all of them are unknown, as in every real preview.
    /// </summary>
    public Func<ResourceState, string, PropertyValue?>? Assume { get; init; }

    /// <summary>How long the program may be silent, neither calling the engine nor printing, before it counts as hanging. Default: a minute.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many operations the program is told it may run at once. Default: 16.</summary>
    public int Parallel { get; init; } = 16;
}
