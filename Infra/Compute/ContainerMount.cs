namespace Infra.Compute;

/// <summary>A volume of the task in a container. Volumes are empty, live as long as the task, and belong to root.</summary>
/// <param name="Volume">The volume's name; containers that name the same share it.</param>
/// <param name="Path">Where the container sees it.</param>
/// <param name="ReadOnly">Whether the container may only read it.</param>
internal sealed record ContainerMount(string Volume, string Path, bool ReadOnly = false);
