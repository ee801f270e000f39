using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Automation.Json;

namespace Pulumi.Automation.Events;

/// <summary>What is done to which resource.</summary>
public class StepEventMetadata
{
    internal StepEventMetadata(JsonElement json)
    {
        Op = OperationTypes.Parse(json.Text("op"));
        Urn = json.Text("urn");
        Type = json.Text("type");
        Old = StepEventStateMetadata.OrNull(json.Member("old"));
        New = StepEventStateMetadata.OrNull(json.Member("new"));
        Keys = json.TextsOrNull("keys");
        Diffs = json.TextsOrNull("diffs");
        DetailedDiff = json.Member("detailedDiff") is null ? null : json.Map("detailedDiff", diff => new PropertyDiff(diff));
        Logical = json.BooleanOrNull("logical");
        Provider = json.Text("provider");
    }

    /// <summary>The operation.</summary>
    public OperationType Op { get; }

    /// <summary>The resource.</summary>
    public string Urn { get; }

    /// <summary>Its type.</summary>
    public string Type { get; }

    /// <summary>What it was. Default: it was not there.</summary>
    public StepEventStateMetadata? Old { get; }

    /// <summary>What it becomes. Default: it is not there any more.</summary>
    public StepEventStateMetadata? New { get; }

    /// <summary>The properties for which it is replaced.</summary>
    public ImmutableArray<string>? Keys { get; }

    /// <summary>The properties that differ.</summary>
    public ImmutableArray<string>? Diffs { get; }

    /// <summary>How each differs, by its path. Default: the provider does not say.</summary>
    public IImmutableDictionary<string, PropertyDiff>? DetailedDiff { get; }

    /// <summary>Whether it is an operation a person thinks of, rather than a part of one.</summary>
    public bool? Logical { get; }

    /// <summary>The provider, as URN and id.</summary>
    public string Provider { get; }
}
