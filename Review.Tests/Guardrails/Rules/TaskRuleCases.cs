namespace Review.Tests.Guardrails.Rules;

internal sealed class TaskRuleCases : RuleCases
{
    private const string Task = """
        aws:iam/role:Role execution {"name": "execution"}
        aws:iam/role:Role role {"name": "task"}
        aws:ecs/taskDefinition:TaskDefinition task {"networkMode": "awsvpc", "memory": "512", "taskRoleArn": "@role.arn", "executionRoleArn": "@execution.arn", "volumes": [{"name": "files", "efsVolumeConfiguration": {"fileSystemId": "fs-1", "transitEncryption": "ENABLED"}}, {"name": "scratch"}], "containerDefinitions!": [{"name": "app", "user": "1000", "memory": 384}, {"name": "proxy", "user": "99:99", "memory": 256, "memoryReservation": 128}, {"name": "init", "user": "99", "essential": false, "memory": 512}]}
        """;

    private const string Containers = "containerDefinitions!";

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("ECS.1", Task.Replace("awsvpc", "host"))
                .FailsWith("task", $"{Containers}.0.user", null)
                .FailsWith("task", $"{Containers}.1.user", "\"root\"")
                .FailsWith("task", $"{Containers}.1.user", "\"0\"")
                .PassesAs(
                    "opted in",
                    stack => stack.With("task", $"{Containers}.0.user", null).With("task", $"{Containers}.0.privileged", "true")
                )
                .CannotKnow("task", "networkMode"),
            new RuleCase("ECS.17", Task)
                .FailsWith("task", "networkMode", "\"host\"")
                .PassesWith("task", "networkMode", "\"bridge\"")
                .CannotKnow("task", "networkMode"),
            new RuleCase("ECS.3", Task)
                .FailsWith("task", "pidMode", "\"host\"")
                .PassesWith("task", "pidMode", "\"task\"")
                .CannotKnow("task", "pidMode"),
            new RuleCase("ecs-ipc-mode", Task)
                .FailsWith("task", "ipcMode", "\"host\"")
                .PassesWith("task", "ipcMode", "\"none\"")
                .CannotKnow("task", "ipcMode"),
            new RuleCase("ECS.18", Task)
                .SkipsWith("task", "volumes", """[{"name": "scratch"}]""")
                .FailsWith("task", "volumes.0.efsVolumeConfiguration.transitEncryption", "\"DISABLED\"")
                .FailsWith("task", "volumes.0.efsVolumeConfiguration.transitEncryption", null)
                .CannotKnow("task", "volumes.0.efsVolumeConfiguration.transitEncryption"),
            new RuleCase("ecs-host-path", Task)
                .FailsWith("task", "volumes.1.hostPath", "\"/var/run/docker.sock\"")
                .FailsWith("task", "volumes.1.hostPath", "\"/var/run\"")
                .FailsWith("task", "volumes.1.hostPath", "\"/\"")
                .PassesWith("task", "volumes.1.hostPath", "\"/var/log/app\"")
                .CannotKnow("task", "volumes.1.hostPath")
                .CannotKnow("task", "volumes"),
            new RuleCase("ecs-roles", Task)
                .FailsWith("task", "taskRoleArn", "\"@execution.arn\"")
                .PassesWith("task", "executionRoleArn", null)
                .SkipsWith("task", "taskRoleArn", null)
                .CannotKnow("task", "executionRoleArn")
                .CannotKnow("task", "taskRoleArn"),
            new RuleCase("ecs-memory", Task)
                .FailsWith("task", "memory", "\"511\"")
                .FailsWith("task", $"{Containers}.0.memory", "385")
                .FailsWith("task", $"{Containers}.1.memoryReservation", null)
                .FailsWith("task", $"{Containers}.2.essential", "true")
                .CannotKnow("task", Containers),
        ];
}
