namespace Review.Tests.Guardrails.Rules;

internal sealed class IamRightsRuleCases : RuleCases
{
    private const string Passing = """
        aws:iam/role:Role role {"name": "task", "inlinePolicies": [{"name": "own", "policy!": {"Statement": {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:ap-northeast-1:111111111111:jobs"}}}]}
        aws:iam/rolePolicy:RolePolicy rights {"role": "@role.id", "policy!": {"Statement": [{"Sid": "Read", "Effect": "Allow", "Action": ["s3:Get*"], "Resource": ["arn:aws:s3:::data/*"]}, {"Effect": "Allow", "Action": ["ecr:GetAuthorizationToken", "ssmmessages:OpenDataChannel", "xray:PutTraceSegments"], "Resource": "*"}, {"Effect": "Deny", "Action": "*", "Resource": "*"}]}}
        aws:iam/policy:Policy shared {"policy!": {"Statement": {"Effect": "Allow", "Action": "sns:Publish", "Resource": "arn:aws:sns:ap-northeast-1:111111111111:alerts"}}}
        aws:iam/rolePolicyAttachment:RolePolicyAttachment attached {"role": "@role.id", "policyArn": "@shared.arn"}
        aws:iam/rolePolicyAttachment:RolePolicyAttachment backup {"role": "@role.id", "policyArn": "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup"}
        """;

    private const string First = "policy!.Statement.0.Action";
    private const string FirstResource = "policy!.Statement.0.Resource";

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("IAM.1", Passing)
                .FailsAs("everything", stack => stack.With("rights", First, "\"*\"").With("rights", FirstResource, "\"*\""))
                .FailsAs("everything, attached", stack => Everything(stack, "shared"))
                .FailsWith(
                    "role",
                    "inlinePolicies",
                    """[{"policy": "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}}"}]"""
                )
                .CannotKnow("rights", "policy!")
                .CannotKnow("shared", "policy!")
                .PassesWith("rights", First, "\"*\""),
            new RuleCase("IAM.21", Passing)
                .FailsWith("rights", First, "\"*\"")
                .FailsWith("rights", First, "\"s3:*\"")
                .FailsWith("shared", "policy!.Statement.Action", "\"sns:*\"")
                .CannotKnow("rights", "policy!")
                .PassesWith("rights", "policy!.Statement.1.Action", "\"ssmmessages:*\"")
                .PassesWith("rights", "policy!.Statement.0", """{"Effect": "Deny", "Action": "s3:*", "Resource": "*"}"""),
            new RuleCase("iam-wildcard-resource", Passing)
                .FailsWith("rights", FirstResource, "\"*\"")
                .FailsWith("rights", "policy!.Statement.1.Action", "[\"ecr:GetAuthorizationToken\", \"ecr:BatchGetImage\"]")
                .FailsWith("rights", "policy!.Statement.1.Action", "\"cloudwatch:PutMetricData\"")
                .FailsWith("shared", "policy!.Statement.Resource", "\"*\"")
                .FailsWith(
                    "rights",
                    "policy!.Statement.0",
                    """{"Effect": "Allow", "Action": "ecs:StopTask", "Resource": "*", "Condition": {"StringEquals": {"aws:RequestedRegion": "ap-northeast-1"}}}"""
                )
                .CannotKnow("rights", "policy!")
                .PassesWith("rights", "policy!.Statement.1.Action", "\"ec2:CreateNetworkInterface\"")
                .PassesWith(
                    "rights",
                    "policy!.Statement.0",
                    """{"Effect": "Allow", "Action": "cloudwatch:PutMetricData", "Resource": "*", "Condition": {"StringEquals": {"cloudwatch:namespace": "app"}}}"""
                )
                .PassesWith(
                    "rights",
                    "policy!.Statement.0",
                    """{"Effect": "Allow", "Action": "ecs:StopTask", "Resource": "*", "Condition": {"StringEquals": {"aws:ResourceTag/Project": "app"}}}"""
                ),
            new RuleCase("iam-not-action", Passing)
                .FailsWith(
                    "rights",
                    "policy!.Statement.0",
                    """{"Effect": "Allow", "NotAction": "iam:*", "Resource": "arn:aws:s3:::data"}"""
                )
                .FailsWith(
                    "rights",
                    "policy!.Statement.0",
                    """{"Effect": "Allow", "Action": "s3:Get*", "NotResource": "arn:aws:s3:::data"}"""
                )
                .CannotKnow("rights", "policy!")
                .PassesWith("rights", "policy!.Statement.0", """{"Effect": "Deny", "NotAction": "s3:Get*", "Resource": "*"}"""),
            new RuleCase("iam-pass-role", Passing)
                .FailsWith(
                    "rights",
                    "policy!.Statement.0",
                    """{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "@role.arn"}"""
                )
                .FailsWith(
                    "rights",
                    "policy!.Statement.0",
                    """{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}}"""
                )
                .FailsWith(
                    "rights",
                    "policy!.Statement.0",
                    """{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "@role.arn", "Condition": {"StringEqualsIfExists": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}}"""
                )
                .FailsWith("rights", First, "\"iam:Pass*\"")
                .CannotKnow("rights", "policy!")
                .PassesWith(
                    "rights",
                    "policy!.Statement.0",
                    """{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "@role.arn", "Condition": {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}}"""
                ),
            new RuleCase("iam-no-escalation", Passing)
                .FailsWith("rights", First, "[\"s3:GetObject\", \"iam:PutRolePolicy\"]")
                .FailsWith("rights", First, "\"iam:Create*\"")
                .CannotKnow("rights", "policy!")
                .PassesWith("rights", First, "\"iam:GetRole\""),
            new RuleCase("KMS.2", Passing)
                .FailsWith("rights", "policy!.Statement.0", """{"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*"}""")
                .FailsWith(
                    "rights",
                    "policy!.Statement.0",
                    """{"Effect": "Allow", "Action": "kms:ReEncrypt*", "Resource": "arn:aws:kms:ap-northeast-1:111111111111:key/*"}"""
                )
                .CannotKnow("rights", "policy!")
                .PassesWith("rights", "policy!.Statement.0", """{"Effect": "Allow", "Action": "kms:Encrypt", "Resource": "*"}""")
                .PassesWith(
                    "rights",
                    "policy!.Statement.0",
                    """{"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:ap-northeast-1:111111111111:key/1234"}"""
                ),
            new RuleCase("KMS.1", Passing)
                .FailsWith("shared", "policy!.Statement", """{"Effect": "Allow", "Action": "kms:*", "Resource": "*"}""")
                .CannotKnow("shared", "policy!"),
            new RuleCase("iam-managed-policies", Passing)
                .FailsWith("backup", "policyArn", "\"arn:aws:iam::aws:policy/AmazonS3FullAccess\"")
                .FailsWith("backup", "policyArn", "\"arn:aws:iam::aws:policy/AdministratorAccess\"")
                .FailsWith("role", "managedPolicyArns", "[\"arn:aws:iam::aws:policy/job-function/SystemAdministrator\"]"),
            new RuleCase("iam-policy-size", Passing)
                .FailsWith("rights", "policy!.Statement.0.Sid", $"\"{new string('a', 10_240)}\"")
                .PassesWith("rights", "policy!.Statement.0.Sid", $"\"{new string(' ', 10_240)}\""),
        ];

    private static StackText Everything(StackText stack, string policy) =>
        stack.With(policy, "policy!.Statement.Action", "\"*\"").With(policy, "policy!.Statement.Resource", "\"*\"");
}
