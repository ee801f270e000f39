namespace Review.Tests.Guardrails.Rules;

internal sealed class LambdaPermissionRuleCases : RuleCases
{
    private const string Permission = """
        aws:sns/topic:Topic topic {"name": "acme"}
        aws:lambda/function:Function function {"name": "acme-users", "timeout": 30}
        aws:lambda/alias:Alias live {"functionName": "acme-users", "name": "live"}
        aws:lambda/permission:Permission permission {"action": "lambda:InvokeFunction", "function": "acme-users", "qualifier": "live", "principal": "sns.amazonaws.com", "sourceArn": "@topic.arn"}
        """;

    private const string Queue = """
        aws:lambda/function:Function function {"name": "acme-users", "timeout": 30}
        aws:sqs/queue:Queue queue {"name": "acme", "visibilityTimeoutSeconds": 180}
        aws:lambda/eventSourceMapping:EventSourceMapping mapping {"functionName": "acme-users", "eventSourceArn": "@queue.arn"}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("Lambda.1", Permission)
                .FailsAs(
                    "everybody",
                    stack => stack.With("permission", "principal", "\"*\"").With("permission", "sourceArn", null)
                )
                .FailsWith("permission", "functionUrlAuthType", "\"NONE\"")
                .PassesWith("permission", "principal", "\"*\"")
                .PassesWith("permission", "functionUrlAuthType", "\"AWS_IAM\"")
                .PassesAs(
                    "an organisation",
                    stack =>
                        stack
                            .With("permission", "principal", "\"*\"")
                            .With("permission", "sourceArn", null)
                            .With("permission", "principalOrgId", "\"o-1\"")
                )
                .CannotKnow("permission", "principal"),
            new RuleCase("lambda-permission-source", Permission)
                .FailsWith("permission", "sourceArn", null)
                .FailsWith("permission", "principal", "\"s3.amazonaws.com\"")
                .PassesAs(
                    "a bucket",
                    stack =>
                        stack
                            .With("permission", "principal", "\"s3.amazonaws.com\"")
                            .With("permission", "sourceAccount", "\"111111111111\"")
                )
                .PassesAs(
                    "an account",
                    stack => stack.With("permission", "sourceArn", null).With("permission", "sourceAccount", "\"111111111111\"")
                ),
            new RuleCase("lambda-permission-alias", Permission)
                .FailsWith("permission", "qualifier", null)
                .FailsWith("permission", "qualifier", "\"$LATEST\"")
                .CannotKnow("permission", "qualifier"),
            new RuleCase("lambda-queue-visibility", Queue)
                .FailsWith("queue", "visibilityTimeoutSeconds", "179")
                .FailsWith("queue", "visibilityTimeoutSeconds", null)
                .FailsWith("function", "timeout", "31")
                .PassesWith("function", "timeout", null)
                .CannotKnow("queue", "visibilityTimeoutSeconds")
                .CannotKnow("function", "timeout"),
        ];
}
