namespace Pulumi;

/// <summary>May change the properties and options of a resource; called by the engine. Needs the official SDK: see docs/sdk.md.</summary>
/// <param name="args">The resource as it is about to be registered.</param>
/// <param name="cancellationToken">Cancelled when the deployment is.</param>
public delegate Task<ResourceTransformResult?> ResourceTransform(
    ResourceTransformArgs args,
    CancellationToken cancellationToken = default
);
