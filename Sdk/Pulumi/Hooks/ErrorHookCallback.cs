namespace Pulumi;

/// <summary>Runs after a failed operation on a resource and says whether to try again. Needs the official SDK: see docs/sdk.md.</summary>
/// <param name="args">The resource and the operation.</param>
/// <param name="cancellationToken">Cancelled when the deployment is.</param>
public delegate Task<bool> ErrorHookCallback(ErrorHookArgs args, CancellationToken cancellationToken = default);
