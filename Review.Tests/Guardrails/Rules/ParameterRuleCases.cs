namespace Review.Tests.Guardrails.Rules;

internal sealed class ParameterRuleCases : RuleCases
{
    public override IEnumerable<RuleCase> Cases => [new RuleCase(
                "SSM.1",
                """
                aws:iam/role:Role role {"name": "instances"}
                aws:iam/rolePolicy:RolePolicy rights {"role": "@role.id", "policy!": {"Statement": {"Effect": "Allow", "Action": ["ssm:UpdateInstanceInformation", "ssmmessages:*"], "Resource": "*"}}}
                aws:iam/instanceProfile:InstanceProfile profile {"role": "instances"}
                aws:ec2/launchTemplate:LaunchTemplate template {"iamInstanceProfile": {"arn": "@profile.arn"}}
                """
            ).FailsWith("template", "iamInstanceProfile", null).FailsWith("rights", "policy!.Statement.Action", "\"ssmmessages:*\"").FailsWith("rights", "policy!.Statement.Action", "\"ssm:*\"").FailsWith("rights", "policy!.Statement.Effect", "\"Deny\"").CannotKnow("rights", "policy!").PassesAs("with the policy of AWS", stack => stack.Without("rights").And("""aws:iam/rolePolicyAttachment:RolePolicyAttachment core {"role": "@role.id", "policyArn": "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"}""")), new RuleCase("ssm-parameter-secure", """aws:ssm/parameter:Parameter parameter {"name": "/app/client_secret", "type": "SecureString", "value": {"secret": "a"}}""").FailsWith("parameter", "type", "\"String\"").FailsWith("parameter", "type", null).FailsWith("parameter", "insecureValue", "\"abc\"").FailsAs("a secret of another name", stack => stack.With("parameter", "name", "\"/app/x\"").With("parameter", "type", "\"String\"")).FailsAs("a name that says so", stack => stack.With("parameter", "value", "\"plain\"").With("parameter", "type", "\"String\"")).CannotKnow("parameter", "type").PassesAs("what is no secret", stack => stack.And("""aws:ssm/parameter:Parameter level {"name": "/app/log_level", "type": "String", "insecureValue": "info"}""")), new RuleCase(
                "ssm-parameter-key",
                """
                aws:kms/key:Key key {}
                aws:ssm/parameter:Parameter parameter {"type": "SecureString", "keyId": "@key.arn"}
                """
            ).FailsWith("parameter", "keyId", null).FailsWith("parameter", "keyId", "\"alias/aws/ssm\"").CannotKnow("parameter", "keyId").PassesWith("parameter", "keyId", "\"alias/app\""), new RuleCase("ssm-parameter-value-secret", """aws:ssm/parameter:Parameter parameter {"type": "SecureString", "value": {"secret": "abc"}}""").FailsWith("parameter", "value", "\"abc\"").FailsWith("parameter", "value", null).PassesWith("parameter", "value", "\"?\"")];
}
