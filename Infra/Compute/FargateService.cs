using System.Collections.Immutable;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.Ecs;
using Pulumi.Aws.Ecs.Inputs;

namespace Infra.Compute;

/// <summary>
/// A service on Fargate that keeps its tasks running in several zones, follows the load, and goes back by itself from a version that fails.
/// </summary>
internal sealed class FargateService : ComponentResource
{
    private readonly string _name;
    private readonly FargateServiceArgs _args;

    /// <summary>The name, <c>idp-server-service</c>, known before anything is deployed.</summary>
    public string ServiceName { get; }

    /// <summary>The running revision of the task definition.</summary>
    [Output("taskDefinitionArn")]
    public Output<string> TaskDefinitionArn { get; }

    /// <summary>Makes the service.</summary>
    public FargateService(string name, FargateServiceArgs args, ComponentResourceOptions? options = null)
        : base("idp:compute:FargateService", name, options)
    {
        args.Validate().ThrowIfAny(this);
        (_name, _args) = (name, args);
        ServiceName = args.Context.Label.Name(args.ServiceRole);
        var child = new ComponentResourceOptions { Parent = this };

        // Children keep their names whatever the roles: each of several services has a component, and so a name, of its own.
        var task = new FargateTask($"{name}-task", args.ToTask(), child);
        var alarms = args.Target is { } target ? new DeploymentAlarms(name, args, target, child) : null;
        var service = new Service(
            $"{name}-service",
            Service(task, alarms),
            new()
            {
                Parent = this,
                IgnoreChanges = Ignored().ToList(), // of what others change while it runs
            }
        );
        if (!args.Scaling.IsAtRest)
            _ = new ServiceAutoscaling(name, args, service.Name, child);

        TaskDefinitionArn = task.TaskDefinitionArn;
        RegisterOutputs(new Dictionary<string, object?> { ["taskDefinitionArn"] = TaskDefinitionArn });
    }

    private ServiceArgs Service(FargateTask task, DeploymentAlarms? alarms)
    {
        var isRolling = _args.Deployment.Strategy == DeploymentStrategy.Rolling;
        var service = new ServiceArgs
        {
            Name = ServiceName,
            Cluster = _args.ClusterArn,
            TaskDefinition = task.TaskDefinitionArn,
            DesiredCount = _args.Scaling.MinTasks,
            // Instead of a launch type, with which ECS would refuse them.
            CapacityProviderStrategies = _args
                .Capacity.Select(share => new ServiceCapacityProviderStrategyArgs
                {
                    CapacityProvider = share.Provider,
                    Base = share.Base,
                    Weight = share.Weight,
                })
                .ToList(),
            PlatformVersion = "LATEST",
            NetworkConfiguration = new ServiceNetworkConfigurationArgs
            {
                Subnets = _args.SubnetIds.ToArray(),
                SecurityGroups = [_args.SecurityGroupId],
                AssignPublicIp = false,
            },
            DeploymentMinimumHealthyPercent = _args.Deployment.MinimumHealthyPercent,
            DeploymentMaximumPercent = _args.Deployment.MaximumPercent,
            DeploymentConfiguration = new ServiceDeploymentConfigurationArgs
            {
                Strategy = isRolling ? "ROLLING" : "BLUE_GREEN",
                BakeTimeInMinutes = isRolling ? null : (Input<string>)$"{_args.Deployment.BakeMinutes}",
            },
            AvailabilityZoneRebalancing = "ENABLED",
            EnableExecuteCommand = _args.Exec != ExecMode.Off,
            EnableEcsManagedTags = true,
            PropagateTags = "SERVICE",
            WaitForSteadyState = true,
            Tags = _args.Context.Label.NameTag(_args.ServiceRole),
        };
        if (isRolling) // ECS takes a circuit breaker with rolling deployments only; blue/green goes back by its alarms
            service.DeploymentCircuitBreaker = new ServiceDeploymentCircuitBreakerArgs { Enable = true, Rollback = true };
        if (alarms is not null)
            service.Alarms = new ServiceAlarmsArgs
            {
                Enable = true,
                Rollback = true,
                AlarmNames = alarms.Names,
            };
        if (_args.Target is { } target)
        {
            service.HealthCheckGracePeriodSeconds = _args.GracePeriodSeconds;
            service.LoadBalancers = [LoadBalancer(target)];
        }
        if (_args.RegistryArn is { } registry)
            service.ServiceRegistries = new ServiceServiceRegistriesArgs { RegistryArn = registry };
        if (_args.Connection is { } connection)
            service.ServiceConnectConfiguration = ConnectionWriter.Of(connection, _args.LogGroup, _args.Context.Region);
        return service;
    }

    private ServiceLoadBalancerArgs LoadBalancer(ServiceTarget target)
    {
        var balancer = new ServiceLoadBalancerArgs
        {
            TargetGroupArn = target.TargetGroupArn,
            ContainerName = target.Container,
            ContainerPort = target.Port,
        };
        if (_args.Deployment.Strategy == DeploymentStrategy.BlueGreen && target.BlueGreen is { } pair)
            balancer.AdvancedConfiguration = new ServiceLoadBalancerAdvancedConfigurationArgs
            {
                AlternateTargetGroupArn = pair.AlternateTargetGroupArn,
                ProductionListenerRule = pair.ProductionListenerRuleArn,
                RoleArn = new BlueGreenRole(_name, _args.Context, pair, new() { Parent = this }).Arn,
            };
        return balancer;
    }

    private IEnumerable<string> Ignored()
    {
        // Autoscaling moves it. A service at rest has none, and stops only if this program says so.
        if (!_args.Scaling.IsAtRest)
            yield return "desiredCount";
        if (_args.Deployment.Strategy == DeploymentStrategy.BlueGreen)
            yield return "loadBalancers"; // ECS swaps the two target groups
    }
}
