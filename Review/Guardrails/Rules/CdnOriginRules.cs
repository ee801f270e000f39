using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>CloudFront towards origins: nobody reaches them but it, and it keeps nothing that is somebody's own.</summary>
internal sealed class CdnOriginRules : GuardrailTable
{
    private static readonly string[] OldProtocols = ["SSLv3", "TLSv1", "TLSv1.1"];

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("CloudFront.4", Grade.Low, OriginHeaders.Distribution, "When an origin is down another one answers")
            {
                Reason = "Viewers see CloudFront's own error page as long as the origin is away.",
                Fix =
                    "Make the default behaviour ask an origin group of two origins, or answer 502, 503 and 504 with a page of another origin (customErrorResponses).",
                Also = ["CKV_AWS_310"],
                Check = AnswersAnyway,
            },
            new("CloudFront.9", Grade.Medium, OriginHeaders.Distribution, "CloudFront asks origins by HTTPS")
            {
                Reason = "Between edge and origin everything travels in the clear else, over the internet.",
                Fix = "Set originProtocolPolicy: https-only; the origin needs a certificate of its host.",
                Check = distribution =>
                    Custom(
                        distribution,
                        (origin, config) =>
                            config["originProtocolPolicy"]
                                .Ask($"originProtocolPolicy of {origin}", policy => policy.Text == "https-only", "https-only")
                    ),
            },
            new("CloudFront.10", Grade.Medium, OriginHeaders.Distribution, "CloudFront and origins speak TLS 1.2")
            {
                Reason = "Older protocols are broken.",
                Fix = "Set originSslProtocols: TLSv1.2 alone.",
                Also = ["AwsSolutions-CFR5"],
                Check = distribution =>
                    Custom(
                        distribution,
                        (origin, config) =>
                            config["originSslProtocols"]
                                .Ask(
                                    $"originSslProtocols of {origin}",
                                    protocols => protocols.Texts.Any() && !protocols.Texts.Any(OldProtocols.Contains),
                                    "TLSv1.2"
                                )
                                .UnlessUnknown(config, "customOriginConfig")
                    ),
            },
            new("CloudFront.12", Grade.High, OriginHeaders.Distribution, "The buckets that distributions ask exist")
            {
                Reason = "Whoever makes a bucket of a name that is free serves his pages under your host.",
                Fix = "Refer to a bucket of this stack in origins.domainName; waive this where another stack of yours keeps it.",
                When = distribution => distribution.Origins().Any(CdnOrigins.IsBucket),
                Check = distribution =>
                    Verdict.All(
                        Buckets(distribution)
                            .Select(origin =>
                                CdnOrigins.Buckets(distribution, origin).Any() ? Verdict.Pass
                                : origin["domainName"].IsUnknown
                                    ? Verdict.CannotKnow(
                                        $"domainName of {CdnOrigins.Origin(origin)} is known only after the deployment"
                                    )
                                : Verdict.Fail(
                                    $"domainName of {CdnOrigins.Origin(origin)}: got {origin["domainName"].Text}, want a bucket of this stack"
                                )
                            )
                    ),
            },
            new(
                "CloudFront.13",
                Grade.Medium,
                OriginHeaders.Distribution,
                "Distributions read buckets by an origin access control"
            )
            {
                Reason = "A bucket that CloudFront reads without one is open to everybody.",
                Fix = "Set originAccessControlId of the origin, and let the bucket's policy allow this distribution alone.",
                Also = ["AwsSolutions-CFR6", "AwsSolutions-CFR7"],
                When = distribution => distribution.Origins().Any(CdnOrigins.IsBucket),
                Check = distribution =>
                    Verdict.All(
                        Buckets(distribution)
                            .Select(origin =>
                                Verdict.Of(
                                    origin["originAccessControlId"] is { IsEmpty: false },
                                    $"originAccessControlId of {CdnOrigins.Origin(origin)}: got nothing, want an origin access control"
                                )
                            )
                    ),
            },
            new(
                "cloudfront-access-signing",
                Grade.Medium,
                "aws:cloudfront/originAccessControl:OriginAccessControl",
                "Origin access controls sign every request"
            )
            {
                Reason =
                    "With never or no-override the viewer's own header decides, and the bucket refuses or trusts the wrong one.",
                Fix = "Set signingBehavior: always.",
                Check = control => control.IsOneOf("signingBehavior", "always"),
            },
            new(
                "cloudfront-bucket-policy",
                Grade.High,
                OriginHeaders.Distribution,
                "Buckets of a distribution let in this distribution, and no other"
            )
            {
                Reason =
                    "A policy for cloudfront.amazonaws.com without aws:SourceArn lets anybody's distribution read the bucket.",
                Fix = "Condition StringEquals aws:SourceArn with the ARN of the distribution in the bucket's policy.",
                When = distribution => Buckets(distribution).SelectMany(origin => CdnOrigins.Buckets(distribution, origin)).Any(),
                Check = LetsInThisOne,
            },
            new(
                "cloudfront-origin-header",
                Grade.Medium,
                OriginHeaders.Distribution,
                "Origins on the internet know the CDN by a secret header"
            )
            {
                Reason = "Whoever finds the origin's address goes past the web ACL.",
                Fix =
                    "Add customHeaders with a value from a secret, and refuse at the origin what does not show it; or use a VPC origin.",
                When = distribution => distribution.Origins().Any(IsOnInternet),
                Check = distribution =>
                    Verdict.All(
                        distribution
                            .Origins()
                            .Where(IsOnInternet)
                            .Select(origin =>
                                Verdict
                                    .Of(
                                        origin["customHeaders"].Items.Any(header => header["value"].IsSecret),
                                        $"customHeaders of {CdnOrigins.Origin(origin)}: got none whose value is a secret, want one"
                                    )
                                    .UnlessUnknown(origin["customHeaders"], "customHeaders")
                            )
                    ),
            },
            new(
                "cloudfront-personal-caching",
                Grade.High,
                OriginHeaders.Distribution,
                "Nothing is cached that was answered to somebody in particular"
            )
            {
                Reason = "The next viewer gets the account page of the one before.",
                Fix =
                    "Where the origin is sent cookies or Authorization, set cachePolicyId to CachingDisabled, or have Authorization in the key.",
                Check = distribution =>
                    Verdict.All(
                        distribution.Behaviours().Select(behaviour => CdnCaching.KeepsNothingPersonal(distribution, behaviour))
                    ),
            },
        ];

    private static IEnumerable<Value> Buckets(Resource distribution) => distribution.Origins().Where(CdnOrigins.IsBucket);

    private static bool IsOnInternet(Value origin) => origin["customOriginConfig"].IsGiven();

    private static Verdict Custom(Resource distribution, Func<string, Value, Verdict> check) =>
        Verdict.All(
            distribution
                .Origins()
                .Where(origin => !origin["customOriginConfig"].IsMissing)
                .Select(origin => check(CdnOrigins.Origin(origin), origin["customOriginConfig"]))
        );

    private static Verdict AnswersAnyway(Resource distribution)
    {
        var members = CdnOrigins
            .Groups(distribution, distribution["defaultCacheBehavior.targetOriginId"].Text)
            .Max(group => (int?)group["members"].Items.Count());
        var answered = distribution["customErrorResponses"]
            .Items.Where(error => error["responsePagePath"].IsGiven())
            .Select(error => error["errorCode"].Text)
            .ToHashSet();
        return Verdict
            .Of(
                members >= 2 || answered.IsSupersetOf(["502", "503", "504"]),
                "originGroups: got none with two origins for the default behaviour, and no page for 502, 503 and 504; want one of them"
            )
            .UnlessUnknown(distribution["customErrorResponses"], "customErrorResponses")
            .UnlessUnknown(distribution["originGroups"], "originGroups");
    }

    private static Verdict LetsInThisOne(Resource distribution) =>
        Verdict.All(
            from origin in Buckets(distribution)
            from bucket in CdnOrigins.Buckets(distribution, origin)
            select LetsIn(bucket, distribution)
        );

    private static Verdict LetsIn(Resource bucket, Resource distribution)
    {
        if (bucket.HasUnknownPolicy())
            return Verdict.CannotKnow($"the policy of {bucket.Name} is known only after the deployment");
        var statements = bucket
            .PolicyStatements()
            .Where(statement => statement.Allows && statement.IsForService("cloudfront.amazonaws.com"))
            .ToList();
        return Verdict.Of(
            statements.Count > 0 && statements.TrueForAll(statement => Names(statement, distribution)),
            $"the policy of {bucket.Name}: got {(statements.Count == 0 ? "no statement for" : "a statement without aws:SourceArn of this distribution for")} cloudfront.amazonaws.com, want one with it"
        );
    }

    private static bool Names(Statement statement, Resource distribution) =>
        statement
            .On("aws:SourceArn")
            .SelectMany(condition => condition.Values)
            .Any(arn =>
                arn.Contains(":distribution/", StringComparison.Ordinal)
                || distribution.Stack.References.In(arn).Contains(distribution)
            );
}
