namespace Review.Tests.Guardrails.Rules;

internal sealed class ClusterRuleCases : RuleCases
{
    private const string Cluster = """
        aws:ecs/cluster:Cluster cluster {"name": "cluster", "settings": [{"name": "containerInsights", "value": "enhanced"}], "configuration": {"executeCommandConfiguration": {"kmsKeyId": "key", "logging": "OVERRIDE", "logConfiguration": {"cloudWatchEncryptionEnabled": true, "cloudWatchLogGroupName": "/ecs/exec"}}, "managedStorageConfiguration": {"fargateEphemeralStorageKmsKeyId": "key"}}}
        aws:ecs/taskDefinition:TaskDefinition task {"ephemeralStorage": {"sizeInGib": 50}}
        aws:ecs/service:Service service {"cluster": "@cluster.arn", "taskDefinition": "@task.arn", "enableExecuteCommand": true}
        """;

    private const string Exec = "configuration.executeCommandConfiguration";

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("ECS.12", Cluster)
                .FailsWith("cluster", "settings.0.value", "\"disabled\"")
                .FailsWith("cluster", "settings", null)
                .PassesWith("cluster", "settings.0.value", "\"enabled\"")
                .CannotKnow("cluster", "settings"),
            new RuleCase("ecs-exec-log", Cluster)
                .FailsWith("cluster", $"{Exec}.logging", "\"NONE\"")
                .FailsWith("cluster", $"{Exec}.logging", null)
                .FailsWith("cluster", $"{Exec}.logConfiguration", null)
                .PassesWith("cluster", $"{Exec}.logConfiguration", """{"s3BucketName": "sessions"}""")
                .SkipsWith("service", "enableExecuteCommand", "false")
                .CannotKnow("cluster", $"{Exec}.logging"),
            new RuleCase("ecs-exec-key", Cluster)
                .FailsWith("cluster", $"{Exec}.kmsKeyId", null)
                .FailsWith("cluster", $"{Exec}.logConfiguration.cloudWatchEncryptionEnabled", "false")
                .FailsWith("cluster", $"{Exec}.logConfiguration.cloudWatchEncryptionEnabled", null)
                .PassesWith("cluster", $"{Exec}.logConfiguration", """{"s3BucketName": "sessions"}""")
                .CannotKnow("cluster", $"{Exec}.logConfiguration.cloudWatchEncryptionEnabled"),
            new RuleCase("ecs-ephemeral-key", Cluster)
                .FailsWith("cluster", "configuration.managedStorageConfiguration", null)
                .FailsAs(
                    "another service asks for none",
                    stack =>
                        stack
                            .With("cluster", "configuration.managedStorageConfiguration", null)
                            .And(
                                """
                                aws:ecs/taskDefinition:TaskDefinition other {"family": "other"}
                                aws:ecs/service:Service second {"cluster": "@cluster.arn", "taskDefinition": "@other.arn"}
                                """
                            )
                )
                .PassesWith("cluster", "configuration.managedStorageConfiguration.fargateEphemeralStorageKmsKeyId", "\"?\"")
                .SkipsWith("task", "ephemeralStorage", null),
        ];
}
