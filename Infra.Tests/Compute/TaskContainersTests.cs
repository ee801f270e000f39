using System.Collections.Immutable;
using Infra.Compute;

namespace Infra.Tests.Compute;

public sealed class TaskContainersTests
{
    private static readonly Container App = new() { Name = "app", Image = "public.ecr.aws/acme/app:1" };
    private static readonly FargateSize Size = new(256, 512);

    [Test]
    public void A_sound_task_has_no_problem() => Assert.That(Problems(App, App with { Name = "b", Essential = false }), Is.Empty);

    [Test]
    public void What_ECS_would_refuse_is_refused_at_once()
    {
        var problems = Problems(
            App with
            {
                Image = "public.ecr.aws/acme/app:latest",
                StopTimeoutSeconds = 121,
                MemoryMiB = 500,
                Environment = App.Environment.Add("TOKEN", "x"),
                Secrets = App.Secrets.Add("TOKEN", new("arn", "key")),
                DependsOn = [new("sidecar", "HEALTHY"), new("ghost", "START")],
            },
            App with
            {
                Name = "sidecar",
                Image = "app:1",
                MemoryReservationMiB = 20,
            }
        );

        Assert.That(
            problems,
            Is.EqualTo(
                new[]
                {
                    "containers: got limits of 520 MiB in all, want 512 MiB at most, the memory of the task; raise memoryMiB or lower the limits",
                    "containers.app.image: got public.ecr.aws/acme/app:latest, want a digest, or a tag other than latest; what runs must be known",
                    "containers.app.stopTimeoutSeconds: got 121, want 2 to 120; Fargate waits no longer",
                    "containers.app.TOKEN: got a plain text and a secret, want one of them; ECS refuses a variable that is set twice",
                    "containers.app.dependsOn: got sidecar, want a container with a health check; it would never be healthy",
                    "containers.app.dependsOn: got ghost, want a container of the task; correct the name",
                    "containers.sidecar.image: got app:1, want registry/repository:tag or registry/repository@sha256:…; write all of it",
                }
            )
        );
    }

    [Test]
    public void A_task_needs_an_essential_container_and_names_that_differ() =>
        Assert.That(
            Problems(App with { Essential = false }, App with { Essential = false }),
            Is.EqualTo(
                new[]
                {
                    "containers: got no essential one, want one or more; the task would end with its first container",
                    "containers: got app twice, want each name once; containers are told apart by name",
                }
            )
        );

    private static string[] Problems(params ImmutableArray<Container> containers) =>
        [.. TaskContainers.Problems(containers, Size).Select(problem => problem.ToString())];
}
