namespace Review.Tests.Guardrails.Rules;

internal sealed class IamTrustRuleCases : RuleCases
{
    private const string Tasks = """
        aws:iam/role:Role role {"name": "task", "assumeRolePolicy!": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "ecs-tasks.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111111111111"}}}]}}
        """;

    private const string People = """
        aws:iam/role:Role role {"name": "people", "assumeRolePolicy!": {"Statement": {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111111111111:root"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"sts:ExternalId": "some-text"}}}}}
        """;

    private const string Workflows = """
        aws:iam/role:Role role {"name": "deploy", "assumeRolePolicy!": {"Statement": {"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com"}, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringEquals": {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"}, "StringLike": {"token.actions.githubusercontent.com:sub": "repo:acme/app:ref:refs/heads/main"}}}}}
        """;

    private const string Statement = "assumeRolePolicy!.Statement";

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("iam-trust-everybody", Tasks)
                .FailsWith(
                    "role",
                    $"{Statement}.0",
                    """{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}"""
                )
                .FailsAs(
                    "everybody, without a condition",
                    stack =>
                        stack.With("role", $"{Statement}.0.Principal", "\"*\"").With("role", $"{Statement}.0.Condition", null)
                )
                .CannotKnow("role", "assumeRolePolicy!"),
            new RuleCase("iam-trust-accounts", People)
                .FailsWith("role", $"{Statement}.Condition", null)
                .FailsWith("role", $"{Statement}.Condition", """{"StringEquals": {"sts:ExternalId": "*"}}""")
                .FailsAs(
                    "a number",
                    stack =>
                        stack
                            .With("role", $"{Statement}.Principal.AWS", "\"222222222222\"")
                            .With("role", $"{Statement}.Condition", null)
                )
                .CannotKnow("role", "assumeRolePolicy!")
                .PassesAs(
                    "a role by name",
                    stack =>
                        stack
                            .With("role", $"{Statement}.Principal.AWS", "\"arn:aws:iam::111111111111:role/one\"")
                            .With("role", $"{Statement}.Condition", null)
                ),
            new RuleCase("iam-confused-deputy", Tasks)
                .FailsWith("role", $"{Statement}.0.Condition", null)
                .FailsWith("role", $"{Statement}.0.Condition", """{"StringLike": {"aws:SourceArn": "*"}}""")
                .FailsWith(
                    "role",
                    $"{Statement}.0",
                    """{"Effect": "Allow", "Principal": {"Service": ["lambda.amazonaws.com", "ecs-tasks.amazonaws.com"]}, "Action": "sts:AssumeRole"}"""
                )
                .FailsWith("role", $"{Statement}.0.Condition", """{"StringEquals": {"aws:RequestedRegion": "ap-northeast-1"}}""")
                .CannotKnow("role", "assumeRolePolicy!")
                .PassesWith(
                    "role",
                    $"{Statement}.0.Condition",
                    """{"ArnLike": {"aws:SourceArn": "arn:aws:ecs:ap-northeast-1:111111111111:*"}}"""
                )
                .PassesAs(
                    "a service that does not say",
                    stack =>
                        stack.And(
                            """aws:iam/role:Role function {"assumeRolePolicy!": {"Statement": {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}}}"""
                        )
                ),
            new RuleCase("iam-github-subject", Workflows)
                .FailsWith(
                    "role",
                    $"{Statement}.Condition.StringLike",
                    """{"token.actions.githubusercontent.com:sub": "repo:acme/*:ref:refs/heads/main"}"""
                )
                .FailsWith(
                    "role",
                    $"{Statement}.Condition.StringLike",
                    """{"token.actions.githubusercontent.com:sub": "repo:*/*"}"""
                )
                .FailsWith("role", $"{Statement}.Condition.StringLike", """{"token.actions.githubusercontent.com:sub": "*"}""")
                .FailsWith("role", $"{Statement}.Condition.StringLike", null)
                .FailsWith("role", $"{Statement}.Condition.StringEquals", null)
                .PassesWith(
                    "role",
                    $"{Statement}.Condition.StringLike",
                    """{"token.actions.githubusercontent.com:sub": ["repo:acme/app:environment:prod"]}"""
                ),
            new RuleCase("iam-trust-not-principal", Tasks)
                .FailsWith(
                    "role",
                    Statement,
                    """{"Effect": "Allow", "NotPrincipal": {"AWS": "arn:aws:iam::111111111111:user/one"}, "Action": "sts:AssumeRole"}"""
                )
                .CannotKnow("role", "assumeRolePolicy!")
                .PassesWith(
                    "role",
                    Statement,
                    """{"Effect": "Deny", "NotPrincipal": {"AWS": "arn:aws:iam::111111111111:user/one"}, "Action": "sts:AssumeRole"}"""
                ),
            new RuleCase("iam-trust-size", Tasks).FailsWith("role", $"{Statement}.0.Sid", $"\"{new string('a', 2_048)}\""),
            new RuleCase(
                "iam-role-used",
                $$"""
                {{Tasks}}
                aws:iam/rolePolicy:RolePolicy rights {"role": "@role.id"}
                aws:ecs/taskDefinition:TaskDefinition task {"taskRoleArn": "@role.arn"}
                """
            ).FailsWithout("task").FailsWith("task", "taskRoleArn", null).PassesAs("a role of people", _ => StackText.Of(People)),
            new RuleCase(
                "iam-policy-attached",
                """
                aws:iam/policy:Policy policy {"policy!": {"Statement": []}}
                aws:iam/rolePolicyAttachment:RolePolicyAttachment attached {"policyArn": "@policy.arn"}
                """
            ).FailsWithout("attached").PassesAs("in a role", stack => stack.Without("attached").And("""aws:iam/role:Role role {"managedPolicyArns": ["@policy.arn"]}""")),
            new RuleCase("iam-no-users", Tasks)
                .FailsWithAlso("""aws:iam/user:User person {"name": "someone"}""")
                .FailsWithAlso("""aws:iam/accessKey:AccessKey key {"user": "someone"}""")
                .FailsWithAlso("""aws:iam/userLoginProfile:UserLoginProfile login {"user": "someone"}"""),
        ];
}
