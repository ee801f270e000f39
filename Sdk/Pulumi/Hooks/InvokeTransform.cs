namespace Pulumi;

/// <summary>May change the arguments and options of a function call; called by the engine. Needs the official SDK: see docs/sdk.md.</summary>
/// <param name="args">The call.</param>
/// <param name="cancellationToken">Cancelled when the deployment is.</param>
public delegate Task<InvokeTransformResult?> InvokeTransform(
    InvokeTransformArgs args,
    CancellationToken cancellationToken = default
);
