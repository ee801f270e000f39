using System.Collections.Immutable;
using Infra.Compute;
using Infra.Validation;
using Pulumi;

namespace Infra.Settings.Compute;

/// <summary>Settings of the service that runs the platform's application.</summary>
internal sealed record PlatformServiceSettings
{
    /// <summary>The container that answers.</summary>
    public const string ContainerName = "app";

    private const int WritableMiB = 64;

    [Setting(
        "Whether the service exists. First deploy without it and push the image, then switch it on: a service without an image would never "
            + "become steady, and the deployment would fail. To stop one that exists use scaling.minTasks: 0."
    )]
    public bool Enabled { get; init; }

    [Setting(
        "The image of the application: a digest or a tag in the stack's own repository, or a whole reference. Not set by default.",
        Form = "sha256:… , a tag, or registry/repository:tag; never latest"
    )]
    public string? Image { get; init; }

    [Setting(
        "CPU of a task, which it never exceeds; 0 for a share of what is free.",
        Unit = "CPU units, 1024 to a vCPU",
        Min = 0,
        Max = 196_608
    )]
    public int Cpu { get; init; } = 512;

    [Setting("Memory of a task: kept free for it, and it is killed above it.", Unit = "MiB", Min = 6, Max = 1_048_576)]
    public int MemoryMiB { get; init; } = 1024;

    [Setting("The port the application listens on.", Min = 1, Max = 65_535)]
    public int Port { get; init; } = 3000;

    [Setting(
        "What the application answers with 200 when it can work.",
        Form = "a path such as /api/health",
        Pattern = "^/[A-Za-z0-9/._~-]*$"
    )]
    public string HealthPath { get; init; } = "/api/health";

    [Setting(
        "Directories that the application may write, in memory and lost with its task; the rest of its file system is read-only.",
        Form = "a path such as /tmp",
        Pattern = "^/[A-Za-z0-9/._-]+$"
    )]
    public ImmutableArray<string> WritableDirectories { get; init; } = ["/tmp", "/app/.next/cache"];

    [Setting(
        "How many tasks, and what moves their number. With minTasks 0 and deployment.by external the tool stops the tasks, and starts them again."
    )]
    public ContainerScalingSettings Scaling { get; init; } = new() { MaxTasks = 10 };

    [Setting("How a new version takes the place of the old one.")]
    public PlatformDeploymentSettings Deployment { get; init; } = new();

    [Setting("How long a container may fail its own health check after it started.", Unit = "seconds", Min = 0, Max = 300)]
    public int StartPeriodSeconds { get; init; } = 60;

    [Setting("How long ECS ignores the load balancer's health checks of a new task.", Unit = "seconds", Min = 0, Max = 3600)]
    public int GracePeriodSeconds { get; init; } = 60;

    [Setting(
        "Whether people may open a shell in a container (ECS Exec). mounts keeps the root file system read-only and gives the agent a volume "
            + "to write to, which AWS does not document; writable-root gives it the whole file system."
    )]
    public ExecMode Exec { get; init; } = ExecMode.Mounts;

    [Setting(
        "How requests are traced, by an application that is instrumented itself. adot sends to X-Ray through a collector of OpenTelemetry, "
            + "xray-daemon through the daemon that AWS only maintains."
    )]
    public TracingMode Tracing { get; init; } = TracingMode.Off;

    [Setting("From which level on the application logs.")]
    public LogLevel LogLevel { get; init; } = LogLevel.Warn;

    [LogRetention("How long the logs of application and cluster are kept.")]
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>The same as the component takes it.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="wiring">What other resources give.</param>
    public BridgeServiceArgs ToArgs(StackContext context, PlatformServiceWiring wiring)
    {
        var tracing = Infra.Compute.Tracing.Linked(Tracing, context.Label.Prefix, context.Region);
        return new()
        {
            Context = context,
            ClusterName = wiring.ClusterName,
            ClusterArn = wiring.ClusterArn,
            Capacity = wiring.Capacity,
            Cpu = Cpu,
            MemoryMiB = MemoryMiB,
            Containers = [Application(wiring, tracing), .. tracing.Containers],
            LogGroup = wiring.LogGroup,
            KeyArn = wiring.KeyArn,
            Target = wiring.Target,
            Scaling = Scaling.ToScaling(),
            Deployment = Deployment.ToDeployment(),
            Deployer = Deployment.By,
            GracePeriodSeconds = GracePeriodSeconds,
            Exec = Exec,
            ExecLogGroup = wiring.ExecLogGroup,
            Statements = tracing.Statements,
        };
    }

    /// <summary>How CodeDeploy deploys the service; nothing where somebody else does.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="wiring">What other resources give.</param>
    /// <param name="service">The service.</param>
    public BlueGreenDeploymentArgs? ToBlueGreen(StackContext context, PlatformServiceWiring wiring, BridgeService service) =>
        Deployment.By == Deployer.Codedeploy && wiring.Target?.CodeDeploy is { } target
            ? new()
            {
                Context = context,
                ClusterName = wiring.ClusterName,
                ServiceName = service.ServiceName,
                Service = service.Name,
                Container = ContainerName,
                Port = Port,
                CapacityProvider = wiring.Capacity.Provider,
                TaskRoleArns = service.TaskRoleArns,
                Target = target,
                AlarmNames = service.DeploymentAlarmNames,
                TrafficShift = Deployment.TrafficShift,
                KeepOldMinutes = Deployment.KeepOldMinutes,
            }
            : null;

    /// <summary>What the bounds alone cannot say: all that the component would refuse, and what only a stack knows.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="capacity">Where the tasks run.</param>
    public IEnumerable<Problem> Validate(StackContext context, InstanceCapacity capacity)
    {
        var wiring = new PlatformServiceWiring("registry/own:1", "", "", capacity, "", "", "", Somewhere());
        foreach (var problem in ToArgs(context, wiring).Validate())
            yield return problem;
        foreach (var problem in ImageSetting.Problems(Enabled, Image))
            yield return problem;
        if (context.Environment == StackEnvironment.Prod && LogLevel == LogLevel.Debug)
            yield return new("logLevel", "debug", "error, warn or info in production", "what people send would be in the log");
    }

    private Container Application(PlatformServiceWiring wiring, Tracing tracing) =>
        new()
        {
            Name = ContainerName,
            Image = wiring.Image,
            Ports = [new(Port)],
            Environment = wiring
                .Environment.SetItems(tracing.Environment)
                .SetItem("PORT", $"{Port}")
                .SetItem("LOG_LEVEL", Word.Of(LogLevel)),
            Secrets = wiring.Secrets,
            HealthCheck = new()
            {
                Command = ContainerHealthCheck.Http(Port, HealthPath),
                StartPeriodSeconds = StartPeriodSeconds,
            },
            Links = tracing.Links,
            DependsOn = tracing.DependsOn,
            MemoryMounts = [.. WritableDirectories.Select(path => new MemoryMount(path, WritableMiB))],
        };

    // A load balancer as the deployment wants it, where only settings are looked at.
    private ServiceTarget Somewhere() =>
        new()
        {
            Container = ContainerName,
            Port = Port,
            TargetGroupArn = "",
            TargetGroupArnSuffix = "",
            LoadBalancerArnSuffix = "",
            CodeDeploy = Deployment.By == Deployer.Codedeploy ? new("", "", null, "", ["a", "b"]) : null,
        };
}
