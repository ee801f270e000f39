namespace Review.Tests.Guardrails.Rules;

internal sealed class TopicRuleCases : RuleCases
{
    private const string Alerts = """
        aws:kms/key:Key key {}
        aws:sns/topic:Topic topic {"name": "alerts", "kmsMasterKeyId": "@key.arn"}
        aws:sns/topicPolicy:TopicPolicy policy {"arn": "@topic.arn", "policy!": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "cloudwatch.amazonaws.com"}, "Action": "sns:Publish", "Resource": "*"}, {"Effect": "Deny", "Principal": {"AWS": "*"}, "Action": "sns:Publish", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}}
        aws:cloudwatch/metricAlarm:MetricAlarm alarm {"alarmActions": ["@topic.arn"]}
        aws:sns/topicSubscription:TopicSubscription mail {"topic": "@topic.arn", "protocol": "email", "endpoint": "people@app.test"}
        """;

    private const string Function = """
        aws:sns/topic:Topic topic {"name": "events", "lambdaFailureFeedbackRoleArn": "arn:aws:iam::111111111111:role/feedback"}
        aws:lambda/function:Function function {"name": "app"}
        aws:lambda/permission:Permission permission {"function": "app", "principal": "sns.amazonaws.com"}
        aws:sns/topicSubscription:TopicSubscription call {"topic": "@topic.arn", "protocol": "lambda", "endpoint": "arn:aws:lambda:ap-northeast-1:111111111111:function:app:live"}
        """;

    private const string Queue = """
        aws:sqs/queue:Queue queue {"name": "jobs"}
        aws:sqs/queuePolicy:QueuePolicy queuePolicy {"queueUrl": "@queue.id", "policy!": {"Statement": {"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"}, "Action": "sqs:SendMessage", "Resource": "*"}}}
        aws:sns/topicSubscription:TopicSubscription send {"topic": "arn:aws:sns:x", "protocol": "sqs", "endpoint": "@queue.arn"}
        """;

    private const string First = "policy!.Statement.0";
    private const string Refusal = "policy!.Statement.1";

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("SNS.1", Alerts)
                .FailsWith("topic", "kmsMasterKeyId", null)
                .FailsWith("topic", "kmsMasterKeyId", "\"alias/aws/sns\""),
            new RuleCase("SNS.2", Function)
                .FailsWith("topic", "lambdaFailureFeedbackRoleArn", null)
                .FailsWith("call", "protocol", "\"sqs\"")
                .FailsWith("call", "protocol", "\"https\"")
                .FailsWith("call", "protocol", "\"firehose\"")
                .PassesWith("call", "redrivePolicy", "\"{}\""),
            new RuleCase("SNS.4", Alerts)
                .FailsWith("policy", $"{First}.Principal", "\"*\"")
                .CannotKnow("policy", "policy!")
                .PassesWith(
                    "policy",
                    First,
                    """{"Effect": "Allow", "Principal": "*", "Action": "sns:Publish", "Condition": {"StringEquals": {"aws:SourceOwner": "111111111111"}}}"""
                ),
            new RuleCase("sns-tls", Alerts)
                .FailsWithout("policy")
                .FailsWith("policy", $"{Refusal}.Effect", "\"Allow\"")
                .FailsWith("policy", $"{Refusal}.Action", "\"sns:Subscribe\"")
                .FailsWith("policy", $"{Refusal}.Condition.Bool", """{"aws:SecureTransport": "true"}""")
                .CannotKnow("policy", "policy!"),
            new RuleCase("sns-publishers", Alerts)
                .FailsWith("policy", $"{First}.Principal.Service", "\"events.amazonaws.com\"")
                .FailsWith("policy", $"{First}.Action", "\"sns:Subscribe\"")
                .FailsWith("policy", $"{First}.Effect", "\"Deny\"")
                .FailsWithAlso("""aws:cloudwatch/eventTarget:EventTarget target {"arn": "@topic.arn"}""")
                .FailsAs(
                    "events without a policy",
                    stack =>
                        stack.Without("policy").And("""aws:cloudwatch/eventTarget:EventTarget target {"arn": "@topic.arn"}""")
                )
                .CannotKnow("policy", "policy!")
                .PassesAs("alarms without a policy", stack => stack.Without("policy")),
            new RuleCase("sns-topic-heard", Alerts)
                .FailsWithout("mail")
                .FailsWith("mail", "topic", "\"arn:aws:sns:other\"")
                .PassesAs(
                    "in a chat",
                    stack =>
                        stack
                            .Without("mail")
                            .And(
                                """aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration chat {"snsTopicArns": ["@topic.arn"]}"""
                            )
                ),
            new RuleCase("sns-subscription-tls", Alerts)
                .FailsWith("mail", "protocol", "\"http\"")
                .FailsWith("mail", "protocol", null)
                .CannotKnow("mail", "protocol"),
            new RuleCase("sns-subscription-allowed", $"{Function}\n{Queue}")
                .FailsWithout("permission")
                .FailsWith("permission", "principal", "\"events.amazonaws.com\"")
                .FailsWith("permission", "function", "\"other\"")
                .FailsWithout("queuePolicy")
                .FailsWith("queuePolicy", "policy!.Statement.Action", "\"sqs:ReceiveMessage\"")
                .FailsWith("queuePolicy", "policy!.Statement.Principal.Service", "\"s3.amazonaws.com\"")
                .CannotKnow("call", "endpoint")
                .CannotKnow("queuePolicy", "policy!"),
        ];
}
