using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What a <see cref="ResourceHookCallback"/> is told.</summary>
/// <param name="urn">The resource's URN.</param>
/// <param name="id">The provider's id of it.</param>
/// <param name="name">Its name.</param>
/// <param name="type">Its type token.</param>
/// <param name="newInputs">What the program sets. Default: none, it is deleted.</param>
/// <param name="oldInputs">What was set before. Default: none, it is made.</param>
/// <param name="newOutputs">What the provider answered. Default: none yet.</param>
/// <param name="oldOutputs">What it had answered before. Default: none.</param>
public class ResourceHookArgs(
    string urn,
    string id,
    string name,
    string type,
    ImmutableDictionary<string, object?>? newInputs = null,
    ImmutableDictionary<string, object?>? oldInputs = null,
    ImmutableDictionary<string, object?>? newOutputs = null,
    ImmutableDictionary<string, object?>? oldOutputs = null
)
{
    /// <summary>The resource's URN.</summary>
    public string Urn { get; } = urn;

    /// <summary>The provider's id of it.</summary>
    public string Id { get; } = id;

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Its type token.</summary>
    public string Type { get; } = type;

    /// <summary>What the program sets.</summary>
    public ImmutableDictionary<string, object?>? NewInputs { get; } = newInputs;

    /// <summary>What was set before.</summary>
    public ImmutableDictionary<string, object?>? OldInputs { get; } = oldInputs;

    /// <summary>What the provider answered.</summary>
    public ImmutableDictionary<string, object?>? NewOutputs { get; } = newOutputs;

    /// <summary>What it had answered before.</summary>
    public ImmutableDictionary<string, object?>? OldOutputs { get; } = oldOutputs;
}
