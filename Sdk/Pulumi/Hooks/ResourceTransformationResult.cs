namespace Pulumi;

/// <summary>What to register instead.</summary>
/// <param name="args">The properties.</param>
/// <param name="options">The options.</param>
public readonly struct ResourceTransformationResult(ResourceArgs args, ResourceOptions options)
{
    /// <summary>The properties.</summary>
    public ResourceArgs Args { get; } = args;

    /// <summary>The options.</summary>
    public ResourceOptions Options { get; } = options;
}
