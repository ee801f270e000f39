using System.Collections.Immutable;
using Engine.Values;

namespace Engine.Model;

/// <summary>A resource as a program registered it or as a checkpoint holds it. Field names are those of Pulumi's checkpoints.</summary>
public sealed record ResourceState
{
    /// <summary>Its unique name.</summary>
    public required string Urn { get; init; }

    /// <summary>Its own type token, not the chain of its parents.</summary>
    public required string Type { get; init; }

    /// <summary>Whether a provider manages it; false for components.</summary>
    public required bool Custom { get; init; }

    /// <summary>The provider's id. Default: none yet.</summary>
    public string? Id { get; init; }

    /// <summary>The URN of its parent. Default: none (the stack itself).</summary>
    public string? Parent { get; init; }

    /// <summary>What the program set.</summary>
    public ObjectValue Inputs { get; init; } = ObjectValue.Empty;

    /// <summary>What the provider answers.</summary>
    public ObjectValue Outputs { get; init; } = ObjectValue.Empty;

    /// <summary>The provider it belongs to, as <c>urn::id</c>. Default: none (components and providers).</summary>
    public string? Provider { get; init; }

    /// <summary>URNs it must come after.</summary>
    public ImmutableArray<string> Dependencies { get; init; } = [];

    /// <summary>For each input the URNs its value came from.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependencies { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    /// <summary>Whether deleting it is refused.</summary>
    public bool Protect { get; init; }

    /// <summary>Whether deleting it leaves the real thing alone.</summary>
    public bool RetainOnDelete { get; init; }

    /// <summary>Whether it was read rather than made.</summary>
    public bool External { get; init; }

    /// <summary>Whether this is an old copy awaiting deletion.</summary>
    public bool Delete { get; init; }

    /// <summary>Whether it was deleted and not yet made again.</summary>
    public bool PendingReplacement { get; init; }

    /// <summary>Whether it is to be replaced at the next update.</summary>
    public bool Taint { get; init; }

    /// <summary>Why it was made only in part.</summary>
    public ImmutableArray<string> InitErrors { get; init; } = [];

    /// <summary>Where the program made it, as <c>project:///file#line</c>. Default: not known.</summary>
    public string? SourcePosition { get; init; }

    /// <summary>Output names that are secret.</summary>
    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>Former URNs: as registered every alias, in a checkpoint the one that matched.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Property paths whose changes are ignored.</summary>
    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    /// <summary>Property paths whose changes replace.</summary>
    public ImmutableArray<string> ReplaceOnChanges { get; init; } = [];

    /// <summary>URN of the resource whose deletion deletes this one too.</summary>
    public string? DeletedWith { get; init; }

    /// <summary>URNs whose replacement replaces this one.</summary>
    public ImmutableArray<string> ReplaceWith { get; init; } = [];

    /// <summary>The id it is to be imported from.</summary>
    public string? ImportId { get; init; }

    /// <summary>Whether it is deleted before its replacement is made. Default: the provider decides.</summary>
    public bool? DeleteBeforeReplace { get; init; }

    /// <summary>How long each operation may take, in seconds, by <c>create</c>, <c>update</c> and <c>delete</c>.</summary>
    public ImmutableSortedDictionary<string, double> CustomTimeouts { get; init; } =
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    /// <summary>Value whose change replaces the resource.</summary>
    public PropertyValue? ReplacementTrigger { get; init; }

    /// <summary>When it was made and last changed, as the checkpoint says.</summary>
    public string? Created { get; init; }

    /// <inheritdoc cref="Created"/>
    public string? Modified { get; init; }

    /// <summary>The logical name: what follows the third <c>::</c> of the URN.</summary>
    public string Name => Urns.Name(Urn);
}
