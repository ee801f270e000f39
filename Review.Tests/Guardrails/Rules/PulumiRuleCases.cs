namespace Review.Tests.Guardrails.Rules;

internal sealed class PulumiRuleCases : RuleCases
{
    private const string Provided = """
        pulumi:providers:aws aws {"version": "7.48.0", "allowedAccountIds!": ["432143214321"], "defaultTags!": {"tags": {"Project": "app", "Environment": "dev", "ManagedBy": "pulumi"}}}
        aws:sns/topic:Topic topic {"name": "alerts", "tags": {"Name": "alerts"}, "$provider": "aws"}
        """;

    private const string Secret = """
        random:index/randomPassword:RandomPassword password {"length": 40}
        random:index/randomId:RandomId suffix {"byteLength": 4}
        aws:secretsmanager/secretVersion:SecretVersion version {"secretString": {"secret": "@password.result"}}
        aws:rds/instance:Instance db {"identifier": "app-db", "password": {"secret": "@password.result"}, "finalSnapshotIdentifier": "final-@suffix.hex"}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("provider-account", Provided).FailsWith("aws", "allowedAccountIds!", null),
            new RuleCase("provider-version", Provided)
                .FailsWith("aws", "version", null)
                .FailsWith("aws", "version", "\"\"")
                .CannotKnow("aws", "version"),
            new RuleCase("provider-explicit", Provided)
                .FailsWith("topic", "$provider", null)
                .FailsWith("topic", "$provider", "\"another\"")
                .FailsAs(
                    "the default one",
                    stack => stack.And("pulumi:providers:aws default_7 {}").With("topic", "$provider", "\"default_7\"")
                ),
            new RuleCase("tags-default", Provided)
                .FailsWith("aws", "defaultTags!", null)
                .FailsWith("aws", "defaultTags!.tags.Project", null)
                .FailsWith("aws", "defaultTags!.tags.Environment", "\"\"")
                .FailsWith("aws", "defaultTags!.tags.ManagedBy", null)
                .CannotKnow("aws", "defaultTags!"),
            new RuleCase("tags-not-overridden", Provided)
                .FailsWith("topic", "tags.Environment", "\"prod\"")
                .PassesWith("topic", "tags.Environment", "\"dev\""),
            Protection("pulumi-protect-database", "aws:rds/instance:Instance", "deletionProtection", "true", "false"),
            Protection("pulumi-protect-table", "aws:dynamodb/table:Table", "deletionProtectionEnabled", "true", "false"),
            Protection(
                "pulumi-protect-user-pool",
                "aws:cognito/userPool:UserPool",
                "deletionProtection",
                "\"ACTIVE\"",
                "\"INACTIVE\""
            ),
            Protection(
                "pulumi-protect-load-balancer",
                "aws:lb/loadBalancer:LoadBalancer",
                "enableDeletionProtection",
                "true",
                "false"
            ),
            new RuleCase("values-no-secrets", Secret)
                .FailsWith("db", "password", "\"abc123\"")
                .FailsWith("version", "secretString", "\"abc123\"")
                .FailsWithAlso(
                    """aws:cognito/identityProvider:IdentityProvider google {"providerDetails": {"clientSecret": "abc123"}}"""
                )
                .PassesWith("db", "password", "\"?\"")
                .PassesAs(
                    "units",
                    stack =>
                        stack.And(
                            """aws:cognito/userPoolClient:UserPoolClient client {"tokenValidityUnits": [{"accessToken": "minutes"}]}"""
                        )
                ),
            new RuleCase("outputs-no-secrets", Secret)
                .FailsAs("a password", stack => stack.Outputs("""{"database": {"password": "abc123"}}"""))
                .PassesAs("a secret one", stack => stack.Outputs("""{"password": {"secret": "abc123"}}"""))
                .PassesAs("an ARN", stack => stack.Outputs("""{"password": "arn:aws:secretsmanager:x"}""")),
            new RuleCase("values-random", Secret)
                .FailsWith("db", "password", """{"secret": "@suffix.hex"}""")
                .FailsWith("version", "secretString", """{"secret": "a-@password.id"}""")
                .FailsAs(
                    "a number",
                    stack =>
                        stack
                            .And("random:index/randomUuid:RandomUuid uuid {}")
                            .With("version", "secretString", """{"secret": "@uuid.result"}""")
                ),
            new RuleCase("values-no-output-texts", Provided)
                .FailsWith("topic", "name", "\"Calling [ToString] on an [Output<T>] is not supported.\"")
                .FailsWith("topic", "tags.Name", "\"app-Pulumi.Output`1[System.String]\""),
            new RuleCase("names-taken", Provided)
                .FailsWith("topic", "name", "\"two words\"")
                .FailsWith("topic", "name", $"\"{new string('a', 257)}\"")
                .FailsWithAlso("""aws:lb/targetGroup:TargetGroup group {"name": "idp-server-production-blue-group-1"}""")
                .FailsWithAlso("""aws:lb/loadBalancer:LoadBalancer alb {"name": "internal-app"}""")
                .FailsWithAlso("""aws:s3/bucket:Bucket bucket {"bucket": "Upper-Case"}""")
                .FailsWithAlso("""aws:rds/instance:Instance db {"identifier": "two--hyphens"}""")
                .FailsWithAlso("""aws:ecr/repository:Repository images {"name": "Images"}""")
                .FailsWithAlso("""aws:backup/vault:Vault vault {"name": "with space"}""")
                .FailsWithAlso("""aws:iam/role:Role role {"name": "a:b"}""")
                .FailsWithAlso("""aws:secretsmanager/secret:Secret secret {"name": "a b"}""")
                .FailsWithAlso("""aws:cloudwatch/logGroup:LogGroup log {"name": "a b"}""")
                .PassesAs("left to Pulumi", stack => stack.With("topic", "name", null))
                .PassesAs(
                    "32 letters",
                    stack => stack.And("""aws:lb/targetGroup:TargetGroup group {"name": "idp-server-production-blue-group"}""")
                ),
            new RuleCase("names-once", Provided)
                .FailsWithAlso("""aws:sns/topic:Topic second {"name": "alerts"}""")
                .FailsAs(
                    "a role in two regions",
                    stack =>
                        stack
                            .And("""aws:iam/role:Role one {"name": "r"}""")
                            .And("""aws:iam/role:Role two {"name": "r", "region": "us-east-1"}""")
                )
                .PassesAs(
                    "in another region",
                    stack => stack.And("""aws:sns/topic:Topic second {"name": "alerts", "region": "us-east-1"}""")
                ),
        ];

    private static RuleCase Protection(string rule, string type, string property, string on, string off) =>
        new RuleCase(rule, $$"""{{type}} it {"{{property}}": {{on}}, "$protect": true}""")
            .FailsWith("it", "$protect", "false")
            .PassesAs("kept", stack => stack.With("it", "$protect", "false").With("it", "$retainOnDelete", "true"))
            .PassesAs("not protected by AWS", stack => stack.And($$"""{{type}} other {"{{property}}": {{off}}}"""));
}
