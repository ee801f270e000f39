using System.Collections.Immutable;
using Engine.Values;
using Pulumirpc;

namespace Engine.Monitor;

/// <summary>What a program, or a built-in model of a remote component, asks the engine to register.</summary>
internal sealed record Goal
{
    private static readonly ImmutableSortedDictionary<string, ImmutableArray<string>> NoDependencies =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    private static readonly ImmutableSortedDictionary<string, double> NoTimeouts = ImmutableSortedDictionary.Create<
        string,
        double
    >(StringComparer.Ordinal);

    public required string Type { get; init; }

    public required string Name { get; init; }

    public bool Custom { get; init; } = true;

    /// <summary>Whether a provider, not the program, makes the children of this component.</summary>
    public bool Remote { get; init; }

    /// <summary>Whether a provider is asked to read it; then <see cref="Id"/> says which.</summary>
    public bool Read { get; init; }

    public PropertyValue? Id { get; init; }

    public string? Parent { get; init; }

    public ObjectValue Inputs { get; init; } = ObjectValue.Empty;

    public ImmutableArray<string> Dependencies { get; init; } = [];

    public ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependencies { get; init; } = NoDependencies;

    /// <summary>A provider reference, <c>urn::id</c>; empty: the engine chooses.</summary>
    public string Provider { get; init; } = "";

    /// <summary>Provider references by package, for the children of a component.</summary>
    public IReadOnlyDictionary<string, string> Providers { get; init; } = ImmutableDictionary<string, string>.Empty;

    public string Version { get; init; } = "";

    public string PluginDownloadUrl { get; init; } = "";

    public bool? Protect { get; init; }

    public bool? RetainOnDelete { get; init; }

    public string DeletedWith { get; init; } = "";

    public ImmutableArray<string> ReplaceWith { get; init; } = [];

    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    public ImmutableArray<string> ReplaceOnChanges { get; init; } = [];

    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    public IReadOnlyList<Alias> Aliases { get; init; } = [];

    public string ImportId { get; init; } = "";

    public bool? DeleteBeforeReplace { get; init; }

    public ImmutableSortedDictionary<string, double> CustomTimeouts { get; init; } = NoTimeouts;

    public PropertyValue? ReplacementTrigger { get; init; }

    /// <summary>Where in the program it is made, for messages; empty when the SDK does not say.</summary>
    public string Position { get; init; } = "";
}
