using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A resource as the engine hands it to a <see cref="ResourceTransform"/>.</summary>
/// <param name="name">Its name.</param>
/// <param name="type">Its type token.</param>
/// <param name="custom">Whether a provider manages it.</param>
/// <param name="args">Its properties.</param>
/// <param name="options">Its options.</param>
public readonly struct ResourceTransformArgs(
    string name,
    string type,
    bool custom,
    ImmutableDictionary<string, object?> args,
    ResourceOptions options
)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Its type token.</summary>
    public string Type { get; } = type;

    /// <summary>Whether a provider manages it; false for components.</summary>
    public bool Custom { get; } = custom;

    /// <summary>Its properties.</summary>
    public ImmutableDictionary<string, object?> Args { get; } = args;

    /// <summary>Its options.</summary>
    public ResourceOptions Options { get; } = options;
}
