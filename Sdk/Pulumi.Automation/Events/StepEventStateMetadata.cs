using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Automation.Json;

namespace Pulumi.Automation.Events;

/// <summary>The state of a resource before or after an operation. Secrets in it are masked by the engine.</summary>
public class StepEventStateMetadata
{
    internal StepEventStateMetadata(JsonElement json)
    {
        Type = json.Text("type");
        Urn = json.Text("urn");
        Custom = json.BooleanOrNull("custom");
        Delete = json.BooleanOrNull("delete");
        Id = json.Text("id");
        Parent = json.Text("parent");
        Protect = json.BooleanOrNull("protect");
        Inputs = json.Map("inputs", value => JsonReading.Plain(value)!);
        Outputs = json.Map("outputs", value => JsonReading.Plain(value)!);
        Provider = json.Text("provider");
        InitErrors = json.TextsOrNull("initErrors");
    }

    /// <summary>Its type.</summary>
    public string Type { get; }

    /// <summary>Its name in the state.</summary>
    public string Urn { get; }

    /// <summary>Whether a provider manages it, rather than being a component.</summary>
    public bool? Custom { get; }

    /// <summary>Whether it waits to be deleted.</summary>
    public bool? Delete { get; }

    /// <summary>Its id at the provider. Default: none yet.</summary>
    public string Id { get; }

    /// <summary>URN of its parent. Default: none.</summary>
    public string Parent { get; }

    /// <summary>Whether it may not be deleted.</summary>
    public bool? Protect { get; }

    /// <summary>What the program says.</summary>
    public IImmutableDictionary<string, object> Inputs { get; }

    /// <summary>What is there.</summary>
    public IImmutableDictionary<string, object> Outputs { get; }

    /// <summary>The provider, as URN and id.</summary>
    public string Provider { get; }

    /// <summary>Why it is there, but not working.</summary>
    public ImmutableArray<string>? InitErrors { get; }

    internal static StepEventStateMetadata? OrNull(JsonElement? json) => json is { } state ? new(state) : null;
}
