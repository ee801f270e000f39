namespace Review.Tests.Guardrails.Rules;

internal sealed class ContainerRuleCases : RuleCases
{
    private const string Task = """
        aws:ecr/repository:Repository repository {"name": "app", "imageTagMutability": "IMMUTABLE"}
        aws:secretsmanager/secret:Secret secret {"name": "app/db"}
        aws:ecs/taskDefinition:TaskDefinition task {"networkMode": "awsvpc", "containerDefinitions!": [{"name": "app", "image": "111111111111.dkr.ecr.ap-northeast-1.amazonaws.com/app@sha256:00", "essential": true, "user": "1000:1000", "readonlyRootFilesystem": true, "privileged": false, "environment": [{"name": "DB_WRITER_URL", "value": "jdbc:postgresql://@secret.address:5432/idp"}, {"name": "TOKEN_CACHE_ENABLED", "value": "true"}, {"name": "KEEPALIVE_TIME", "value": "180000"}, {"name": "SECRET_ARN", "value": "@secret.arn"}], "secrets": [{"name": "DB_PASSWORD", "valueFrom": "@secret.arn"}], "healthCheck": {"command": ["CMD", "/health"]}, "logConfiguration": {"logDriver": "awslogs", "options": {"mode": "non-blocking"}}}, {"name": "agent", "image": "public.ecr.aws/aws-observability/agent:v2.28.2", "essential": false, "user": "99", "readonlyRootFilesystem": true, "logConfiguration": {"logDriver": "awslogs", "options": {"mode": "non-blocking"}}}]}
        aws:ecs/service:Service service {"name": "app", "taskDefinition": "@task.arn"}
        aws:cognito/userPoolClient:UserPoolClient client {"name": "web"}
        aws:elasticache/replicationGroup:ReplicationGroup redis {"authToken": {"secret": "a-token-of-the-plan"}}
        """;

    private const string Containers = "containerDefinitions!";

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("ECS.4", Task)
                .FailsWith("task", $"{Containers}.0.privileged", "true")
                .FailsWith("task", $"{Containers}.1.privileged", "true")
                .CannotKnow("task", Containers),
            new RuleCase("ecs-capabilities", Task)
                .FailsWith("task", $"{Containers}.0.linuxParameters", """{"capabilities": {"add": ["SYS_PTRACE"]}}""")
                .PassesWith("task", $"{Containers}.0.linuxParameters", """{"capabilities": {"drop": ["ALL"]}}""")
                .CannotKnow("task", Containers),
            new RuleCase("ECS.5", Task)
                .FailsWith("task", $"{Containers}.0.readonlyRootFilesystem", "false")
                .FailsWith("task", $"{Containers}.1.readonlyRootFilesystem", null)
                .CannotKnow("task", Containers),
            new RuleCase("ECS.8", Task)
                .FailsWith("task", $"{Containers}.0.environment.0.name", "\"DB_PASSWORD\"")
                .FailsWith("task", $"{Containers}.0.environment.2.name", "\"API_KEY\"")
                .FailsWith("task", $"{Containers}.0.environment.2.name", "\"clientSecret\"")
                .FailsWith("task", $"{Containers}.0.environment.2.name", "\"jwt.token2\"")
                .FailsWith("task", $"{Containers}.0.environment.2.name", "\"AWS_ACCESS_KEY_ID\"")
                .FailsWith("task", $"{Containers}.0.environment.2.name", "\"SECRET_KEY_BASE\"")
                .FailsWith("task", $"{Containers}.0.environment.2.value", "\"AKIA0123456789ABCDEF\"")
                .FailsWith("task", $"{Containers}.0.environment.2.value", "\"postgres://app:hunter22@db:5432/app\"")
                .FailsWith("task", $"{Containers}.0.environment.2.value", "\"a-token-of-the-plan\"")
                .FailsWith("task", $"{Containers}.0.environment.2.value", "\"@client.clientSecret\"")
                .FailsAs(
                    "a secret somewhere in the text",
                    stack => stack.With("task", Containers, null).With("task", "containerDefinitions", """{"secret": "[]"}""")
                )
                .PassesWith("task", $"{Containers}.0.environment.2.name", "\"PUBLIC_KEY\"")
                .PassesWith("task", $"{Containers}.0.environment.2.name", "\"PASSWORD_MIN_LENGTH\"")
                .PassesWith("task", $"{Containers}.0.environment.2.name", "\"TOKENIZER\"")
                .PassesWith("task", $"{Containers}.0.environment.1.name", "\"REQUIRE_TOKEN\"")
                .PassesWith("task", $"{Containers}.0.environment.3.name", "\"DB_SECRET\"")
                .PassesWith("task", $"{Containers}.0.environment.2", """{"name": "DB_PASSWORD", "value": ""}""")
                .PassesWith("task", $"{Containers}.0.environment.2.value", "\"https://host:8443/path@home\"")
                .PassesWith("task", $"{Containers}.0.environment.2.value", "\"AKIA\"")
                .CannotKnow("task", Containers),
            new RuleCase("ECS.9", Task)
                .FailsWith("task", $"{Containers}.0.logConfiguration", null)
                .FailsWith("task", $"{Containers}.1.logConfiguration.logDriver", "\"\"")
                .CannotKnow("task", Containers),
            new RuleCase("ecs-log-mode", Task)
                .FailsWith("task", $"{Containers}.0.logConfiguration.options.mode", "\"blocking\"")
                .FailsWith("task", $"{Containers}.1.logConfiguration.options", null)
                .PassesWith("task", $"{Containers}.0.logConfiguration", """{"logDriver": "awsfirelens"}""")
                .CannotKnow("task", Containers),
            new RuleCase("ECS.20", Task)
                .FailsWith("task", $"{Containers}.0.user", "\"root\"")
                .FailsWith("task", $"{Containers}.0.user", "\"0:1000\"")
                .FailsWith("task", $"{Containers}.1.user", "\"0\"")
                .FailsWith("task", $"{Containers}.1.user", "\"\"")
                .FailsWith("task", $"{Containers}.1.user", null)
                .PassesWith("task", $"{Containers}.0.user", "\"1000:0\"")
                .SkipsWith("task", "runtimePlatform", """{"operatingSystemFamily": "WINDOWS_SERVER_2022_CORE"}""")
                .CannotKnow("task", Containers),
            new RuleCase("ecs-image", Task)
                .FailsWith("task", $"{Containers}.0.image", "\"nginx\"")
                .FailsWith("task", $"{Containers}.0.image", "\"registry:5000/nginx\"")
                .FailsWith("task", $"{Containers}.0.image", "\"nginx:latest\"")
                .FailsWith("task", $"{Containers}.0.image", "\"nginx:1.27\"")
                .FailsWith("task", $"{Containers}.0.image", null)
                .FailsAs(
                    "a tag that may be overwritten",
                    stack =>
                        stack
                            .With("repository", "imageTagMutability", "\"MUTABLE\"")
                            .With(
                                "task",
                                $"{Containers}.0.image",
                                "\"111111111111.dkr.ecr.ap-northeast-1.amazonaws.com/app:1.2.3\""
                            )
                )
                .FailsWith("task", $"{Containers}.0.image", "\"@repository.repositoryUrl:latest\"")
                .PassesWith("task", $"{Containers}.0.image", "\"111111111111.dkr.ecr.ap-northeast-1.amazonaws.com/app:build-7\"")
                .PassesWith("task", $"{Containers}.0.image", "\"@repository.repositoryUrl:build-7\"")
                .PassesWith("task", $"{Containers}.0.image", "\"registry:5000/nginx:1.27.3-alpine\"")
                .CannotKnow("task", Containers),
            new RuleCase("ecs-health-check", Task)
                .SkipsAs("a job", stack => stack.Without("service"))
                .FailsWith("task", $"{Containers}.0.healthCheck", null)
                .FailsWith("task", $"{Containers}.1.essential", null)
                .FailsAs(
                    "another container behind the load balancer",
                    stack =>
                        stack
                            .With("task", $"{Containers}.0.healthCheck", null)
                            .With("service", "loadBalancers", """[{"containerName": "agent"}]""")
                )
                .PassesAs(
                    "behind the load balancer",
                    stack =>
                        stack
                            .With("task", $"{Containers}.0.healthCheck", null)
                            .With("service", "loadBalancers", """[{"containerName": "app"}]""")
                )
                .CannotKnow("task", Containers),
            new RuleCase("ecs-essential", Task)
                .FailsWith("task", $"{Containers}.0.essential", "false")
                .PassesWith("task", $"{Containers}.0.essential", null)
                .CannotKnow("task", Containers),
        ];
}
