namespace Pulumi;

/// <summary>What the engine says of a program that it runs in the process of its caller.</summary>
/// <param name="Monitor">Address of the registry of resources.</param>
/// <param name="Engine">Address of the engine.</param>
/// <param name="Facts">What the deployment is of.</param>
/// <param name="Config">The configuration of the stack.</param>
internal sealed record InlineRun(string Monitor, string Engine, DeploymentFacts Facts, ConfigValues Config);
