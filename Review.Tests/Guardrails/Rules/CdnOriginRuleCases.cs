namespace Review.Tests.Guardrails.Rules;

internal sealed class CdnOriginRuleCases : RuleCases
{
    private const string Site = """
        aws:s3/bucket:Bucket site {"bucket": "acme-site"}
        aws:s3/bucketPolicy:BucketPolicy policy {"bucket": "acme-site", "policy!": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "cloudfront.amazonaws.com"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::acme-site/*", "Condition": {"StringEquals": {"aws:SourceArn": "@cdn.arn"}}}]}}
        aws:cloudfront/originAccessControl:OriginAccessControl access {"signingBehavior": "always", "originAccessControlOriginType": "s3"}
        aws:cloudfront/distribution:Distribution cdn {"origins": [{"originId": "site", "domainName": "acme-site.s3.ap-northeast-1.amazonaws.com", "originAccessControlId": "@access.id"}, {"originId": "api", "domainName": "api.acme.test", "customHeaders": [{"name": "X-Origin-Verify", "value": {"secret": "word"}}], "customOriginConfig": {"originProtocolPolicy": "https-only", "originSslProtocols": ["TLSv1.2"]}}], "originGroups": [{"originId": "both", "members": [{"originId": "site"}, {"originId": "api"}]}], "defaultCacheBehavior": {"targetOriginId": "both", "cachePolicyId": "658327ea-f89d-4fab-a63d-7e88639e58f6"}, "orderedCacheBehaviors": [{"pathPattern": "/api/*", "targetOriginId": "api", "cachePolicyId": "4135ea2d-6df8-44a3-9df3-4b5a84be39ad", "originRequestPolicyId": "216adef6-5c7f-47e4-b989-5492eafa07d3"}]}
        """;

    private const string Pages = """
        [{"errorCode": 502, "responsePagePath": "/down.html"}, {"errorCode": 503, "responsePagePath": "/down.html"}, {"errorCode": 504, "responsePagePath": "/down.html"}]
        """;

    private static StackText Kept(StackText stack) => stack.With("cdn", "orderedCacheBehaviors.0.cachePolicyId", "\"@kept.id\"");

    private static StackText Told(StackText stack, string rules) =>
        stack
            .With("cdn", "defaultCacheBehavior.originRequestPolicyId", "\"@told.id\"")
            .And($"aws:cloudfront/originRequestPolicy:OriginRequestPolicy told {rules}");

    private static StackText ByValues(StackText stack, string values, int ttl) =>
        stack
            .With("cdn", "defaultCacheBehavior.cachePolicyId", null)
            .With("cdn", "defaultCacheBehavior.forwardedValues", values)
            .With("cdn", "defaultCacheBehavior.maxTtl", $"{ttl}");

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("CloudFront.4", Site)
                .FailsWith("cdn", "defaultCacheBehavior.targetOriginId", "\"site\"")
                .FailsWith("cdn", "originGroups.0.members", """[{"originId": "site"}]""")
                .PassesAs("pages", stack => stack.With("cdn", "originGroups", null).With("cdn", "customErrorResponses", Pages))
                .FailsAs(
                    "not a page for each",
                    stack =>
                        stack
                            .With("cdn", "originGroups", null)
                            .With("cdn", "customErrorResponses", Pages)
                            .With("cdn", "customErrorResponses.2.responsePagePath", null)
                )
                .CannotKnow("cdn", "originGroups"),
            new RuleCase("CloudFront.9", Site)
                .FailsWith("cdn", "origins.1.customOriginConfig.originProtocolPolicy", "\"http-only\"")
                .FailsWith("cdn", "origins.1.customOriginConfig.originProtocolPolicy", "\"match-viewer\"")
                .CannotKnow("cdn", "origins.1.customOriginConfig.originProtocolPolicy")
                .CannotKnow("cdn", "origins"),
            new RuleCase("CloudFront.10", Site)
                .FailsWith("cdn", "origins.1.customOriginConfig.originSslProtocols", """["TLSv1.2", "TLSv1.1"]""")
                .FailsWith("cdn", "origins.1.customOriginConfig.originSslProtocols", """["SSLv3"]""")
                .FailsWith("cdn", "origins.1.customOriginConfig.originSslProtocols", null)
                .CannotKnow("cdn", "origins.1.customOriginConfig.originSslProtocols")
                .CannotKnow("cdn", "origins.1.customOriginConfig.originSslProtocols.0"),
            new RuleCase("CloudFront.12", Site)
                .FailsWithout("site")
                .FailsWith("cdn", "origins.0.domainName", "\"other.s3.ap-northeast-1.amazonaws.com\"")
                .PassesWith("cdn", "origins.0.domainName", "\"@site.bucketRegionalDomainName\"")
                .CannotKnow("cdn", "origins.0.domainName"),
            new RuleCase("CloudFront.13", Site)
                .FailsWith("cdn", "origins.0.originAccessControlId", null)
                .FailsWith("cdn", "origins.0.originAccessControlId", "\"\"")
                .PassesWith("cdn", "origins.0.originAccessControlId", "\"?\""),
            new RuleCase("cloudfront-access-signing", Site)
                .FailsWith("access", "signingBehavior", "\"never\"")
                .FailsWith("access", "signingBehavior", "\"no-override\"")
                .CannotKnow("access", "signingBehavior"),
            new RuleCase("cloudfront-bucket-policy", Site)
                .FailsWith("policy", "policy!.Statement.0.Condition", null)
                .FailsWith("policy", "policy!.Statement.0.Condition.StringEquals", """{"aws:SourceAccount": "111111111111"}""")
                .FailsWith("policy", "policy!.Statement.0.Effect", "\"Deny\"")
                .FailsWithout("policy")
                .PassesWith(
                    "policy",
                    "policy!.Statement.0.Condition.StringEquals",
                    """{"AWS:SourceArn": "arn:aws:cloudfront::111111111111:distribution/E1"}"""
                )
                .CannotKnow("policy", "policy!"),
            new RuleCase("cloudfront-origin-header", Site)
                .FailsWith("cdn", "origins.1.customHeaders", null)
                .FailsWith("cdn", "origins.1.customHeaders.0.value", "\"word\"")
                .CannotKnow("cdn", "origins.1.customHeaders"),
            new RuleCase("cloudfront-personal-caching", Site)
                .FailsWith("cdn", "orderedCacheBehaviors.0.cachePolicyId", "\"658327ea-f89d-4fab-a63d-7e88639e58f6\"")
                .FailsAs(
                    "a policy that keeps",
                    stack => Kept(stack.And("""aws:cloudfront/cachePolicy:CachePolicy kept {"maxTtl": 60}"""))
                )
                .FailsAs("by all cookies", stack => Told(stack, """{"cookiesConfig": {"cookieBehavior": "all"}}"""))
                .FailsAs("by all headers", stack => Told(stack, """{"headersConfig": {"headerBehavior": "allViewer"}}"""))
                .FailsAs(
                    "by the header",
                    stack => Told(stack, """{"headersConfig": {"headers": {"items": ["Authorization"]}}}""")
                )
                .FailsAs("old way, cookies", stack => ByValues(stack, """{"cookies": {"forward": "all"}}""", 60))
                .FailsAs("old way, header", stack => ByValues(stack, """{"headers": ["Authorization"]}""", 60))
                .PassesAs("old way, nothing kept", stack => ByValues(stack, """{"headers": ["*"]}""", 0))
                .PassesAs(
                    "old way, nothing told",
                    stack => ByValues(stack, """{"headers": ["Origin"], "cookies": {"forward": "none"}}""", 60)
                )
                .PassesAs("told nothing", stack => Told(stack, """{"headersConfig": {"headers": {"items": ["Origin"]}}}"""))
                .PassesAs(
                    "a policy that keeps nothing",
                    stack => Kept(stack.And("""aws:cloudfront/cachePolicy:CachePolicy kept {"maxTtl": 0}"""))
                )
                .PassesAs(
                    "a policy that keeps for each",
                    stack =>
                        Kept(
                            stack.And(
                                """aws:cloudfront/cachePolicy:CachePolicy kept {"maxTtl": 60, "parametersInCacheKeyAndForwardedToOrigin": {"headersConfig": {"headers": {"items": ["Authorization"]}}}}"""
                            )
                        )
                )
                .PassesWith("cdn", "orderedCacheBehaviors.0.cachePolicyId", "\"4cc15a8a-d715-48a4-82b8-cc0b614638fe\"")
                .CannotKnow("cdn", "orderedCacheBehaviors.0.cachePolicyId")
                .CannotKnow("cdn", "defaultCacheBehavior.originRequestPolicyId")
                .CannotKnow("cdn", "orderedCacheBehaviors"),
        ];
}
