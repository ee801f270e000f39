using System.Collections.Immutable;
using Infra.Compute;
using Infra.Validation;
using Pulumi;

namespace Infra.Settings.Compute;

/// <summary>Settings of one of several services on Fargate; <c>services.&lt;name&gt;</c>, one for each row of the system's table.</summary>
internal sealed record ContainerServiceSettings
{
    private const int WritableMiB = 64;
    private const int WholePercent = 100;

    [Setting(
        "Whether the service runs. First deploy without it and push the image, then switch it on: a service without an image would never "
            + "become steady, and the deployment would fail."
    )]
    public bool Enabled { get; init; }

    [Setting(
        "Its image: a digest or a tag in its own repository, or a whole reference. Not set by default.",
        Form = "sha256:… , a tag, or registry/repository:tag; never latest"
    )]
    public string? Image { get; init; }

    [Setting("CPU of each task.", Unit = "CPU units, 1024 to a vCPU", Min = 256, Max = 16_384)]
    public int Cpu { get; init; } = 256;

    [Setting("Memory of each task. Fargate takes certain pairs with cpu only.", Unit = "MiB", Min = 512, Max = 122_880)]
    public int MemoryMiB { get; init; } = 512;

    [Setting("The processors the image was built for. arm64 costs a fifth less.")]
    public CpuArchitecture Architecture { get; init; } = CpuArchitecture.X86_64;

    [Setting("How many tasks, and what moves their number.")]
    public ContainerScalingSettings Scaling { get; init; } = new();

    [Setting(
        "Of the tasks, how many run on Fargate Spot: about 70 percent cheaper, and AWS may take them back within two minutes.",
        Unit = "percent",
        Min = 0,
        Max = 100
    )]
    public int SpotPercent { get; init; }

    [Setting("Answers with 5xx in a minute that undo a deployment; only where people reach it.", Min = 1, Max = 1_000_000)]
    public int RollbackAt5xx { get; init; } = 25;

    [Setting(
        "Whether ECS asks the container itself whether it works, with the wget or curl of its image. A service that no load balancer asks has "
            + "no other check."
    )]
    public bool ContainerHealthCheck { get; init; }

    [Setting("How long a container may fail its own health check after it started.", Unit = "seconds", Min = 0, Max = 300)]
    public int StartPeriodSeconds { get; init; } = 60;

    [Setting("How long ECS ignores the load balancer's health checks of a new task.", Unit = "seconds", Min = 0, Max = 3600)]
    public int GracePeriodSeconds { get; init; } = 60;

    [Setting("From the wish to stop to the end of a task.", Unit = "seconds", Min = 2, Max = 120)]
    public int StopTimeoutSeconds { get; init; } = 30;

    [Setting(
        "Whether people may open a shell in a container (ECS Exec). mounts keeps the root file system read-only and gives the agent volumes "
            + "to write to, which AWS does not document; writable-root gives it the whole file system."
    )]
    public ExecMode Exec { get; init; } = ExecMode.Mounts;

    [Setting(
        "Directories that the application may write, in memory and lost with its task; the rest of its file system is read-only.",
        Form = "a path such as /tmp",
        Pattern = "^/[A-Za-z0-9/._-]+$"
    )]
    public ImmutableArray<string> WritableDirectories { get; init; } = ["/tmp"];

    [Setting("Further variables of the application in plain text, which everybody reads who may read tasks: never a secret.")]
    public ImmutableSortedDictionary<string, string> Environment { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    [Setting("From which level on the application logs.")]
    public LogLevel LogLevel { get; init; } = LogLevel.Info;

    [LogRetention("How long its log is kept.")]
    public int LogRetentionDays { get; init; } = 90;

    /// <summary>The settings of a system's services as their table has them, for production.</summary>
    /// <param name="table">The services.</param>
    public static ImmutableSortedDictionary<string, ContainerServiceSettings> Defaults(ServiceTable table) =>
        table.Rows.ToImmutableSortedDictionary(
            row => row.Name,
            row => new ContainerServiceSettings
            {
                Cpu = row.Size.Cpu,
                MemoryMiB = row.Size.MemoryMiB,
                ContainerHealthCheck = !row.IsPublic,
                WritableDirectories = row.WritableDirectories,
            },
            StringComparer.Ordinal
        );

    /// <summary>The same as the component takes it.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="row">The service.</param>
    /// <param name="wiring">What other resources give.</param>
    public FargateServiceArgs ToArgs(StackContext context, ServiceRow row, ContainerServiceWiring wiring) =>
        new()
        {
            Context = context,
            ClusterName = wiring.Cluster,
            ClusterArn = wiring.ClusterArn,
            ServiceRole = row.Name,
            TaskRole = row.Name,
            Size = new(Cpu, MemoryMiB),
            Architecture = Architecture,
            Containers = [Application(row, wiring)],
            SubnetIds = wiring.SubnetIds,
            SecurityGroupId = wiring.SecurityGroupId,
            LogGroup = wiring.LogGroup,
            KeyArn = wiring.KeyArn,
            Target = wiring.Target,
            Scaling = Scaling.ToScaling(),
            Deployment = new() { RollbackAt5xx = RollbackAt5xx },
            Capacity = Capacity(),
            GracePeriodSeconds = GracePeriodSeconds,
            Exec = Exec,
            ExecLogGroup = wiring.ExecLogGroup,
            Rights = wiring.Rights,
        };

    /// <summary>Its log, <c>/ecs/neuraKnot-dev-backend-go</c>.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="row">The service.</param>
    /// <param name="keyArn">The key that encrypts it.</param>
    public ServiceLogArgs ToLog(StackContext context, ServiceRow row, Input<string> keyArn) =>
        new()
        {
            Context = context,
            KeyArn = keyArn,
            Service = row.Name,
            RetentionDays = LogRetentionDays,
        };

    /// <summary>What the bounds alone cannot say: all that the component would refuse, and what only a stack knows.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="row">The service.</param>
    /// <param name="mode">How services find each other.</param>
    /// <param name="own">Variables that the program sets besides those of port, log level and other services.</param>
    public IEnumerable<Problem> Validate(
        StackContext context,
        ServiceRow row,
        DiscoveryMode mode = DiscoveryMode.CloudMap,
        IEnumerable<string>? own = null
    )
    {
        var wiring = new ContainerServiceWiring("registry/own:1", "", "", "", ["", ""], "", "", "");
        var args = ToArgs(context, row, wiring);
        foreach (var problem in args.Validate().Concat(args.ToTask().Validate()))
            yield return problem;
        if (mode == DiscoveryMode.ServiceConnect)
            foreach (
                var problem in new ServiceConnection { NamespaceArn = "", Application = row.Size }.Problems(
                    args.Size,
                    args.Containers[0]
                )
            )
                yield return problem;
        foreach (var problem in ImageSetting.Problems(Enabled, Image))
            yield return problem;
        foreach (var problem in PlainVariables.Problems(Environment, row, own ?? []))
            yield return problem.Under("environment");
        if (context.Environment == StackEnvironment.Prod && LogLevel == LogLevel.Debug)
            yield return new("logLevel", "debug", "error, warn or info in production", "what people send would be in the log");
    }

    private ImmutableArray<CapacityShare> Capacity() =>
        [
            .. new CapacityShare[]
            {
                new(CapacityShare.OnDemand, 0, WholePercent - SpotPercent),
                new(CapacityShare.Spot, 0, SpotPercent),
            }.Where(share => share.Weight > 0),
        ];

    private Container Application(ServiceRow row, ContainerServiceWiring wiring) =>
        new()
        {
            Name = row.Name,
            Image = wiring.Image,
            Ports = [new(row.Port)],
            // What the program knows stands above what a stack file says.
            Environment = Environment
                .ToImmutableSortedDictionary(entry => entry.Key, entry => (Input<string>)entry.Value, StringComparer.Ordinal)
                .SetItem(PlainVariables.LogLevel, Word.Of(LogLevel))
                .SetItem(PlainVariables.Port, $"{row.Port}")
                .SetItems(wiring.Environment),
            Secrets = wiring.Secrets,
            HealthCheck = ContainerHealthCheck
                ? new()
                {
                    Command = Infra.Compute.ContainerHealthCheck.Http(row.Port, row.HealthPath),
                    StartPeriodSeconds = StartPeriodSeconds,
                }
                : null,
            MemoryMounts = [.. WritableDirectories.Select(path => new MemoryMount(path, WritableMiB))],
            StopTimeoutSeconds = StopTimeoutSeconds,
        };
}
