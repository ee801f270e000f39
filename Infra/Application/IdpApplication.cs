using System.Collections.Immutable;
using Infra.Compute;
using Pulumi;

namespace Infra.Application;

/// <summary>The container of idp-server, as the application wants to be run.</summary>
internal static class IdpApplication
{
    /// <summary>Its name in the task.</summary>
    public const string Name = "idp-server";

    /// <summary>The port it listens on.</summary>
    public const int Port = 8080;

    /// <summary>Everything: process, database and Redis. What the load balancer asks.</summary>
    public const string HealthPath = "/actuator/health";

    // The process only. A database that fails over must not make ECS kill every task; the load balancer already keeps requests away.
    private const string LivenessPath = "/actuator/health/liveness";

    // It runs as a user of its own and writes below /tmp only. Volumes belong to root, so it gets memory.
    private const string Scratch = "/tmp";
    private const int ScratchMiB = 256;

    // It waits 5 s for the load balancer, then up to 30 s for running requests and 30 s for its events.
    private const int StopSeconds = 90;

    /// <summary>The container.</summary>
    public static Container Container(IdpApplicationArgs args)
    {
        var beside = args.Sidecars.Sum(sidecar => sidecar.MemoryMiB ?? sidecar.MemoryReservationMiB ?? 0);
        return new()
        {
            Name = Name,
            Image = args.Image,
            Ports = [new(Port)],
            // The Java VM takes its share of this limit: without one it would count the memory of the side-cars as its own.
            MemoryMiB = args.Settings.MemoryMiB - beside,
            Environment = IdpEnvironment.Of(args),
            Secrets = IdpEnvironment.Secrets(args),
            HealthCheck = new()
            {
                Command = ContainerHealthCheck.Http(Port, LivenessPath),
                StartPeriodSeconds = args.Settings.StartPeriodSeconds,
            },
            DependsOn = [.. args.Tracing.DependsOn, .. args.DependsOn],
            Mounts = args.Tracing.Mounts,
            MemoryMounts = [new(Scratch, ScratchMiB)],
            StopTimeoutSeconds = StopSeconds,
        };
    }
}
