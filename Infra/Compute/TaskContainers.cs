using System.Collections.Immutable;
using Infra.Validation;

namespace Infra.Compute;

/// <summary>What the containers of a task must agree on with each other and with the task.</summary>
internal static class TaskContainers
{
    private const int LongestStop = 120; // seconds; Fargate's own limit

    /// <summary>What ECS would refuse, or accept and then not run, of a task on Fargate.</summary>
    public static IEnumerable<Problem> Problems(ImmutableArray<Container> containers, FargateSize size) =>
        Problems(containers, size.MemoryMiB, TaskHost.Fargate);

    /// <summary>The same wherever the task runs.</summary>
    /// <param name="containers">Its containers.</param>
    /// <param name="memoryMiB">Its memory.</param>
    /// <param name="host">What runs it.</param>
    public static IEnumerable<Problem> Problems(ImmutableArray<Container> containers, int memoryMiB, TaskHost host)
    {
        if (!containers.Any(container => container.Essential))
            yield return new("containers", "no essential one", "one or more", "the task would end with its first container");
        foreach (var twice in containers.CountBy(container => container.Name).Where(count => count.Value > 1))
            yield return new("containers", $"{twice.Key} twice", "each name once", "containers are told apart by name");
        var limits = containers.Sum(container => container.MemoryMiB ?? container.MemoryReservationMiB ?? 0);
        if (limits > memoryMiB)
            yield return new(
                "containers",
                $"limits of {limits} MiB in all",
                $"{memoryMiB} MiB at most, the memory of the task",
                "raise memoryMiB or lower the limits"
            );
        foreach (var container in containers)
        foreach (var problem in Of(container, containers, host).Concat(Links(container, containers, host)))
            yield return problem.Under($"containers.{container.Name}");
    }

    private static IEnumerable<Problem> Of(Container container, ImmutableArray<Container> all, TaskHost host)
    {
        if (!new ImageReference(container.Image).IsSound)
            yield return new(
                "image",
                container.Image,
                "registry/repository:tag or registry/repository@sha256:…",
                "write all of it"
            );
        else if (!new ImageReference(container.Image).IsPinned)
            yield return new("image", container.Image, "a digest, or a tag other than latest", "what runs must be known");
        if (host == TaskHost.Fargate && container.StopTimeoutSeconds is (< 2 or > LongestStop))
            yield return new("stopTimeoutSeconds", container.StopTimeoutSeconds, "2 to 120", "Fargate waits no longer");
        foreach (var name in container.Environment.Keys.Intersect(container.Secrets.Keys))
            yield return new(name, "a plain text and a secret", "one of them", "ECS refuses a variable that is set twice");
        foreach (var on in container.DependsOn)
        {
            if (all.FirstOrDefault(other => other.Name == on.Container) is not { } other)
                yield return new("dependsOn", on.Container, "a container of the task", "correct the name");
            else if (on.Condition == "HEALTHY" && other.HealthCheck is null)
                yield return new("dependsOn", on.Container, "a container with a health check", "it would never be healthy");
        }
    }

    private static IEnumerable<Problem> Links(Container container, ImmutableArray<Container> all, TaskHost host)
    {
        if (host == TaskHost.Fargate && !container.Links.IsEmpty)
            yield return new("links", container.Links, "none on Fargate", "its containers share one address: use 127.0.0.1");
        foreach (var link in container.Links)
        {
            if (all.FirstOrDefault(other => other.Name == link && other != container) is not { } other)
                yield return new("links", link, "another container of the task", "correct the name");
            else if (other.Links.Contains(container.Name))
                yield return new("links", link, "no link back", "neither of the two could start first");
        }
    }
}
