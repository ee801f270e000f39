namespace Review.Tests.Guardrails.Rules;

internal sealed class ServiceRuleCases : RuleCases
{
    private const string Service = """
        aws:ec2/subnet:Subnet a {"availabilityZone": "ap-northeast-1a"}
        aws:ec2/subnet:Subnet c {"availabilityZone": "ap-northeast-1c"}
        aws:ecs/cluster:Cluster cluster {"name": "cluster"}
        aws:ecs/clusterCapacityProviders:ClusterCapacityProviders capacity {"clusterName": "cluster", "capacityProviders": ["FARGATE", "FARGATE_SPOT"]}
        aws:lb/targetGroup:TargetGroup tg {"deregistrationDelay": 60}
        aws:cloudwatch/metricAlarm:MetricAlarm alarm {"name": "deploy-5xx"}
        aws:ecs/taskDefinition:TaskDefinition task {"containerDefinitions!": [{"name": "app", "stopTimeout": 60}, {"name": "agent"}]}
        aws:ecs/service:Service service {"$ignoreChanges": ["desiredCount"], "name": "app", "cluster": "@cluster.arn", "taskDefinition": "@task.arn", "platformVersion": "LATEST", "networkConfiguration": {"assignPublicIp": false, "subnets": ["@a.id", "@c.id"]}, "deploymentCircuitBreaker": {"enable": true, "rollback": true}, "alarms": {"enable": true, "rollback": true, "alarmNames": ["deploy-5xx"]}, "deploymentMinimumHealthyPercent": 100, "deploymentMaximumPercent": 200, "healthCheckGracePeriodSeconds": 60, "loadBalancers": [{"containerName": "app", "containerPort": 8080, "targetGroupArn": "@tg.arn"}], "capacityProviderStrategies": [{"capacityProvider": "FARGATE", "base": 1, "weight": 0}, {"capacityProvider": "FARGATE_SPOT", "weight": 1}]}
        aws:appautoscaling/target:Target scaling {"resourceId": "service/cluster/app", "serviceNamespace": "ecs", "minCapacity": 2, "maxCapacity": 4}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("ECS.2", Service)
                .FailsWith("service", "networkConfiguration.assignPublicIp", "true")
                .PassesWith("service", "networkConfiguration", null)
                .CannotKnow("service", "networkConfiguration.assignPublicIp"),
            new RuleCase("ECS.10", Service)
                .FailsWith("service", "platformVersion", "\"1.3.0\"")
                .FailsAs(
                    "by launch type",
                    stack =>
                        stack
                            .With("service", "capacityProviderStrategies", null)
                            .With("service", "launchType", "\"FARGATE\"")
                            .With("service", "platformVersion", "\"1.3.0\"")
                )
                .PassesWith("service", "platformVersion", null)
                .CannotKnow("service", "platformVersion"),
            new RuleCase("ecs-zones", Service)
                .FailsWith("service", "networkConfiguration.subnets", """["@a.id"]""")
                .FailsWith("c", "availabilityZone", "\"ap-northeast-1a\"")
                .CannotKnow("service", "networkConfiguration.subnets"),
            new RuleCase("ecs-circuit-breaker", Service)
                .FailsWith("service", "deploymentCircuitBreaker", null)
                .FailsWith("service", "deploymentCircuitBreaker.enable", "false")
                .FailsWith("service", "deploymentCircuitBreaker.rollback", "false")
                .PassesWith("service", "deploymentController", """{"type": "ECS"}""")
                .SkipsWith("service", "deploymentController", """{"type": "CODE_DEPLOY"}""")
                .CannotKnow("service", "deploymentCircuitBreaker.rollback"),
            new RuleCase("ecs-deployment-alarms", Service)
                .FailsWith("service", "alarms", null)
                .FailsWith("service", "alarms.enable", "false")
                .FailsWith("service", "alarms.rollback", "false")
                .FailsWith("service", "alarms.alarmNames", "[]")
                .SkipsWith("service", "deploymentController", """{"type": "CODE_DEPLOY"}""")
                .SkipsWith("service", "loadBalancers", "[]")
                .CannotKnow("service", "alarms.alarmNames")
                .UnknownAs("an alarm of another stack", stack => stack.Without("alarm")),
            new RuleCase("ecs-minimum-healthy", Service)
                .FailsWith("service", "deploymentMinimumHealthyPercent", "50")
                .PassesWith("service", "deploymentMinimumHealthyPercent", null)
                .SkipsWith("service", "deploymentController", """{"type": "CODE_DEPLOY"}""")
                .SkipsWith("service", "loadBalancers", "[]")
                .CannotKnow("service", "deploymentMinimumHealthyPercent"),
            new RuleCase("ecs-deployment-room", Service)
                .FailsWith("service", "deploymentMaximumPercent", "100")
                .FailsWith("service", "deploymentMinimumHealthyPercent", "200")
                .PassesWith("service", "deploymentMaximumPercent", null)
                .CannotKnow("service", "deploymentMaximumPercent")
                .CannotKnow("service", "deploymentMinimumHealthyPercent"),
            new RuleCase("ecs-grace-period", Service)
                .FailsWith("service", "healthCheckGracePeriodSeconds", "0")
                .PassesWith("service", "healthCheckGracePeriodSeconds", "1")
                .FailsWith("service", "healthCheckGracePeriodSeconds", null)
                .CannotKnow("service", "healthCheckGracePeriodSeconds"),
            new RuleCase("ecs-stop-timeout", Service)
                .FailsWith("task", "containerDefinitions!.0.stopTimeout", "59")
                .FailsWith("task", "containerDefinitions!.0.stopTimeout", null)
                .FailsWith("tg", "deregistrationDelay", "61")
                .FailsWith("tg", "deregistrationDelay", null)
                .PassesAs(
                    "both as AWS has them",
                    stack =>
                        stack.With("tg", "deregistrationDelay", "30").With("task", "containerDefinitions!.0.stopTimeout", null)
                )
                .CannotKnow("tg", "deregistrationDelay")
                .UnknownAs("a target group of another stack", stack => stack.Without("tg")),
            new RuleCase("ecs-desired-count", Service)
                .FailsWith("service", "$ignoreChanges", "[]")
                .SkipsAs("nothing scales it", stack => stack.Without("scaling"))
                .SkipsWith("scaling", "resourceId", "\"service/cluster/other\"")
                .FailsWith("service", "$ignoreChanges", """["taskDefinition"]"""),
            new RuleCase("ecs-scaling-range", Service)
                .FailsWith("scaling", "maxCapacity", "2")
                .FailsWith("scaling", "minCapacity", "0")
                .PassesWith("scaling", "minCapacity", "1")
                .SkipsWith("scaling", "serviceNamespace", "\"dynamodb\"")
                .FailsWith("scaling", "minCapacity", "4")
                .CannotKnow("scaling", "maxCapacity")
                .CannotKnow("scaling", "minCapacity"),
            new RuleCase("ecs-spot", Service)
                .FailsWith("service", "capacityProviderStrategies.0.capacityProvider", "\"FARGATE_SPOT\"")
                .FailsWith("service", "capacityProviderStrategies.0.base", "0")
                .PassesWith("service", "capacityProviderStrategies.0", """{"capacityProvider": "FARGATE", "weight": 1}""")
                .SkipsWith("service", "capacityProviderStrategies.1.capacityProvider", "\"FARGATE\""),
            new RuleCase("ecs-capacity-known", Service)
                .SkipsAs("a cluster of another stack", stack => stack.Without("capacity"))
                .SkipsWith("service", "capacityProviderStrategies", "[]")
                .FailsWith("capacity", "capacityProviders", """["FARGATE"]""")
                .FailsWith("service", "capacityProviderStrategies.0.capacityProvider", "\"instances\"")
                .CannotKnow("service", "capacityProviderStrategies.1.capacityProvider"),
        ];
}
