namespace Infra.Network;

/// <summary>What AWS shows of a security group.</summary>
/// <param name="Name">The name behind the stack's prefix and before <c>-sg</c>, for example <c>ecs</c>.</param>
/// <param name="Description">What it is for. AWS replaces a group whose description changes.</param>
internal sealed record SecurityGroupText(string Name, string Description);
