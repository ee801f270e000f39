namespace Review.Tests.Guardrails.Rules;

internal sealed class LambdaRuleCases : RuleCases
{
    private const string Function = """
        aws:ec2/subnet:Subnet a {"availabilityZone": "ap-northeast-1a"}
        aws:ec2/subnet:Subnet c {"availabilityZone": "ap-northeast-1c"}
        aws:rds/proxy:Proxy proxy {}
        aws:kms/key:Key key {}
        aws:cloudwatch/logGroup:LogGroup log {"name": "/aws/lambda/acme-users", "retentionInDays": 30}
        aws:lambda/function:Function function {"name": "acme-users", "runtime": "provided.al2023", "timeout": 30, "memorySize": 256, "kmsKeyArn": "@key.arn", "codeSigningConfigArn": "arn:aws:lambda:ap-northeast-1:111111111111:code-signing-config:csc-1", "reservedConcurrentExecutions": 10, "tracingConfig": {"mode": "Active"}, "environment": {"variables": {"DB_HOST": "@proxy.endpoint", "AUTH_SECRET_ARN": "arn:aws:secretsmanager:ap-northeast-1:111111111111:secret:auth"}}, "vpcConfig": {"subnetIds": ["@a.id", "@c.id"]}, "loggingConfig": {"logFormat": "JSON", "logGroup": "/aws/lambda/acme-users"}}
        aws:lambda/alias:Alias live {"functionName": "acme-users", "name": "live"}
        """;

    private const string Api = """
        aws:apigateway/integration:Integration integration {"type": "AWS_PROXY", "uri": "@live.invokeArn", "timeoutMilliseconds": 29000}
        """;

    private const string Queue = """
        aws:sns/topic:Topic topic {"name": "acme"}
        aws:lambda/permission:Permission permission {"function": "acme-users", "principal": "sns.amazonaws.com", "sourceArn": "@topic.arn"}
        aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig failures {"functionName": "acme-users", "destinationConfig": {"onFailure": {"destination": "arn:aws:sqs:ap-northeast-1:111111111111:failed"}}}
        """;

    private static RuleCase Of(string rule, params string[] parts) => new(rule, string.Join('\n', parts.Prepend(Function)));

    public override IEnumerable<RuleCase> Cases =>
        [
            Of("Lambda.2")
                .FailsWith("function", "runtime", "\"provided.al2\"")
                .FailsWith("function", "runtime", "\"provided\"")
                .FailsWith("function", "runtime", "\"nodejs20.x\"")
                .FailsWith("function", "runtime", "\"python3.9\"")
                .FailsWith("function", "runtime", "\"java8.al2\"")
                .FailsWith("function", "runtime", "\"go1.x\"")
                .FailsWith("function", "runtime", null)
                .PassesWith("function", "runtime", "\"nodejs24.x\"")
                .PassesWith("function", "runtime", "\"python3.13\"")
                .PassesWith("function", "runtime", "\"dotnet10\"")
                .PassesWith("function", "runtime", "\"java21\"")
                .CannotKnow("function", "runtime"),
            Of("Lambda.3").FailsWith("function", "vpcConfig", null).FailsWith("function", "vpcConfig.subnetIds", "[]"),
            Of("Lambda.5")
                .FailsWith("function", "vpcConfig.subnetIds", """["@a.id"]""")
                .FailsWith("c", "availabilityZone", "\"ap-northeast-1a\"")
                .CannotKnow("c", "availabilityZone"),
            Of("lambda-tracing")
                .FailsWith("function", "tracingConfig.mode", "\"PassThrough\"")
                .FailsWith("function", "tracingConfig", null)
                .CannotKnow("function", "tracingConfig"),
            Of("lambda-failure-destination", Queue)
                .FailsWithout("failures")
                .FailsWith("failures", "destinationConfig", null)
                .FailsWith("failures", "functionName", "\"other\"")
                .FailsAs(
                    "by a bucket",
                    stack => stack.Without("failures").With("permission", "principal", "\"s3.amazonaws.com\"")
                )
                .PassesAs(
                    "to a queue of its own",
                    stack =>
                        stack
                            .Without("failures")
                            .With(
                                "function",
                                "deadLetterConfig",
                                """{"targetArn": "arn:aws:sqs:ap-northeast-1:111111111111:dead"}"""
                            )
                ),
            Of("lambda-concurrency")
                .FailsWith("function", "reservedConcurrentExecutions", "901")
                .FailsWithAlso("""aws:lambda/function:Function second {"reservedConcurrentExecutions": 891}""")
                .PassesWith("function", "reservedConcurrentExecutions", "900")
                .PassesAs(
                    "in another region",
                    stack =>
                        stack.And(
                            """aws:lambda/function:Function second {"reservedConcurrentExecutions": 900, "region": "us-east-1"}"""
                        )
                )
                .PassesAs(
                    "none for another",
                    stack => stack.And("""aws:lambda/function:Function second {"reservedConcurrentExecutions": -1}""")
                )
                .CannotKnow("function", "reservedConcurrentExecutions"),
            Of("lambda-switched-off")
                .FailsWith("function", "reservedConcurrentExecutions", "0")
                .PassesWith("function", "reservedConcurrentExecutions", "-1")
                .CannotKnow("function", "reservedConcurrentExecutions"),
            Of("lambda-environment-key").FailsWith("function", "kmsKeyArn", null).FailsWith("function", "kmsKeyArn", "\"\""),
            Of("lambda-plain-secrets")
                .FailsWith("function", "environment.variables.DB_PASSWORD", "\"word\"")
                .FailsWith("function", "environment.variables.apiKey", "\"word\"")
                .FailsWith("function", "environment.variables.GITHUB_TOKEN", "\"?\"")
                .FailsWith("function", "environment.variables.HARMLESS", """{"secret": "word"}""")
                .PassesWith("function", "environment.variables.DB_SECRET_NAME", "\"acme/db\"")
                .PassesWith("function", "environment.variables.TOKEN_TTL", "\"300\"")
                .PassesWith("function", "environment.variables.KEYBOARD", "\"jp\""),
            Of("lambda-timeout", Api)
                .FailsWith("function", "timeout", "31")
                .FailsWith("function", "timeout", "900")
                .FailsWith("integration", "timeoutMilliseconds", "10000")
                .FailsAs(
                    "without alias",
                    stack => stack.With("integration", "uri", "\"@function.invokeArn\"").With("function", "timeout", "31")
                )
                .PassesWith("integration", "timeoutMilliseconds", null)
                .PassesWith("function", "timeout", null)
                .CannotKnow("function", "timeout"),
            Of("lambda-memory")
                .FailsWith("function", "memorySize", "128")
                .FailsWith("function", "memorySize", null)
                .CannotKnow("function", "memorySize"),
            Of("lambda-alias", Api)
                .FailsWith("integration", "uri", "\"@function.invokeArn\"")
                .FailsWithAlso("""aws:cloudwatch/eventTarget:EventTarget nightly {"arn": "@function.arn"}""")
                .FailsWithAlso("""aws:lambda/eventSourceMapping:EventSourceMapping queue {"functionName": "acme-users"}""")
                .FailsAs("without one", stack => stack.With("integration", "uri", "\"@function.invokeArn\"").Without("live"))
                .PassesAs(
                    "a queue",
                    stack => stack.And("""aws:lambda/eventSourceMapping:EventSourceMapping queue {"functionName": "@live.arn"}""")
                ),
            Of("lambda-log-group")
                .FailsWithout("log")
                .FailsWith("log", "retentionInDays", null)
                .FailsWith("log", "retentionInDays", "0")
                .FailsWith("function", "loggingConfig.logGroup", "\"/aws/lambda/other\"")
                .PassesWith("function", "loggingConfig", null)
                .PassesWith("function", "loggingConfig.logGroup", "\"@log.name\"")
                .CannotKnow("log", "retentionInDays"),
            Of("lambda-code-signing")
                .FailsWith("function", "codeSigningConfigArn", null)
                .FailsWith("function", "codeSigningConfigArn", "\"\""),
        ];
}
