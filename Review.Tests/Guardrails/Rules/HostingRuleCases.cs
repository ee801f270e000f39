namespace Review.Tests.Guardrails.Rules;

internal sealed class HostingRuleCases : RuleCases
{
    private const string Site = """
        aws:amplify/app:App app {"accessToken": {"secret": "token"}, "enableAutoBranchCreation": false, "customHeaders": "Strict-Transport-Security: max-age=63072000\nX-Frame-Options: DENY"}
        aws:amplify/branch:Branch develop {"appId": "@app.id", "stage": "DEVELOPMENT", "enablePullRequestPreview": true, "enableBasicAuth": true, "basicAuthCredentials": {"secret": "user:word"}}
        aws:amplify/domainAssociation:DomainAssociation domain {"appId": "@app.id", "enableAutoSubDomain": false}
        """;

    private static RuleCase Password(string rule) =>
        new RuleCase(rule, Site)
            .FailsWith("develop", "enableBasicAuth", "false")
            .FailsWith("develop", "enableBasicAuth", null)
            .FailsWith("develop", "basicAuthCredentials", null)
            .FailsWith("develop", "basicAuthCredentials", "\"user:word\"")
            .PassesAs(
                "by the app",
                stack =>
                    stack
                        .With("develop", "enableBasicAuth", null)
                        .With("app", "enableBasicAuth", "true")
                        .With("app", "basicAuthCredentials", """{"secret": "user:word"}""")
            )
            .CannotKnow("develop", "enableBasicAuth");

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("amplify-tokens", Site)
                .FailsWith("app", "accessToken", "\"token\"")
                .FailsWith("app", "oauthToken", "\"token\"")
                .FailsWith("app", "basicAuthCredentials", "\"user:word\"")
                .PassesWith("app", "accessToken", null),
            Password("amplify-previews").CannotKnow("develop", "enablePullRequestPreview"),
            Password("amplify-branch-password"),
            new RuleCase("amplify-auto-branches", Site)
                .FailsWith("app", "enableAutoBranchCreation", "true")
                .PassesWith("app", "enableAutoBranchCreation", null)
                .PassesAs(
                    "with a password",
                    stack =>
                        stack
                            .With("app", "enableAutoBranchCreation", "true")
                            .With("app", "autoBranchCreationConfig", """{"enableBasicAuth": true}""")
                )
                .CannotKnow("app", "enableAutoBranchCreation"),
            new RuleCase("amplify-auto-hosts", Site)
                .FailsWith("domain", "enableAutoSubDomain", "true")
                .PassesWith("domain", "enableAutoSubDomain", null)
                .CannotKnow("domain", "enableAutoSubDomain"),
            new RuleCase("amplify-headers", Site)
                .FailsWith("app", "customHeaders", "\"X-Frame-Options: DENY\"")
                .FailsWith("app", "customHeaders", "\"Strict-Transport-Security: max-age=1\"")
                .FailsWith("app", "customHeaders", null)
                .PassesWith(
                    "app",
                    "customHeaders",
                    "\"strict-transport-security: max-age=1\\nContent-Security-Policy: frame-ancestors 'none'\""
                )
                .CannotKnow("app", "customHeaders"),
        ];
}
