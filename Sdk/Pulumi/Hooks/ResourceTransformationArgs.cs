namespace Pulumi;

/// <summary>A resource as it is about to be registered.</summary>
/// <param name="resource">The resource; its outputs are not there yet.</param>
/// <param name="args">Its properties.</param>
/// <param name="options">Its options.</param>
public readonly struct ResourceTransformationArgs(Resource resource, ResourceArgs args, ResourceOptions options)
{
    /// <summary>The resource; its outputs are not there yet.</summary>
    public Resource Resource { get; } = resource;

    /// <summary>Its properties.</summary>
    public ResourceArgs Args { get; } = args;

    /// <summary>Its options.</summary>
    public ResourceOptions Options { get; } = options;
}
