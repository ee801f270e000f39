using Review.Changes.Broadening;

namespace Review.Tests.Changes;

public sealed class BroadeningTests
{
    private const string Allow =
        """{"Sid":"S","Effect":"Allow","Action":["kms:Decrypt"],"Resource":["arn:a"],"Condition":{"StringEquals":{"k":["v"]}}}""";

    private static readonly StackText Stack = StackText.Of(
        $$$"""
        aws:iam/role:Role role {"name": "r", "assumeRolePolicy!": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "ecs.amazonaws.com"}, "Action": "sts:AssumeRole"}]}}
        aws:iam/rolePolicy:RolePolicy policy {"role": "@role.id", "policy!": {"Statement": [{{{Allow}}}, {"Sid": "D", "Effect": "Deny", "Action": ["s3:*"], "Resource": ["*"]}]}}
        aws:ec2/securityGroup:SecurityGroup group {"name": "g"}
        aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule rule {"securityGroupId": "@group.id", "ipProtocol": "tcp", "fromPort": 443, "toPort": 443, "cidrIpv4": "10.0.0.0/16"}
        aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock block {"bucket": "b", "blockPublicAcls": true, "blockPublicPolicy": true}
        aws:rds/instance:Instance db {"publiclyAccessible": false}
        """
    );

    [TestCase("\"kms:Decrypt\"", "\"kms:Decrypt\",\"kms:Encrypt\"", "policy.Statement[S].Action: kms:Encrypt")]
    [TestCase("\"kms:Decrypt\"", "\"kms:*\"", "policy.Statement[S].Action: kms:*")]
    [TestCase("\"arn:a\"", "\"arn:a\",\"arn:b\"", "policy.Statement[S].Resource: arn:b")]
    [TestCase(",\"Condition\":{\"StringEquals\":{\"k\":[\"v\"]}}", "", "policy.Statement[S].Condition: no condition any more")]
    [TestCase("[\"v\"]", "[\"v\",\"w\"]", "policy.Statement[S].Condition: no longer the conditions of before")]
    [TestCase("StringEquals", "StringLike", "policy.Statement[S].Condition: no longer the conditions of before")]
    [TestCase("\"s3:*\"", "\"s3:GetObject\"", "policy.Statement[D]: no longer denied: Action s3:* · Resource *")]
    [TestCase(
        "\"Deny\"",
        "\"Allow\"",
        "policy.Statement[D]: Action s3:* · Resource *|policy.Statement[D]: no longer denied: Action s3:* · Resource *"
    )]
    [TestCase("\"Sid\":\"S\",", "", "")]
    [TestCase("\"kms:Decrypt\"", "\"KMS:decrypt\"", "")]
    [TestCase("{\"k\":[\"v\"]}", "{\"k\":[\"v\"],\"l\":[\"x\"]}", "")]
    [TestCase("\"s3:*\"", "\"s3:*\",\"sqs:*\"", "")]
    [TestCase(
        "\"Action\":[\"kms:Decrypt\"]",
        "\"NotAction\":[\"kms:Decrypt\"]",
        "policy.Statement[S]: NotAction kms:Decrypt · Resource arn:a"
    )]
    public void A_policy_that_allows_more_is_told(string old, string now, string told)
    {
        var policy = $$$"""{"Statement": [{{{Allow}}}, {"Sid": "D", "Effect": "Deny", "Action": ["s3:*"], "Resource": ["*"]}]}""";
        policy = System.Text.Json.Nodes.JsonNode.Parse(policy)!.ToJsonString();

        Assert.That(policy, Does.Contain(old), "the case changes something");
        Assert.That(
            Told(Steps.Between(Stack, Stack.With("policy", "policy", null).With("policy", "policy!", policy.Replace(old, now)))),
            Is.EqualTo(told)
        );
    }

    [Test]
    public void A_new_statement_a_new_principal_and_a_first_policy_of_an_old_role_are_told()
    {
        var trust =
            """{"Statement": [{"Effect": "Allow", "Principal": {"Service": "ecs.amazonaws.com", "AWS": "*"}, "Action": "sts:AssumeRole"}]}""";
        var now = Stack
            .With("role", "assumeRolePolicy", null)
            .With("role", "assumeRolePolicy!", trust)
            .And(
                """
                aws:iam/rolePolicy:RolePolicy more {"role": "@role.id", "policy!": {"Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}}}
                aws:iam/rolePolicyAttachment:RolePolicyAttachment attached {"role": "@role.id", "policyArn": "arn:aws:iam::aws:policy/AdministratorAccess"}
                """
            );

        Assert.That(
            Told(Steps.Between(Stack, now)),
            Is.EqualTo(
                "assumeRolePolicy.Statement[0].Principal: AWS:*"
                    + "|policy.Statement[0]: Action s3:GetObject · Resource *"
                    + "|policyArn: the policy arn:aws:iam::aws:policy/AdministratorAccess"
            )
        );
    }

    [Test]
    public void What_is_made_for_new_resources_and_a_new_stack_widen_nothing()
    {
        var now = Stack.And(
            """
            aws:iam/role:Role new {"name": "n", "assumeRolePolicy!": {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole"}]}}
            aws:iam/rolePolicy:RolePolicy new-policy {"role": "@new.id", "policy!": {"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}}
            """
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Told(Steps.Between(Stack, now)), Is.Empty);
            Assert.That(AccessBroadening.Of(Stack.Plan()), Is.Empty);
        }
    }

    [TestCase("cidrIpv4", "\"0.0.0.0/0\"", "ingress: tcp 443 from 0.0.0.0/0")]
    [TestCase("cidrIpv4", "\"10.0.0.0/8\"", "ingress: tcp 443 from 10.0.0.0/8")]
    [TestCase("cidrIpv4", "\"10.0.1.0/24\"", "")]
    [TestCase("fromPort", "80", "ingress: tcp 80-443 from 10.0.0.0/16")]
    [TestCase("toPort", "443", "")]
    [TestCase("ipProtocol", "\"-1\"", "ingress: every protocol and port from 10.0.0.0/16")]
    [TestCase("referencedSecurityGroupId", "\"sg-1\"", "ingress: tcp 443 from 10.0.0.0/16, sg-1")]
    public void A_rule_that_lets_more_through_is_told(string property, string json, string told) =>
        Assert.That(Told(Steps.Changing(Stack, "rule", property, json)), Is.EqualTo(told));

    [Test]
    public void A_new_rule_of_an_old_group_is_told()
    {
        var now = Stack.And(
            """aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule ssh {"securityGroupId": "@group.id", "ipProtocol": "tcp", "fromPort": 22, "toPort": 22, "cidrIpv4": "0.0.0.0/0"}"""
        );
        Assert.That(Told(Steps.Between(Stack, now)), Is.EqualTo("ingress: tcp 22 from 0.0.0.0/0"));
    }

    [TestCase("block", "blockPublicPolicy", "false", "blockPublicPolicy: switched off")]
    [TestCase("block", "blockPublicPolicy", null, "blockPublicPolicy: switched off")]
    [TestCase("block", "ignorePublicAcls", "true", "")]
    [TestCase("db", "publiclyAccessible", "true", "publiclyAccessible: switched on")]
    public void A_switch_that_opens_is_told(string name, string property, string? json, string told) =>
        Assert.That(Told(Steps.Changing(Stack, name, property, json)), Is.EqualTo(told));

    private static string Told(Engine.Planning.Plan plan) =>
        string.Join('|', AccessBroadening.Of(plan).Select(found => $"{found.Path}: {found.What}"));
}
