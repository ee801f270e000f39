using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Ecs.Inputs;

namespace Infra.Compute;

/// <summary>The volumes of a task: those that its containers mount, empty at first and gone with the task.</summary>
internal static class TaskVolumes
{
    /// <summary>As the task definition lists them, sorted.</summary>
    public static InputList<TaskDefinitionVolumeArgs> Of(ImmutableArray<Container> containers) =>
        containers
            .SelectMany(container => container.Mounts)
            .Select(mount => mount.Volume)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(volume => new TaskDefinitionVolumeArgs { Name = volume })
            .ToList();
}
