namespace Pulumi;

/// <summary>Stands for a resource of which only the URN is known, as where a value came from.</summary>
/// <param name="urn">The URN.</param>
internal sealed class DependencyResource(string urn) : CustomResource(urn, Output.Unknown(""));
