using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A function call as the engine hands it to an <see cref="InvokeTransform"/>.</summary>
/// <param name="token">The function.</param>
/// <param name="args">Its arguments.</param>
/// <param name="options">Its options.</param>
public readonly struct InvokeTransformArgs(string token, ImmutableDictionary<string, object?> args, InvokeOptions options)
{
    /// <summary>The function.</summary>
    public string Token { get; } = token;

    /// <summary>Its arguments.</summary>
    public ImmutableDictionary<string, object?> Args { get; } = args;

    /// <summary>Its options.</summary>
    public InvokeOptions Options { get; } = options;
}
