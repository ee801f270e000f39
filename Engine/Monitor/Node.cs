using System.Collections.Immutable;
using Engine.Model;
using Engine.Planning;

namespace Engine.Monitor;

/// <summary>A registered resource.</summary>
internal sealed class Node(PlanStep step, string provider, IReadOnlyDictionary<string, string> providers, string position)
{
    /// <summary>Its step; its new state carries what is known of outputs and id.</summary>
    public PlanStep Step { get; set; } = step;

    /// <summary>The provider reference it uses and hands to its children; empty for none.</summary>
    public string Provider { get; } = provider;

    /// <summary>Provider references by package, for its children.</summary>
    public IReadOnlyDictionary<string, string> Providers { get; } = providers;

    /// <summary>Where in the program it is made; empty when unknown.</summary>
    public string Position { get; } = position;

    /// <summary>Whether the program has handed over its outputs.</summary>
    public bool OutputsRegistered { get; set; }

    public ResourceState State => Step.State;

    public string Urn => Step.Urn;

    /// <summary>Under which URN the old state was found; the same as <see cref="Urn"/> unless an alias matched.</summary>
    public string OldUrn => Step.Old?.Urn ?? Urn;

    /// <summary>Whether it is made by the program itself, so that its outputs come by RegisterResourceOutputs.</summary>
    public bool IsLocalComponent => !State.Custom && !Remote;

    public bool Remote { get; init; }

    /// <summary>For each output of a remote component the URNs its value came from.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<string>> OutputDependencies { get; set; } =
        ImmutableDictionary<string, ImmutableArray<string>>.Empty;
}
