using System.Collections.Immutable;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.Ecs;
using Pulumi.Aws.Ecs.Inputs;

namespace Infra.Compute;

/// <summary>
/// A service on instances in bridge mode: any number of its tasks on an instance, each on a port of its own that the load balancer is told.
/// </summary>
internal sealed class BridgeService : ComponentResource
{
    private readonly BridgeServiceArgs _args;

    /// <summary>The name, <c>web-platform-prod-service</c>, known before anything is deployed.</summary>
    public string ServiceName { get; }

    /// <summary>The name, from the service itself, so that whoever takes it waits for it.</summary>
    [Output("name")]
    public Output<string> Name { get; }

    /// <summary>The family of its task definitions.</summary>
    public string TaskFamily { get; }

    /// <summary>The revision of the task definition that this program made; others may run by now.</summary>
    [Output("taskDefinitionArn")]
    public Output<string> TaskDefinitionArn { get; }

    /// <summary>The roles of its tasks, which whoever deploys must be allowed to pass.</summary>
    public ImmutableArray<string> TaskRoleArns { get; }

    /// <summary>The alarms that undo a deployment; nothing without a load balancer.</summary>
    public InputList<string>? DeploymentAlarmNames { get; }

    /// <summary>Makes the service.</summary>
    public BridgeService(string name, BridgeServiceArgs args, ComponentResourceOptions? options = null)
        : base("idp:compute:BridgeService", name, options)
    {
        args.Validate().ThrowIfAny(this);
        _args = args;
        ServiceName = args.Context.Label.Name(args.ServiceRole);
        var child = new ComponentResourceOptions { Parent = this };

        var task = new BridgeTask($"{name}-{args.TaskRole}", Task(), child);
        var alarms = args.Target is { } target ? new DeploymentAlarms(name, args, target, child) : null;
        var service = new Service(
            $"{name}-{args.ServiceRole}",
            Service(task, alarms),
            new()
            {
                Parent = this,
                DeleteBeforeReplace = true, // another deployer makes another service, and two of one name cannot stand beside each other
                IgnoreChanges = Ignored().ToList(), // of what others change while it runs
            }
        );
        if (!args.Scaling.IsAtRest)
            _ = new ServiceAutoscaling(name, args, service.Name, child);

        (Name, TaskFamily, TaskDefinitionArn, TaskRoleArns) = (service.Name, task.Family, task.TaskDefinitionArn, task.RoleArns);
        DeploymentAlarmNames = alarms?.Names;
        RegisterOutputs(new Dictionary<string, object?> { ["name"] = Name, ["taskDefinitionArn"] = TaskDefinitionArn });
    }

    private BridgeTaskArgs Task() =>
        new()
        {
            Context = _args.Context,
            Role = _args.TaskRole,
            Cpu = _args.Cpu,
            MemoryMiB = _args.MemoryMiB,
            Architecture = _args.Capacity.Type.Architecture,
            Containers = [ExecAccess.Prepare(_args.Containers[0], _args.Exec, TaskHost.Bridge), .. _args.Containers.Skip(1)],
            KeyArn = _args.KeyArn,
            LogGroup = _args.LogGroup,
            KeepsRevisions = _args.Deployer != Deployer.Rolling,
            Statements = _args.Statements,
            ReadsParameters = _args.ReadsParameters,
            ExecSessions = _args.Exec == ExecMode.Off ? null : _args.ExecLogGroup,
        };

    private ServiceArgs Service(BridgeTask task, DeploymentAlarms? alarms)
    {
        var service = new ServiceArgs
        {
            Name = ServiceName,
            Cluster = _args.ClusterArn,
            TaskDefinition = task.TaskDefinitionArn,
            DesiredCount = _args.Scaling.MinTasks,
            // Instead of a launch type, with which ECS would refuse it.
            CapacityProviderStrategies =
            [
                new ServiceCapacityProviderStrategyArgs
                {
                    CapacityProvider = _args.Capacity.Provider,
                    Base = 0,
                    Weight = 1,
                },
            ],
            // Over the zones first, then on as few instances as they fit on, so that the others can be stopped.
            OrderedPlacementStrategies =
            [
                new ServiceOrderedPlacementStrategyArgs { Type = "spread", Field = "attribute:ecs.availability-zone" },
                new ServiceOrderedPlacementStrategyArgs { Type = "binpack", Field = "memory" },
            ],
            DeploymentController = new ServiceDeploymentControllerArgs
            {
                Type = _args.Deployer == Deployer.Codedeploy ? "CODE_DEPLOY" : "ECS",
            },
            EnableExecuteCommand = _args.Exec != ExecMode.Off,
            EnableEcsManagedTags = true,
            PropagateTags = "SERVICE",
            // Of what others deploy this program knows neither the image nor when it comes.
            WaitForSteadyState = _args.Deployer == Deployer.Rolling,
            Tags = _args.Context.Label.NameTag(_args.ServiceRole),
        };
        if (_args.Deployer != Deployer.Codedeploy)
            DeployByEcs(service, alarms);
        if (_args.Target is { } target)
        {
            service.HealthCheckGracePeriodSeconds = _args.GracePeriodSeconds;
            service.LoadBalancers =
            [
                new ServiceLoadBalancerArgs
                {
                    TargetGroupArn = target.TargetGroupArn,
                    ContainerName = target.Container,
                    ContainerPort = target.Port,
                },
            ];
        }
        return service;
    }

    // ECS refuses all of it beside CODE_DEPLOY, which has alarms and percentages of its own.
    private void DeployByEcs(ServiceArgs service, DeploymentAlarms? alarms)
    {
        service.DeploymentMinimumHealthyPercent = _args.Deployment.MinimumHealthyPercent;
        service.DeploymentMaximumPercent = _args.Deployment.MaximumPercent;
        service.DeploymentConfiguration = new ServiceDeploymentConfigurationArgs { Strategy = "ROLLING" };
        service.DeploymentCircuitBreaker = new ServiceDeploymentCircuitBreakerArgs { Enable = true, Rollback = true };
        service.AvailabilityZoneRebalancing = _args.Deployment.MaximumPercent > 100 ? "ENABLED" : "DISABLED";
        if (alarms is not null)
            service.Alarms = new ServiceAlarmsArgs
            {
                Enable = true,
                Rollback = true,
                AlarmNames = alarms.Names,
            };
    }

    private IEnumerable<string> Ignored()
    {
        // Autoscaling moves it, or a tool. A service at rest has no autoscaling, and stops only if this program says so.
        if (!_args.Scaling.IsAtRest || _args.Deployer == Deployer.External)
            yield return "desiredCount";
        if (_args.Deployer == Deployer.Rolling)
            yield break;
        yield return "taskDefinition"; // the one who deploys makes the next revisions
        if (_args.Deployer == Deployer.External)
            yield break;
        yield return "loadBalancers"; // CodeDeploy swaps the two target groups
        yield return "capacityProviderStrategies"; // part of the AppSpec, and ECS refuses another one from here
    }
}
