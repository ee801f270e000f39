namespace Review.Tests.Guardrails.Rules;

internal sealed class PolicyNameRuleCases : RuleCases
{
    private const string Roles = """
        aws:iam/role:Role role {"name": "task", "inlinePolicies": [{"name": "own", "policy!": {"Statement": {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:ap-northeast-1:111111111111:jobs"}}}]}
        aws:iam/rolePolicy:RolePolicy rights {"role": "@role.id", "policy!": {"Statement": [{"Sid": "Read", "Effect": "Allow", "Action": ["s3:Get*", "kms:Decrypt"], "Resource": ["arn:aws:s3:::data/*"]}, {"Effect": "Deny", "NotAction": ["iam:*"], "Resource": "*"}]}}
        """;

    private const string Others = """
        pulumi:pulumi:Stack stack {}
        aws:sqs/queuePolicy:QueuePolicy door {"queueUrl": "https://sqs", "policy!": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"}, "Action": "sqs:SendMessage", "Resource": "*"}]}}
        aws:iam/role:Role role {"assumeRolePolicy!": {"Statement": {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}}}
        aws:cloudwatch/logResourcePolicy:LogResourcePolicy logs {"policyName": "a", "policyDocument!": {"Statement": {"Effect": "Allow", "Principal": {"Service": "route53.amazonaws.com"}, "Action": ["logs:CreateLogStream", "logs:PutLogEvents"], "Resource": "*"}}}
        aws:ecr/lifecyclePolicy:LifecyclePolicy old {"policy!": {"rules": [{"rulePriority": 1, "action": {"type": "expire"}}]}}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("iam-action-exists", Roles)
                .FailsWith("rights", "policy!.Statement.0.Action", "[\"s3:Get*\", \"kms:Decript\"]")
                .FailsWith("rights", "policy!.Statement.0.Action", "\"s3:Gett*\"")
                .FailsWith("rights", "policy!.Statement.1.NotAction", "\"iamm:*\"")
                .FailsWith(
                    "role",
                    "inlinePolicies",
                    """[{"policy": "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"sqs:Send\", \"Resource\": \"*\"}}"}]"""
                )
                .CannotKnow("rights", "policy!")
                .PassesWith("rights", "policy!.Statement.0.Action", "\"S3:GETOBJECT\""),
            new RuleCase("policy-action-exists", Others)
                .FailsWith("door", "policy!.Statement.0.Action", "\"sqs:SendMessages\"")
                .FailsWith("door", "policy!.Statement.0.Action", "[\"sqs:SendMessage\", \"sqs\"]")
                .FailsWith("role", "assumeRolePolicy!.Statement.Action", "\"sts:AsumeRole\"")
                .FailsWith("logs", "policyDocument!.Statement.Action", "\"logs:PutLogEvent\"")
                .CannotKnow("door", "policy!")
                .PassesWith("door", "policy!.Statement.0.Action", "\"sqs:*\""),
        ];
}
