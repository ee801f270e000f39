using System.Collections.Immutable;
using Infra.Policies;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Compute;

/// <summary>What a <see cref="BridgeService"/> needs.</summary>
internal sealed record BridgeServiceArgs : IServiceContent
{
    /// <inheritdoc/>
    public required StackContext Context { get; init; }

    /// <inheritdoc/>
    public required string ClusterName { get; init; }

    /// <summary>The cluster, once it has its capacity provider.</summary>
    public required Input<string> ClusterArn { get; init; }

    /// <summary>Where the tasks run.</summary>
    public required InstanceCapacity Capacity { get; init; }

    /// <summary>What the service is, for its name. Default: <c>service</c>.</summary>
    public string ServiceRole { get; init; } = "service";

    /// <summary>What its task is, for names. Default: <c>task</c>.</summary>
    public string TaskRole { get; init; } = "task";

    /// <summary>CPU units of a task, which it never exceeds. Default: 0, a share of what is free.</summary>
    public int Cpu { get; init; }

    /// <summary>MiB of a task: kept free for it, and it is killed above it.</summary>
    public required int MemoryMiB { get; init; }

    /// <summary>The containers of a task; the first one is the application, the others serve it.</summary>
    public required ImmutableArray<Container> Containers { get; init; }

    /// <summary>The name of the log group, from the resource that makes it.</summary>
    public required Input<string> LogGroup { get; init; }

    /// <summary>The key of secrets, parameters and ECS Exec sessions.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <inheritdoc/>
    public ServiceTarget? Target { get; init; }

    /// <inheritdoc/>
    public required ServiceScaling Scaling { get; init; }

    /// <summary>Of deployments task by task. Default: back to the old version when the new one fails.</summary>
    public ServiceDeployment Deployment { get; init; } = new();

    /// <summary>Default: this program.</summary>
    public Deployer Deployer { get; init; } = Deployer.Rolling;

    /// <summary>Seconds in which a new task may fail health checks. Default: 60.</summary>
    public int GracePeriodSeconds { get; init; } = 60;

    /// <summary>Default: a shell may be opened, the root file system stays read-only.</summary>
    public ExecMode Exec { get; init; } = ExecMode.Mounts;

    /// <summary>The log group of ECS Exec sessions, which the cluster makes.</summary>
    public required string ExecLogGroup { get; init; }

    /// <summary>What the containers may do on AWS besides. Default: nothing.</summary>
    public ImmutableArray<Statement> Statements { get; init; } = [];

    /// <inheritdoc cref="ITaskContent.ReadsParameters"/>
    public bool ReadsParameters { get; init; }

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        foreach (var problem in Scaling.Validate())
            yield return problem.Under("scaling");
        foreach (var problem in Deployment.Validate())
            yield return problem.Under("deployment");
        foreach (var problem in Capacity.Problems(Cpu, MemoryMiB, MostTasks))
            yield return problem;
        if (Deployment.Strategy == DeploymentStrategy.BlueGreen)
            yield return new(
                "deployment.strategy",
                "blue-green",
                "rolling, with deployer codedeploy for blue/green",
                "blue/green by ECS wants targets with an address of their own (awsvpc), and in bridge mode they are ports of instances"
            );
        if (Deployer == Deployer.Codedeploy && Target?.CodeDeploy is null)
            yield return new(
                "target.codeDeploy",
                null,
                "a second target group and the listeners",
                "CodeDeploy turns a load balancer between two groups"
            );
        if (Deployer != Deployer.Codedeploy && Target?.CodeDeploy is not null)
            yield return new(
                "deployer",
                Word.Of(Deployer),
                "codedeploy with a load balancer made for it",
                "nobody would turn its listeners"
            );
        if (Scaling.RequestsPerTarget is not null && (Target is null || Deployer == Deployer.Codedeploy))
            yield return new(
                "scaling.requestsPerTarget",
                Scaling.RequestsPerTarget,
                "nothing without a load balancer or with codedeploy",
                "the metric belongs to one target group, and CodeDeploy changes between two"
            );
        if (Target is { } target && !Containers.Any(Answers))
            yield return new("target.container", target.Container, "a container of the task with that port", "correct the name");
        if (GracePeriodSeconds < 0)
            yield return new("gracePeriodSeconds", GracePeriodSeconds, "0 or more", "it is a time");
    }

    // CodeDeploy runs both versions in full; task by task there are as many as the deployment allows.
    private int MostTasks => Deployer == Deployer.Codedeploy ? Scaling.Most * 2 : Scaling.Most * Deployment.MaximumPercent / 100;

    private bool Answers(Container container) =>
        container.Name == Target!.Container && container.Ports.Any(port => port.Port == Target.Port);
}
