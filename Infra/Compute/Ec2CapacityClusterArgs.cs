using System.Collections.Immutable;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Compute;

/// <summary>What an <see cref="Ec2CapacityCluster"/> needs.</summary>
internal sealed record Ec2CapacityClusterArgs
{
    // The snapshot of the image; a smaller volume is refused.
    private const int SmallestRootGiB = 30;

    // ECS keeps these beginnings for itself.
    private static readonly string[] Reserved = ["aws", "ecs", "fargate"];

    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>The key that encrypts the volumes, the sessions of ECS Exec and the log groups.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>The subnets of the instances, in two zones or more.</summary>
    public required ImmutableArray<Input<string>> SubnetIds { get; init; }

    /// <summary>The security group of the instances; the dynamic ports of their tasks are behind it.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>
    /// All tags of the stack, for the group, its instances and their volumes, which the provider's default tags do not reach. Default: the
    /// name only.
    /// </summary>
    public ImmutableSortedDictionary<string, string> Tags { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Default: <c>t3.medium</c>. A Graviton type takes the image for it.</summary>
    public InstanceType Type { get; init; } = new("t3.medium");

    /// <summary>Default: 0, none where no task wants one.</summary>
    public int MinInstances { get; init; }

    /// <summary>Default: 10.</summary>
    public int MaxInstances { get; init; } = 10;

    /// <summary>Default: 30, the size of the image.</summary>
    public int RootGiB { get; init; } = SmallestRootGiB;

    /// <summary>MiB of each instance that tasks do not get, for Docker and the agents. Default: 256.</summary>
    public int ReservedMemoryMiB { get; init; } = 256;

    /// <summary>Whether CloudWatch is told of each instance every minute rather than every five. Default: true.</summary>
    public bool DetailedMonitoring { get; init; } = true;

    /// <summary>How ECS starts and stops them. Default: as many as tasks need, and none with a task is stopped.</summary>
    public ManagedCapacity Managed { get; init; } = new();

    /// <summary>
    /// Any text; another one replaces all instances, one after the other, by ones with the newest image. Default: <c>never</c>. A highest age
    /// would do nothing: Auto Scaling does not replace instances for it that are protected from scale-in, as all with tasks are.
    /// </summary>
    public string RefreshMark { get; init; } = "never";

    /// <summary>Default: enabled, which counts tasks; alarms on their number need it.</summary>
    public ContainerInsights Insights { get; init; } = ContainerInsights.Enabled;

    /// <summary>How long the logs of the cluster are kept. Default: a month.</summary>
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>Default: true. Without it the group is deleted with instances that still run tasks.</summary>
    public bool Protect { get; init; } = true;

    /// <summary>What the instances offer to tasks.</summary>
    public InstanceCapacity ToCapacity() => new(Context.Label.Name("ec2"), Type, MaxInstances, ReservedMemoryMiB);

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        foreach (var problem in Managed.Validate())
            yield return problem.Under("managed");
        if (!Type.IsSound)
            yield return new("type", Type.Name, "a type of EC2 instances such as t3.medium", "correct the name");
        if (MinInstances < 0)
            yield return new("minInstances", MinInstances, "0 or more", "0 starts one only when a task wants it");
        if (MaxInstances < Math.Max(1, MinInstances))
            yield return new(
                "maxInstances",
                MaxInstances,
                $"{Math.Max(1, MinInstances)} or more",
                "tasks would have nowhere to run"
            );
        if (RootGiB is < SmallestRootGiB or > 16_384)
            yield return new("rootGiB", RootGiB, "30 to 16384", "the image needs 30 GiB, and gp3 has no more");
        if (ReservedMemoryMiB < 0)
            yield return new("reservedMemoryMiB", ReservedMemoryMiB, "0 or more", "256 suits small instances");
        if (SubnetIds.Length < 2)
            yield return new("subnetIds", SubnetIds.Length, "2 or more, in different zones", "one zone is lost now and then");
        if (RefreshMark.Length > 100)
            yield return new("refreshMark", $"{RefreshMark.Length} characters", "100 at most", "a date is enough");
        if (
            Reserved.FirstOrDefault(word => Context.Label.Prefix.StartsWith(word, StringComparison.OrdinalIgnoreCase)) is
            { } taken
        )
            yield return new(
                "context",
                Context.Label.Prefix,
                $"a name that does not begin with {taken}",
                "ECS refuses such a capacity provider; rename the system"
            );
    }
}
