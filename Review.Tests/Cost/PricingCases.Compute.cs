namespace Review.Tests.Cost;

internal static partial class PricingCases
{
    private const string Definition =
        """aws:ecs/taskDefinition:TaskDefinition task {"cpu": "256", "memory": "0.5 GB", "requiresCompatibilities": ["FARGATE"]}""";

    private static readonly PricingCase[] Compute =
    [
        new(
            "service: base on demand, the rest on Spot",
            $$"""
            {{Definition}}
            aws:ecs/service:Service svc {"taskDefinition": "@task.arn", "desiredCount": 5, "networkConfiguration": {"assignPublicIp": true}, "capacityProviderStrategies": [{"capacityProvider": "FARGATE", "base": 1, "weight": 1}, {"capacityProvider": "FARGATE_SPOT", "weight": 3}]}
            """,
            "spotDiscountPercent: 50",
            "svc fargate-x86-vcpu 365 18.4544", // 2 tasks × 0.25 × 730
            "svc fargate-x86-memory 730 4.0369", // 2 × 0.5 × 730
            "svc fargate-x86-vcpu 547.5 13.8408", // 3 × 0.25 × 730, half price
            "svc fargate-x86-memory 1095 3.0277",
            "svc public-ipv4 3650 18.25"
        ),
        new(
            "service with storage, by its cluster's strategy",
            """
            aws:ecs/taskDefinition:TaskDefinition task {"cpu": ".25 vCPU", "memory": "512", "requiresCompatibilities": ["FARGATE"], "ephemeralStorage": {"sizeInGib": 30}}
            aws:ecs/cluster:Cluster cluster {"name": "c"}
            aws:ecs/clusterCapacityProviders:ClusterCapacityProviders providers {"clusterName": "@cluster.name", "defaultCapacityProviderStrategies": [{"capacityProvider": "FARGATE", "weight": 1}]}
            aws:ecs/service:Service svc {"cluster": "@cluster.arn", "taskDefinition": "@task.arn", "desiredCount": 1}
            """,
            "",
            "svc fargate-x86-vcpu 182.5 9.2272",
            "svc fargate-x86-memory 365 2.0185",
            "svc fargate-storage 7300 0.9709"
        ),
        new(
            "service whose task is not known",
            """
            aws:ecs/taskDefinition:TaskDefinition task {"cpu": "?", "memory": "512"}
            aws:ecs/service:Service svc {"taskDefinition": "@task.arn", "desiredCount": 1, "launchType": "FARGATE"}
            aws:ecs/service:Service other {"taskDefinition": "arn:aws:ecs:x", "desiredCount": 1, "launchType": "FARGATE"}
            aws:ecs/service:Service third {"taskDefinition": "@task.arn", "desiredCount": "?", "launchType": "FARGATE"}
            """,
            "",
            "other ! tasks: its task definition is not of this stack",
            "svc ! tasks: the size of task is known only after the deployment",
            "third ! desiredCount: desiredCount is known only after the deployment"
        ),
        new(
            "job by hand",
            Definition,
            "{ taskRunsPerMonth: 30, taskMinutesPerRun: 60 }",
            "task fargate-x86-vcpu 7.5 0.3792 usage", // 30 h × 0.25
            "task fargate-x86-memory 15 0.083 usage"
        ),
        new(
            "job by a schedule",
            $$$"""
            {{{Definition}}}
            aws:scheduler/schedule:Schedule nightly {"scheduleExpression": "rate(1 day)", "target": {"ecsParameters": {"taskDefinitionArn": "@task.arn"} } }
            """,
            "taskMinutesPerRun: 60",
            "nightly scheduler-calls 30.4167 0.00",
            "task fargate-x86-vcpu 7.6042 0.3845 usage", // 30.4167 h × 0.25
            "task fargate-x86-memory 15.2083 0.0841 usage"
        ),
        new(
            "images",
            "aws:ecr/repository:Repository a {}\naws:ecr/repository:Repository b {}",
            "imageGb: 10",
            "a ecr-storage 5 0.50 usage",
            "b ecr-storage 5 0.50 usage"
        ),
        new(
            "group of instances for the tasks of a service",
            """
            aws:ec2/launchTemplate:LaunchTemplate template {"instanceType": "t3.medium", "monitoring": {"enabled": true}, "blockDeviceMappings": [{"ebs": {"volumeSize": 30, "volumeType": "gp3"}}]}
            aws:autoscaling/group:Group group {"minSize": 0, "maxSize": 4, "launchTemplate": {"id": "@template.id"}}
            aws:ecs/capacityProvider:CapacityProvider provider {"name": "instances", "autoScalingGroupProvider": {"autoScalingGroupArn": "@group.arn"}}
            aws:ecs/taskDefinition:TaskDefinition task {"cpu": "256", "memory": "512", "requiresCompatibilities": ["EC2"]}
            aws:ecs/service:Service svc {"taskDefinition": "@task.arn", "desiredCount": 2, "capacityProviderStrategies": [{"capacityProvider": "@provider.name", "weight": 1}]}
            """,
            "",
            "group ec2-t3.medium 1460 79.424",
            "group custom-metric 14 4.20",
            "group ebs-gp3 60 5.76"
        ),
        new(
            "instance of another type",
            """aws:ec2/instance:Instance vm {"instanceType": "m7i.large", "associatePublicIpAddress": true, "rootBlockDevice": {"volumeSize": 8}}""",
            "",
            "vm public-ipv4 730 3.65",
            "vm ! ec2-m7i.large: the price book has no ec2-m7i.large",
            "vm ! volume: the price book has no gp2 volumes"
        ),
        new("volume", """aws:ebs/volume:Volume disk {"type": "gp3", "size": 100}""", "", "disk ebs-gp3 100 9.60"),
        new(
            "function",
            """aws:lambda/function:Function fn {"memorySize": 512, "architectures": ["arm64"], "ephemeralStorage": {"size": 1024}, "tracingConfig": {"mode": "Active"}}""",
            "{ functionCallsPerMonth: 2000000, functionMilliseconds: 100, tracesPerMonth: 100000 }",
            "fn lambda-requests 2000000 0.40 usage",
            "fn lambda-arm-duration 100000 1.3333 usage", // 2 M × 0.1 s × 0.5 GB
            "fn xray-traces 100000 0.50 usage",
            "fn ! ephemeral storage: the price book has no price above 512 MB"
        ),
        new(
            "functions share the requests",
            "aws:lambda/function:Function a {}\naws:lambda/function:Function b {}",
            "{ requestsPerMonth: 1000000, functionMilliseconds: 0 }",
            "a lambda-requests 500000 0.10 usage",
            "b lambda-requests 500000 0.10 usage"
        ),
        new(
            "functions that wait",
            """
            aws:lambda/function:Function fn {"memorySize": 1024}
            aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig warm {"functionName": "@fn.name", "provisionedConcurrentExecutions": 2}
            """,
            "{ requestsPerMonth: 0 }",
            "warm lambda-x86-provisioned 5256000 28.2957" // 2 × 730 × 3600 × 0.0000053835
        ),
    ];
}
