namespace Review.Tests.Guardrails.Rules;

internal sealed class RegistryRuleCases : RuleCases
{
    private const string Registry = """
        aws:ecr/repository:Repository repository {"name": "app", "imageScanningConfiguration": {"scanOnPush": true}, "imageTagMutability": "IMMUTABLE", "encryptionConfigurations": [{"encryptionType": "KMS", "kmsKey": "key"}], "forceDelete": false}
        aws:ecr/lifecyclePolicy:LifecyclePolicy lifecycle {"repository": "app", "policy!": {"rules": []}}
        aws:ecr/repositoryPolicy:RepositoryPolicy policy {"repository": "app", "policy!": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::222222222222:root"}, "Action": "ecr:BatchGetImage"}]}}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("ECR.1", Registry)
                .FailsWith("repository", "imageScanningConfiguration.scanOnPush", "false")
                .FailsWith("repository", "imageScanningConfiguration", null)
                .PassesAs(
                    "for all",
                    stack =>
                        stack
                            .With("repository", "imageScanningConfiguration", null)
                            .And(
                                """aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration all {"scanType": "ENHANCED"}"""
                            )
                )
                .CannotKnow("repository", "imageScanningConfiguration"),
            new RuleCase("ECR.2", Registry)
                .FailsWith("repository", "imageTagMutability", "\"MUTABLE\"")
                .FailsWith("repository", "imageTagMutability", null)
                .CannotKnow("repository", "imageTagMutability"),
            new RuleCase("ECR.3", Registry).FailsWithout("lifecycle").FailsWith("lifecycle", "repository", "\"other\""),
            new RuleCase("ECR.5", Registry)
                .FailsWith("repository", "encryptionConfigurations.0.encryptionType", "\"AES256\"")
                .FailsWith("repository", "encryptionConfigurations.0.kmsKey", null)
                .FailsWith("repository", "encryptionConfigurations", null)
                .CannotKnow("repository", "encryptionConfigurations.0.encryptionType"),
            new RuleCase("ecr-force-delete", Registry)
                .FailsWith("repository", "forceDelete", "true")
                .PassesWith("repository", "forceDelete", null)
                .CannotKnow("repository", "forceDelete"),
            new RuleCase("ecr-policy-public", Registry)
                .FailsWith("policy", "policy!.Statement.0.Principal", "\"*\"")
                .FailsWith("policy", "policy!.Statement.0.Principal.AWS", "\"*\"")
                .FailsWith("policy", "policy!.Statement.0.Principal.AWS", """["arn:aws:iam::222222222222:root", "*"]""")
                .PassesAs(
                    "denied",
                    stack =>
                        stack
                            .With("policy", "policy!.Statement.0.Principal", "\"*\"")
                            .With("policy", "policy!.Statement.0.Effect", "\"Deny\"")
                )
                .PassesAs(
                    "within the organization",
                    stack =>
                        stack
                            .With("policy", "policy!.Statement.0.Principal", "\"*\"")
                            .With(
                                "policy",
                                "policy!.Statement.0.Condition",
                                """{"StringEquals": {"aws:PrincipalOrgID": "o-1"}}"""
                            )
                )
                .CannotKnow("policy", "policy!"),
        ];
}
