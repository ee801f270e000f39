using Infra.Policies;
using Infra.Security;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.CodeDeploy;
using Pulumi.Aws.CodeDeploy.Inputs;
using DeployApplication = Pulumi.Aws.CodeDeploy.Application;

namespace Infra.Compute;

/// <summary>
/// Deploys a service by CodeDeploy: new tasks behind the other target group, traffic turned to them, and back by itself when they fail or an
/// alarm rings. Whoever deploys needs its names and the AppSpec.
/// </summary>
internal sealed class BlueGreenDeployment : ComponentResource
{
    private readonly string _name;
    private readonly BlueGreenDeploymentArgs _args;

    /// <summary>The application of CodeDeploy.</summary>
    public string ApplicationName { get; }

    /// <summary>Its deployment group.</summary>
    public string GroupName { get; }

    /// <summary>What to send with a deployment, with <see cref="Compute.AppSpec.TaskDefinition"/> to be replaced.</summary>
    public string AppSpec { get; }

    /// <summary>Makes application, group and role.</summary>
    public BlueGreenDeployment(string name, BlueGreenDeploymentArgs args, ComponentResourceOptions? options = null)
        : base("idp:compute:BlueGreenDeployment", name, options)
    {
        args.Validate().ThrowIfAny(this);
        (_name, _args) = (name, args);
        var label = args.Context.Label;
        (ApplicationName, GroupName) = (label.Name("deploy"), label.Name("deploy-group"));
        AppSpec = Compute.AppSpec.Of(args.Container, args.Port, args.CapacityProvider);

        var application = new DeployApplication(
            $"{name}-deploy",
            new()
            {
                Name = ApplicationName,
                ComputePlatform = "ECS",
                Tags = label.NameTag("deploy"),
            },
            new() { Parent = this }
        );
        _ = new DeploymentGroup($"{name}-deploy-group", Group(application, Role()), new() { Parent = this });
        RegisterOutputs(
            new Dictionary<string, object?>
            {
                ["applicationName"] = ApplicationName,
                ["groupName"] = GroupName,
                ["appSpec"] = AppSpec,
            }
        );
    }

    private DeploymentGroupArgs Group(DeployApplication application, Output<string> role) =>
        new()
        {
            AppName = application.Name,
            DeploymentGroupName = GroupName,
            ServiceRoleArn = role,
            DeploymentConfigName = TrafficShifts.Configuration(_args.TrafficShift),
            DeploymentStyle = new DeploymentGroupDeploymentStyleArgs
            {
                DeploymentType = "BLUE_GREEN",
                DeploymentOption = "WITH_TRAFFIC_CONTROL",
            },
            EcsService = new DeploymentGroupEcsServiceArgs { ClusterName = _args.ClusterName, ServiceName = _args.Service },
            BlueGreenDeploymentConfig = new DeploymentGroupBlueGreenDeploymentConfigArgs
            {
                DeploymentReadyOption = new DeploymentGroupBlueGreenDeploymentConfigDeploymentReadyOptionArgs
                {
                    ActionOnTimeout = "CONTINUE_DEPLOYMENT",
                },
                TerminateBlueInstancesOnDeploymentSuccess =
                    new DeploymentGroupBlueGreenDeploymentConfigTerminateBlueInstancesOnDeploymentSuccessArgs
                    {
                        Action = "TERMINATE",
                        TerminationWaitTimeInMinutes = _args.KeepOldMinutes,
                    },
            },
            LoadBalancerInfo = new DeploymentGroupLoadBalancerInfoArgs { TargetGroupPairInfo = Pair() },
            AutoRollbackConfiguration = new DeploymentGroupAutoRollbackConfigurationArgs
            {
                Enabled = true,
                Events = _args.AlarmNames is null
                    ? ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_REQUEST"]
                    : ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"],
            },
            AlarmConfiguration = _args.AlarmNames is { } alarms
                ? (Input<DeploymentGroupAlarmConfigurationArgs>)
                    new DeploymentGroupAlarmConfigurationArgs { Enabled = true, Alarms = alarms }
                : null,
            Tags = _args.Context.Label.NameTag("deploy-group"),
        };

    private DeploymentGroupLoadBalancerInfoTargetGroupPairInfoArgs Pair() =>
        new()
        {
            ProdTrafficRoute = new DeploymentGroupLoadBalancerInfoTargetGroupPairInfoProdTrafficRouteArgs
            {
                ListenerArns = [_args.Target.ListenerArn],
            },
            TestTrafficRoute = _args.Target.TestListenerArn is { } test
                ? (Input<DeploymentGroupLoadBalancerInfoTargetGroupPairInfoTestTrafficRouteArgs>)
                    new DeploymentGroupLoadBalancerInfoTargetGroupPairInfoTestTrafficRouteArgs { ListenerArns = [test] }
                : null,
            TargetGroups = _args
                .Target.TargetGroupNames.Select(group => new DeploymentGroupLoadBalancerInfoTargetGroupPairInfoTargetGroupArgs
                {
                    Name = group,
                })
                .ToList(),
        };

    private Output<string> Role() =>
        new ServiceRole(
            $"{_name}-deploy-role",
            new()
            {
                Context = _args.Context,
                Role = "deploy-role",
                Description = $"Deploys {_args.ServiceName}",
                Service = "codedeploy.amazonaws.com",
                SourceArn = _args.Context.Arn("codedeploy", $"deploymentgroup:{ApplicationName}/{GroupName}"),
                Policy = PolicyDocument.Of(BlueGreenPolicy.Statements(_args)),
            },
            this
        ).Arn;
}
