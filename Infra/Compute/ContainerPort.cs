namespace Infra.Compute;

/// <summary>A port that a container listens on. With awsvpc it is the task's own; in bridge mode the instance has another for it.</summary>
/// <param name="Port">The number.</param>
/// <param name="Protocol"><c>tcp</c> or <c>udp</c>.</param>
internal readonly record struct ContainerPort(int Port, string Protocol = "tcp")
{
    /// <summary>What Service Connect calls it. Default: none, as nobody else needs one.</summary>
    public string? Name { get; init; }
}
