using Infra.Compute;
using Infra.Validation;

namespace Infra.Settings.Compute;

/// <summary>Settings of the instances that run the tasks.</summary>
internal sealed record InstanceSettings
{
    [Setting(
        "What the instances are. A Graviton type runs images built for arm64.",
        Form = "a type of EC2 instances such as t3.medium",
        Pattern = @"^[a-z]+[0-9]+[a-z-]*\.[a-z0-9-]+$"
    )]
    public string Type { get; init; } = "t3.medium";

    [Setting("Never fewer instances. With 0 there are none while no task runs.", Min = 0, Max = 1000)]
    public int MinInstances { get; init; }

    [Setting("Never more instances.", Min = 1, Max = 1000)]
    public int MaxInstances { get; init; } = 10;

    [Setting("The root volume of an instance. The image needs 30.", Unit = "GiB", Min = 30, Max = 16_384)]
    public int RootGiB { get; init; } = 30;

    [Setting("Memory of an instance that tasks do not get, for Docker and the agents.", Unit = "MiB", Min = 0, Max = 65_536)]
    public int ReservedMemoryMiB { get; init; } = 256;

    [Setting(
        "Of all instances, how many are in use. Less keeps room for tasks that start.",
        Unit = "percent",
        Min = 1,
        Max = 100
    )]
    public int TargetPercent { get; init; } = 100;

    [Setting("When a new instance counts, after its start.", Unit = "seconds", Min = 0, Max = 10_000)]
    public int WarmUpSeconds { get; init; } = 300;

    [Setting("Whether CloudWatch is told of each instance every minute rather than every five, at a price.")]
    public bool DetailedMonitoring { get; init; } = true;

    [Setting("What CloudWatch is told of the cluster. Alarms on the number of tasks need enabled or enhanced.")]
    public ContainerInsights Insights { get; init; } = ContainerInsights.Enabled;

    [Setting(
        "Any text, a date for example. New instances start with the newest image; another text here replaces those that run, one after the "
            + "other, and moves their tasks first.",
        Form = "1 to 100 characters"
    )]
    public string RefreshMark { get; init; } = "never";

    /// <summary>The same as the component takes it.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="logRetentionDays">How long the logs of the cluster are kept.</param>
    /// <param name="protect">Whether the stack refuses to be deleted.</param>
    /// <param name="wiring">What other resources give.</param>
    public Ec2CapacityClusterArgs ToArgs(StackContext context, int logRetentionDays, bool protect, InstanceWiring wiring) =>
        new()
        {
            Context = context,
            KeyArn = wiring.KeyArn,
            SubnetIds = wiring.SubnetIds,
            SecurityGroupId = wiring.SecurityGroupId,
            Tags = wiring.Tags,
            Type = new(Type),
            MinInstances = MinInstances,
            MaxInstances = MaxInstances,
            RootGiB = RootGiB,
            ReservedMemoryMiB = ReservedMemoryMiB,
            DetailedMonitoring = DetailedMonitoring,
            Managed = new() { TargetPercent = TargetPercent, WarmUpSeconds = WarmUpSeconds },
            RefreshMark = RefreshMark,
            Insights = Insights,
            LogRetentionDays = logRetentionDays,
            Protect = protect,
        };

    /// <summary>What the instances offer to tasks.</summary>
    /// <param name="context">The stack.</param>
    public InstanceCapacity ToCapacity(StackContext context) => ToArgs(context, 1, true, InstanceWiring.None).ToCapacity();

    /// <summary>What the bounds alone cannot say: all that the component would refuse.</summary>
    /// <param name="context">The stack.</param>
    public IEnumerable<Problem> Validate(StackContext context) => ToArgs(context, 1, true, InstanceWiring.None).Validate();
}
