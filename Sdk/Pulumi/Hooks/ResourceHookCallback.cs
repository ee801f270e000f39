namespace Pulumi;

/// <summary>Runs before or after an operation on a resource. Needs the official SDK: see docs/sdk.md.</summary>
/// <param name="args">The resource and the operation.</param>
/// <param name="cancellationToken">Cancelled when the deployment is.</param>
public delegate Task ResourceHookCallback(ResourceHookArgs args, CancellationToken cancellationToken = default);
