using System.Collections.Immutable;
using Infra.Policies;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Compute;

/// <summary>What a <see cref="FargateService"/> needs.</summary>
internal sealed record FargateServiceArgs : IServiceContent
{
    /// <summary>What the only service of a stack is called.</summary>
    public const string OnlyService = "service";

    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>The cluster's name, <c>idp-server-cluster</c>.</summary>
    public required string ClusterName { get; init; }

    /// <summary>The cluster, once it has its capacity providers.</summary>
    public required Input<string> ClusterArn { get; init; }

    /// <summary>What the service is, for its name. Default: <c>service</c>, as in <c>idp-server-service</c>.</summary>
    public string ServiceRole { get; init; } = OnlyService;

    /// <summary>What its task is, for names. Default: <c>task</c>, as in <c>idp-server-task</c>.</summary>
    public string TaskRole { get; init; } = "task";

    /// <summary>CPU and memory of a task.</summary>
    public required FargateSize Size { get; init; }

    /// <summary>Default: x86-64.</summary>
    public CpuArchitecture Architecture { get; init; } = CpuArchitecture.X86_64;

    /// <summary>The containers of a task; the first one is the application, the others serve it.</summary>
    public required ImmutableArray<Container> Containers { get; init; }

    /// <summary>The subnets of the tasks, in two zones or more. They get no public address.</summary>
    public required ImmutableArray<Input<string>> SubnetIds { get; init; }

    /// <summary>The security group of the tasks.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>The name of the log group, from the resource that makes it.</summary>
    public required Input<string> LogGroup { get; init; }

    /// <summary>The key of the secrets and of ECS Exec sessions.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>Where a load balancer finds it. Default: none does.</summary>
    public ServiceTarget? Target { get; init; }

    /// <summary>Where Cloud Map keeps the addresses of its tasks. Default: nobody finds it by name.</summary>
    public Input<string>? RegistryArn { get; init; }

    /// <summary>Its place in Service Connect. Default: none.</summary>
    public ServiceConnection? Connection { get; init; }

    /// <summary>How many tasks.</summary>
    public required ServiceScaling Scaling { get; init; }

    /// <summary>Default: task by task, back to the old version when the new one fails.</summary>
    public ServiceDeployment Deployment { get; init; } = new();

    /// <summary>Where the tasks run. Default: all on demand.</summary>
    public ImmutableArray<CapacityShare> Capacity { get; init; } = [new(CapacityShare.OnDemand, 0, 1)];

    /// <summary>Seconds in which a new task may fail health checks. Default: 60.</summary>
    public int GracePeriodSeconds { get; init; } = 60;

    /// <summary>Default: a shell may be opened, the root file system stays read-only.</summary>
    public ExecMode Exec { get; init; } = ExecMode.Mounts;

    /// <summary>The log group of ECS Exec sessions, which the cluster makes.</summary>
    public required string ExecLogGroup { get; init; }

    /// <summary>What the containers may do on AWS besides. Default: nothing.</summary>
    public ImmutableArray<Statement> Statements { get; init; } = [];

    /// <summary>The same where only AWS knows the name of the resource, such as a user pool's. Default: nothing.</summary>
    public Output<ImmutableArray<Statement>>? Rights { get; init; }

    /// <summary>Its task.</summary>
    public FargateTaskArgs ToTask() =>
        new()
        {
            Context = Context,
            Role = TaskRole,
            Size = Size,
            Architecture = Architecture,
            Containers = [Application(), .. Containers.Skip(1)],
            KeyArn = KeyArn,
            LogGroup = LogGroup,
            Statements = Statements,
            Rights = Rights,
            ExecSessions = Exec == ExecMode.Off ? null : ExecLogGroup,
        };

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        foreach (var problem in CapacityCheck.Problems(Capacity))
            yield return problem;
        foreach (var problem in Scaling.Validate())
            yield return problem.Under("scaling");
        foreach (var problem in Deployment.Validate())
            yield return problem.Under("deployment");
        if (SubnetIds.Length < 2)
            yield return new("subnetIds", SubnetIds.Length, "2 or more, in different zones", "one zone is lost now and then");
        if (Target is null && Scaling.RequestsPerTarget is not null)
            yield return new(
                "scaling.requestsPerTarget",
                Scaling.RequestsPerTarget,
                "nothing",
                "no load balancer counts requests"
            );
        if (Target is { } target && !Containers.Any(container => container.Name == target.Container))
            yield return new("target.container", target.Container, "a container of the task", "correct the name");
        if (Connection is { } connection && Containers is [var application, ..])
            foreach (var problem in connection.Problems(Size, application))
                yield return problem;
        if (Connection is not null && RegistryArn is not null)
            yield return new("registryArn", "a registry and Service Connect", "one of them", "a service is found in one way");
        if (Deployment.Strategy != DeploymentStrategy.BlueGreen)
            yield break;
        if (Target?.BlueGreen is null)
            yield return new(
                "target.blueGreen",
                null,
                "a second target group and a rule",
                "blue/green turns a rule between two groups"
            );
        if (Scaling.RequestsPerTarget is not null)
            yield return new(
                "scaling.requestsPerTarget",
                Scaling.RequestsPerTarget,
                "nothing with blue-green",
                "the metric belongs to one target group, and blue/green changes between two"
            );
    }

    private Container Application()
    {
        var container = ExecAccess.Prepare(Containers[0], Exec);
        return Connection?.Named(container) ?? container;
    }
}
