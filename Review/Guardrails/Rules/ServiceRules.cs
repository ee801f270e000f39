using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>ECS services: how they are deployed, where they run, and how they scale.</summary>
internal sealed class ServiceRules : GuardrailTable
{
    private const string Service = "aws:ecs/service:Service";
    private const string Definition = "aws:ecs/taskDefinition:TaskDefinition";
    private const string Cluster = "aws:ecs/cluster:Cluster";
    private const string ClusterProviders = "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders";
    private const string TargetGroup = "aws:lb/targetGroup:TargetGroup";
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    // AWS's defaults: seconds that a container gets to stop, seconds that a target is drained, and percent of the desired count.
    private const int DefaultStop = 30;
    private const int DefaultDrain = 300;
    private const int DefaultMinimum = 100;
    private const int DefaultMaximum = 200;

    private static readonly string[] Platforms = ["LATEST", "1.4.0"];

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("ECS.2", Grade.High, Service, "Tasks have no public address")
            {
                Reason = "Each task is on the internet then, past the load balancer and its WAF.",
                Fix =
                    "Set networkConfiguration.assignPublicIp: false; tasks in private subnets leave through a NAT gateway or VPC endpoints.",
                Also = ["CKV_AWS_333"],
                Check = service => service.Is("networkConfiguration.assignPublicIp", false),
            },
            new("ECS.10", Grade.Medium, Service, "Fargate tasks run on the latest platform")
            {
                Reason = "An old platform version is an old kernel and runtime, and gets no security repairs in the end.",
                Fix = "Set platformVersion: LATEST, or leave it out.",
                Also = ["CKV_AWS_332"],
                When = IsFargate,
                Check = service =>
                    service.Ask(
                        "platformVersion",
                        value => value.IsMissing || Platforms.Contains(value.Text),
                        string.Join(" or ", Platforms)
                    ),
            },
            new("ecs-zones", Grade.Medium, Service, "Tasks are spread over Availability Zones")
            {
                Reason = "When the only zone fails the service is away, however many tasks it has.",
                Fix = "Set networkConfiguration.subnets to one private subnet of each zone.",
                When = service => !service["networkConfiguration"].IsMissing,
                FollowsReferences = true,
                Check = service => service.SpansZones("networkConfiguration.subnets"),
            },
            new("ecs-circuit-breaker", Grade.Medium, Service, "A deployment that does not start rolls back")
            {
                Reason = "ECS goes on starting tasks that fail, for hours, and the old version is not kept.",
                Fix = "Set deploymentCircuitBreaker.enable and deploymentCircuitBreaker.rollback to true.",
                When = IsDeployedByEcs,
                Check = service =>
                    service.Is("deploymentCircuitBreaker.enable", true) & service.Is("deploymentCircuitBreaker.rollback", true),
            },
            new("ecs-deployment-alarms", Grade.Low, Service, "A deployment that makes errors rolls back")
            {
                Reason = "Tasks that start well and answer with errors pass every health check; users are the first to notice.",
                Fix = "Set alarms with alarmNames, enable: true and rollback: true, on errors and unhealthy targets.",
                When = service => IsDeployedByEcs(service) && !service["loadBalancers"].IsEmpty,
                Check = service =>
                    service.Is("alarms.enable", true)
                    & service.Is("alarms.rollback", true)
                    & service.Ask("alarms.alarmNames", value => !value.IsEmpty, "alarms on errors and unhealthy targets")
                    & Verdict.All(
                        service["alarms.alarmNames"]
                            .Texts.Where(name => !service.Stack.References.In(name).Any(alarm => alarm.Type == Alarm))
                            .Select(name => Verdict.CannotKnow($"whether there is an alarm {name} is not known in this stack"))
                    ),
            },
            new("ecs-minimum-healthy", Grade.Medium, Service, "A deployment stops no task before another one is healthy")
            {
                Reason = "With fewer tasks than are needed each deployment is an outage, or a slow hour.",
                Fix = "Set deploymentMinimumHealthyPercent to 100, and deploymentMaximumPercent above it.",
                When = service => IsDeployedByEcs(service) && !service["loadBalancers"].IsEmpty,
                Check = service => service.AtLeast("deploymentMinimumHealthyPercent", DefaultMinimum, absent: DefaultMinimum),
            },
            new("ecs-deployment-room", Grade.High, Service, "A deployment may start tasks beyond those that run")
            {
                Reason = "Where the maximum is the minimum, ECS may neither start nor stop a task: the deployment never ends.",
                Fix = "Set deploymentMaximumPercent above deploymentMinimumHealthyPercent, as 200 and 100.",
                When = IsDeployedByEcs,
                Check = service =>
                    service.Ask("deploymentMinimumHealthyPercent", _ => true, "less than the maximum")
                    & service.Ask(
                        "deploymentMaximumPercent",
                        value =>
                            (value.Number ?? DefaultMaximum)
                            > (service["deploymentMinimumHealthyPercent"].Number ?? DefaultMinimum),
                        $"more than the minimum of {service["deploymentMinimumHealthyPercent"].Number ?? DefaultMinimum} percent"
                    ),
            },
            new("ecs-grace-period", Grade.Medium, Service, "New tasks have time to start before they are judged")
            {
                Reason = "A slow start fails the load balancer's checks, ECS replaces the task, and the next one is as slow.",
                Fix = "Set healthCheckGracePeriodSeconds above the time that a start takes.",
                When = service => !service["loadBalancers"].IsEmpty,
                Check = service => service.AtLeast("healthCheckGracePeriodSeconds", 1),
            },
            new("ecs-stop-timeout", Grade.Medium, Service, "Containers have time to finish what they began")
            {
                Reason =
                    "A container that is ended before the load balancer has drained it breaks requests at every deployment and scaling in.",
                Fix =
                    "Set stopTimeout of the container (at most 120 seconds on Fargate) to the target group's deregistrationDelay or more, or shorten the latter.",
                When = service => service["loadBalancers"].Items.Any(),
                Check = service =>
                    Verdict.All(service["loadBalancers"].Items.Select(attachment => OutlastsDraining(service, attachment))),
            },
            new("ecs-desired-count", Grade.Medium, Service, "A deployment leaves the number of tasks to scaling")
            {
                Reason = "In a rush a deployment takes the tasks away that scaling had added.",
                Fix = "Add desiredCount to ignoreChanges of the service.",
                When = service => ScalingTargets.Of(service).Any(),
                Check = service =>
                    Verdict.Of(
                        service.State.IgnoreChanges.Contains("desiredCount"),
                        "ignoreChanges: got no desiredCount, want it where Application Auto Scaling sets it"
                    ),
            },
            new("ecs-scaling-range", Grade.Medium, ScalingTargets.Target, "Scaling has room")
            {
                Reason = "Where the smallest number is the largest nothing scales; at zero nobody is served.",
                Fix = "Set minCapacity to 1 or more, and maxCapacity above it.",
                When = target => target["serviceNamespace"].Text == "ecs",
                Check = target =>
                    target.AtLeast("minCapacity", 1)
                    & target.Ask(
                        "maxCapacity",
                        value => value.Number > (target["minCapacity"].Number ?? 0),
                        $"more than minCapacity {Checks.Quoted(target["minCapacity"])}"
                    ),
            },
            new("ecs-spot", Grade.Medium, Service, "Some tasks run on capacity that AWS does not take back")
            {
                Reason = "AWS ends Spot tasks within two minutes, all of them in a bad hour, and may have none to give for long.",
                Fix =
                    "Add FARGATE with a base of 1 or more to capacityProviderStrategies. Those tasks cost about three times as much.",
                When = service => service["capacityProviderStrategies"].Items.Any(IsSpot),
                Check = service =>
                    Verdict.Of(
                        service["capacityProviderStrategies"]
                            .Items.Any(strategy =>
                                !IsSpot(strategy) && (strategy["weight"].Number > 0 || strategy["base"].Number > 0)
                            ),
                        "capacityProviderStrategies: got Spot only, want a part on demand"
                    ),
            },
            new("ecs-capacity-known", Grade.High, Service, "Services use capacity providers that their cluster has")
            {
                Reason = "ECS refuses a service whose provider is not associated with the cluster.",
                Fix = "Add the provider to capacityProviders of the cluster's aws.ecs.ClusterCapacityProviders.",
                When = service => ProvidersOf(service).Any() && service["capacityProviderStrategies"].Items.Any(),
                Check = service =>
                    Verdict.All(
                        service["capacityProviderStrategies"]
                            .Items.Select(strategy =>
                                strategy["capacityProvider"]
                                    .Ask(
                                        "capacityProvider",
                                        value =>
                                            ProvidersOf(service)
                                                .Any(known => known["capacityProviders"].Texts.Contains(value.Text)),
                                        "one of the cluster's"
                                    )
                            )
                    ),
            },
        ];

    // CodeDeploy and external controllers have rules of their own.
    private static bool IsDeployedByEcs(Resource service) => service["deploymentController.type"].Text is null or "ECS";

    private static bool IsFargate(Resource service) =>
        service["launchType"].Text == "FARGATE"
        || service["capacityProviderStrategies"]
            .Items.Any(strategy => strategy["capacityProvider"].Text?.StartsWith("FARGATE", StringComparison.Ordinal) == true);

    private static bool IsSpot(Value strategy) => strategy["capacityProvider"].Text == "FARGATE_SPOT";

    private static IEnumerable<Resource> ProvidersOf(Resource service) =>
        service.Referred("cluster", Cluster).SelectMany(cluster => cluster.ReferredBy(ClusterProviders, "clusterName"));

    private static Verdict OutlastsDraining(Resource service, Value attachment)
    {
        var drains = attachment["targetGroupArn"].Text is { } arn
            ? service.Stack.References.In(arn).Where(group => group.Type == TargetGroup).ToList()
            : [];
        var containers = service
            .Referred("taskDefinition", Definition)
            .SelectMany(ContainerChecks.ContainersOf)
            .Where(container => container["name"].Text == attachment["containerName"].Text)
            .ToList();
        if (drains.Count == 0 || containers.Count == 0)
            return Verdict.CannotKnow(
                $"the target group or the container {attachment["containerName"].Text} is not known in this stack"
            );
        var drain = drains[0]["deregistrationDelay"];
        return drain.IsUnknown
            ? Verdict.CannotKnow($"deregistrationDelay of {drains[0].Name} is known only after the deployment")
            : Verdict.All(
                containers.Select(container =>
                    Judgement.Of(
                        ContainerChecks.NameOf(container),
                        container["stopTimeout"]
                            .Ask(
                                "stopTimeout",
                                value => (value.Number ?? DefaultStop) >= (drain.Number ?? DefaultDrain),
                                $"{drain.Number ?? DefaultDrain} seconds or more, as {drains[0].Name} drains"
                            )
                    )
                )
            );
    }
}
