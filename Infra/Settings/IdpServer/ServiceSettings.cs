using Infra.Compute;
using Infra.Settings.Compute;
using Infra.Validation;

namespace Infra.Settings.IdpServer;

/// <summary>Settings of the service that runs the application.</summary>
internal sealed record ServiceSettings
{
    [Setting(
        "Whether the service runs. First deploy without it, push the image, run infra db bootstrap, migrate, schedule and verify, then "
            + "switch it on: a service without image or tables would never become steady, and the deployment would fail."
    )]
    public bool Enabled { get; init; }

    [Setting(
        "The image of the application: a digest or a tag in the stack's own repository, or a whole reference. Not set by default.",
        Form = "sha256:… , a tag, or registry/repository:tag; never latest"
    )]
    public string? Image { get; init; }

    [Setting("CPU of a task, all its containers together.", Unit = "CPU units, 1024 to a vCPU", Min = 256, Max = 16_384)]
    public int Cpu { get; init; } = 2048;

    [Setting(
        "Memory of a task, all its containers together. Fargate takes certain pairs with cpu only.",
        Unit = "MiB",
        Min = 512,
        Max = 122_880
    )]
    public int MemoryMiB { get; init; } = 4096;

    [Setting("The processors the image was built for.")]
    public CpuArchitecture Architecture { get; init; } = CpuArchitecture.X86_64;

    [Setting("How many tasks, and what moves their number.")]
    public ScalingSettings Scaling { get; init; } = new();

    [Setting("How a new version takes the place of the old one.")]
    public DeploymentSettings Deployment { get; init; } = new();

    [Setting("Where tasks run.")]
    public CapacitySettings Capacity { get; init; } = new();

    [Setting(
        "Connections to the database that one task keeps. All tasks of two versions together must fit database.maxConnections."
    )]
    public PoolSettings Pools { get; init; } = new();

    [Setting("How long a container may fail its own health check after it started.", Unit = "seconds", Min = 0, Max = 300)]
    public int StartPeriodSeconds { get; init; } = 60;

    [Setting("How long ECS ignores the load balancer's health checks of a new task.", Unit = "seconds", Min = 0, Max = 3600)]
    public int GracePeriodSeconds { get; init; } = 60;

    [Setting(
        "Whether people may open a shell in a container (ECS Exec). mounts keeps the root file system read-only and gives the agent volumes "
            + "to write to, which AWS does not document; writable-root gives it the whole file system."
    )]
    public ExecMode Exec { get; init; } = ExecMode.Mounts;

    [Setting(
        "How requests are traced. adot instruments the application and sends to X-Ray; xray-daemon is the side-car of the source document, "
            + "which receives nothing from an application that is not instrumented."
    )]
    public TracingMode Tracing { get; init; } = TracingMode.Adot;

    [Setting("How many requests are traced.", Unit = "percent", Min = 1, Max = 100)]
    public int TracingPercent { get; init; } = 5;

    [Setting("From which level on the application logs.")]
    public LogLevel LogLevel { get; init; } = LogLevel.Info;

    [LogRetention("How long the log is kept.")]
    public int LogRetentionDays { get; init; } = 30;

    [Setting(
        "The tenant of the administrators. By default the application's own fixed one.",
        Form = "a UUID",
        Pattern = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
    )]
    public string? AdminTenantId { get; init; }

    /// <summary>What the bounds alone cannot say.</summary>
    public IEnumerable<Problem> Validate(bool production)
    {
        foreach (var problem in new FargateSize(Cpu, MemoryMiB).Validate())
            yield return problem;
        foreach (var problem in Scaling.Validate(Deployment.Strategy))
            yield return problem;
        foreach (var problem in Capacity.Validate())
            yield return problem.Under("capacity");
        foreach (var problem in Deployment.ToDeployment().Validate())
            yield return problem.Under("deployment");
        foreach (var problem in ImageSetting.Problems(Enabled, Image))
            yield return problem;
        if (production && LogLevel == LogLevel.Debug)
            yield return new("logLevel", "debug", "error, warn or info in production", "what people send would be in the log");
    }
}
