namespace Review.Tests.Guardrails.Rules;

internal sealed class CdnRuleCases : RuleCases
{
    private const string Site = """
        aws:s3/bucket:Bucket site {"bucket": "acme-site"}
        aws:wafv2/webAcl:WebAcl waf {"scope": "CLOUDFRONT"}
        aws:acm/certificate:Certificate certificate {"domainName": "acme.test", "region": "us-east-1"}
        aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy headers {"securityHeadersConfig": {"strictTransportSecurity": {"accessControlMaxAgeSec": 63072000, "override": true}, "frameOptions": {"frameOption": "DENY", "override": true}, "contentTypeOptions": {"override": true}}}
        aws:cloudfront/distribution:Distribution cdn {"aliases": ["acme.test"], "defaultRootObject": "index.html", "webAclId": "@waf.arn", "priceClass": "PriceClass_200", "restrictions": {"geoRestriction": {"restrictionType": "none"}}, "origins": [{"originId": "site", "domainName": "acme-site.s3.ap-northeast-1.amazonaws.com"}], "viewerCertificate": {"acmCertificateArn": "@certificate.arn", "minimumProtocolVersion": "TLSv1.2_2021", "sslSupportMethod": "sni-only"}, "defaultCacheBehavior": {"targetOriginId": "site", "viewerProtocolPolicy": "redirect-to-https", "responseHeadersPolicyId": "@headers.id"}, "orderedCacheBehaviors": [{"pathPattern": "/api/*", "targetOriginId": "site", "viewerProtocolPolicy": "https-only", "responseHeadersPolicyId": "@headers.id"}], "customErrorResponses": [{"errorCode": 404, "responseCode": 200, "responsePagePath": "/index.html", "errorCachingMinTtl": 0}, {"errorCode": 502, "errorCachingMinTtl": 10}]}
        aws:cloudwatch/logDeliverySource:LogDeliverySource source {"logType": "ACCESS_LOGS", "resourceArn": "@cdn.arn"}
        """;

    private const string Api =
        """{"originId": "api", "domainName": "api.acme.test", "customOriginConfig": {"originProtocolPolicy": "https-only"}}""";

    private static StackText WithApi(StackText stack) =>
        stack.With(
            "cdn",
            "origins",
            $$"""[{"originId": "site", "domainName": "acme-site.s3.ap-northeast-1.amazonaws.com"}, {{Api}}]"""
        );

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("CloudFront.1", Site)
                .FailsWith("cdn", "defaultRootObject", null)
                .FailsWith("cdn", "defaultRootObject", "\"\"")
                .FailsAs(
                    "by a group of origins",
                    stack =>
                        stack
                            .With("cdn", "defaultRootObject", null)
                            .With(
                                "cdn",
                                "originGroups",
                                """[{"originId": "both", "members": [{"originId": "site"}, {"originId": "site"}]}]"""
                            )
                            .With("cdn", "defaultCacheBehavior.targetOriginId", "\"both\"")
                )
                .CannotKnow("cdn", "defaultRootObject"),
            new RuleCase("CloudFront.3", Site)
                .FailsWith("cdn", "defaultCacheBehavior.viewerProtocolPolicy", "\"allow-all\"")
                .FailsWith("cdn", "orderedCacheBehaviors.0.viewerProtocolPolicy", "\"allow-all\"")
                .CannotKnow("cdn", "orderedCacheBehaviors"),
            new RuleCase("CloudFront.5", Site)
                .FailsWithout("source")
                .FailsWith("source", "logType", "\"CONNECTION_LOGS\"")
                .PassesAs(
                    "to a bucket",
                    stack => stack.Without("source").With("cdn", "loggingConfig", """{"bucket": "logs.s3.amazonaws.com"}""")
                ),
            new RuleCase("CloudFront.6", Site).FailsWith("cdn", "webAclId", null).FailsWith("cdn", "webAclId", "\"\""),
            new RuleCase("CloudFront.7", Site)
                .FailsWith("cdn", "viewerCertificate", """{"cloudfrontDefaultCertificate": true}""")
                .PassesWith("cdn", "viewerCertificate", """{"iamCertificateId": "ASCA"}"""),
            new RuleCase("CloudFront.8", Site)
                .FailsWith("cdn", "viewerCertificate.sslSupportMethod", "\"vip\"")
                .CannotKnow("cdn", "viewerCertificate.sslSupportMethod"),
            new RuleCase("cloudfront-tls-version", Site)
                .FailsWith("cdn", "viewerCertificate.minimumProtocolVersion", "\"TLSv1\"")
                .FailsWith("cdn", "viewerCertificate.minimumProtocolVersion", "\"TLSv1.1_2016\"")
                .FailsWith("cdn", "viewerCertificate.minimumProtocolVersion", "\"TLSv1.2_2018\"")
                .FailsWith("cdn", "viewerCertificate.minimumProtocolVersion", null)
                .PassesWith("cdn", "viewerCertificate.minimumProtocolVersion", "\"TLSv1.3_2025\"")
                .CannotKnow("cdn", "viewerCertificate.minimumProtocolVersion"),
            new RuleCase("cloudfront-certificate-region", Site)
                .FailsWith("certificate", "region", null)
                .FailsWith("certificate", "region", "\"eu-west-1\""),
            new RuleCase("cloudfront-certificate-names", Site)
                .FailsWith("cdn", "aliases", """["acme.test", "www.acme.test"]""")
                .PassesAs(
                    "a wildcard",
                    stack =>
                        stack
                            .With("cdn", "aliases", """["acme.test", "www.acme.test"]""")
                            .With("certificate", "subjectAlternativeNames", """["*.acme.test"]""")
                )
                .CannotKnow("certificate", "domainName"),
            new RuleCase("cloudfront-security-headers", Site)
                .FailsWith("cdn", "defaultCacheBehavior.responseHeadersPolicyId", null)
                .FailsWith("cdn", "orderedCacheBehaviors.0.responseHeadersPolicyId", null)
                .CannotKnow("cdn", "orderedCacheBehaviors"),
            new RuleCase("cloudfront-hsts", Site)
                .FailsWith("headers", "securityHeadersConfig.strictTransportSecurity.accessControlMaxAgeSec", "86400")
                .FailsWith("headers", "securityHeadersConfig.strictTransportSecurity.override", "false")
                .FailsWith("headers", "securityHeadersConfig.strictTransportSecurity", null)
                .CannotKnow("headers", "securityHeadersConfig.strictTransportSecurity.accessControlMaxAgeSec"),
            new RuleCase("cloudfront-frame-headers", Site)
                .FailsWith("headers", "securityHeadersConfig.frameOptions", null)
                .FailsWith("headers", "securityHeadersConfig.contentTypeOptions", null)
                .PassesAs(
                    "by a content security policy",
                    stack =>
                        stack
                            .With("headers", "securityHeadersConfig.frameOptions", null)
                            .With(
                                "headers",
                                "securityHeadersConfig.contentSecurityPolicy",
                                """{"contentSecurityPolicy": "frame-ancestors 'none'"}"""
                            )
                ),
            new RuleCase("cloudfront-reach", Site)
                .FailsWith("cdn", "priceClass", null)
                .FailsWith("cdn", "restrictions", null)
                .PassesWith(
                    "cdn",
                    "restrictions",
                    """{"geoRestriction": {"restrictionType": "whitelist", "locations": ["JP"]}}"""
                ),
            new RuleCase("cloudfront-error-responses", Site)
                .FailsWith("cdn", "customErrorResponses.0.errorCachingMinTtl", "300")
                .FailsWith("cdn", "customErrorResponses.1.responseCode", "200")
                .FailsAs("a page instead of the API's error", WithApi)
                .PassesAs(
                    "an API and its own errors",
                    stack => WithApi(stack).With("cdn", "customErrorResponses.0.responseCode", null)
                )
                .PassesWith("cdn", "customErrorResponses.1.errorCachingMinTtl", "60")
                .PassesWith("cdn", "customErrorResponses.1.responseCode", "503")
                .CannotKnow("cdn", "customErrorResponses.1.responseCode"),
        ];
}
