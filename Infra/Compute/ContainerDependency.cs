namespace Infra.Compute;

/// <summary>What a container waits for.</summary>
/// <param name="Container">The other container.</param>
/// <param name="Condition">How far it must have come: <c>START</c>, <c>SUCCESS</c>, <c>COMPLETE</c> or <c>HEALTHY</c>.</param>
internal sealed record ContainerDependency(string Container, string Condition);
