using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>CloudFront towards viewers: encryption, protection, and what is written down.</summary>
internal sealed class CdnRules : GuardrailTable
{
    private const string Headers = "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy";

    // A year, which browsers ask for before they preload a host; in seconds.
    private const int Year = 31_536_000;

    // Errors kept longer than this outlive their cause; in seconds.
    private const int LongestError = 60;

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("CloudFront.1", Grade.High, OriginHeaders.Distribution, "Distributions of a bucket answer / with a page")
            {
                Reason = "Without it a request for / lists the bucket, or is an error.",
                Fix = "Set defaultRootObject, for example index.html.",
                Also = ["CKV_AWS_305"],
                When = distribution =>
                    CdnOrigins.Asked(distribution, distribution["defaultCacheBehavior"]).Any(CdnOrigins.IsBucket),
                Check = distribution => distribution.Ask("defaultRootObject", page => !page.IsEmpty, "a page such as index.html"),
            },
            new("CloudFront.3", Grade.Medium, OriginHeaders.Distribution, "Viewers are served by HTTPS, or sent there")
            {
                Reason = "What people send by HTTP is read and changed by everybody on the way.",
                Fix = "Set viewerProtocolPolicy of every behaviour to redirect-to-https, or to https-only for APIs.",
                Also = ["CKV_AWS_34"],
                Check = distribution =>
                    Verdict.All(
                        distribution
                            .Behaviours()
                            .Select(behaviour =>
                                behaviour["viewerProtocolPolicy"]
                                    .Ask(
                                        $"viewerProtocolPolicy of {CdnOrigins.Named(behaviour)}",
                                        policy => policy.Text is "https-only" or "redirect-to-https",
                                        "redirect-to-https or https-only"
                                    )
                            )
                    ),
            },
            new("CloudFront.5", Grade.Medium, OriginHeaders.Distribution, "Distributions log requests")
            {
                Reason = "What the CDN answers itself stands in no other log.",
                Fix = "Add cloudwatch.LogDeliverySource (ACCESS_LOGS) with its delivery, or set loggingConfig.bucket.",
                Also = ["CKV_AWS_86", "AwsSolutions-CFR3"],
                Check = distribution =>
                    Verdict.Of(
                        distribution["loggingConfig.bucket"].IsGiven()
                            || distribution
                                .ReferredBy("aws:cloudwatch/logDeliverySource:LogDeliverySource", "resourceArn")
                                .Any(source => source["logType"].Text == "ACCESS_LOGS"),
                        "loggingConfig: got nothing, and no LogDeliverySource of ACCESS_LOGS; want one of them"
                    ),
            },
            new("CloudFront.6", Grade.Medium, OriginHeaders.Distribution, "Distributions have a web ACL")
            {
                Reason = "Known attacks and floods reach the origin.",
                Fix = "Set webAclId to the ARN of a wafv2 web ACL of scope CLOUDFRONT.",
                Also = ["CKV_AWS_68", "AwsSolutions-CFR2"],
                Check = distribution => distribution.IsSet("webAclId", "the ARN of a web ACL"),
            },
            new("CloudFront.7", Grade.Low, OriginHeaders.Distribution, "Distributions have a certificate of their own host")
            {
                Reason = "With the certificate of cloudfront.net people cannot tell whose page it is, and TLS 1.0 is spoken.",
                Fix = "Set aliases and viewerCertificate.acmCertificateArn.",
                Also = ["CKV2_AWS_42"],
                Check = distribution =>
                    Verdict.Of(
                        !distribution["viewerCertificate.acmCertificateArn"].IsEmpty
                            || !distribution["viewerCertificate.iamCertificateId"].IsEmpty,
                        "viewerCertificate: got the certificate of CloudFront, want acmCertificateArn"
                    ),
            },
            new("CloudFront.8", Grade.Low, OriginHeaders.Distribution, "Distributions serve their certificate by SNI")
            {
                Reason = "Addresses of their own cost 600 USD a month, for clients that died ten years ago.",
                Fix = "Set viewerCertificate.sslSupportMethod: sni-only.",
                When = HasCertificate,
                Check = distribution => distribution.IsOneOf("viewerCertificate.sslSupportMethod", "sni-only"),
            },
            new("cloudfront-tls-version", Grade.Medium, OriginHeaders.Distribution, "Viewers speak TLS 1.2 or newer")
            {
                Reason = "TLS 1.0 and 1.1 are broken.",
                Fix =
                    "Set viewerCertificate.minimumProtocolVersion: TLSv1.2_2021. Without a certificate of its own a distribution speaks TLS 1.0 to everybody.",
                Also = ["CKV_AWS_174", "AwsSolutions-CFR4"],
                When = HasCertificate,
                Check = distribution =>
                    distribution.Ask(
                        "viewerCertificate.minimumProtocolVersion",
                        version =>
                            version.Text is { } text
                            && (
                                text.StartsWith("TLSv1.2_", StringComparison.Ordinal)
                                || text.StartsWith("TLSv1.3", StringComparison.Ordinal)
                            )
                            && text is not "TLSv1.2_2018",
                        "TLSv1.2_2021 or newer"
                    ),
            },
            new(
                "cloudfront-certificate-region",
                Grade.High,
                OriginHeaders.Distribution,
                "Certificates of distributions are in us-east-1"
            )
            {
                Reason = "CloudFront takes them from nowhere else: the deployment fails after the certificate was issued.",
                Fix = "Give the certificate a provider of us-east-1, or region: us-east-1.",
                When = distribution => Certificates(distribution).Any(),
                Check = distribution =>
                    Verdict.All(
                        Certificates(distribution)
                            .Select(certificate =>
                                certificate.Region is { } region
                                    ? Verdict.Of(
                                        region == WebAcls.Global,
                                        $"{certificate.Name} is in {region}, want {WebAcls.Global}"
                                    )
                                    : Verdict.CannotKnow($"the region of {certificate.Name} is not known; want {WebAcls.Global}")
                            )
                    ),
            },
            new(
                "cloudfront-certificate-names",
                Grade.High,
                OriginHeaders.Distribution,
                "The certificate of a distribution is good for all its aliases"
            )
            {
                Reason = "CloudFront refuses an alias that the certificate does not name, in the middle of a deployment.",
                Fix = "Add the alias to domainName or subjectAlternativeNames of the certificate; a new one is made.",
                When = distribution => Certificates(distribution).Any() && distribution["aliases"].Texts.Any(),
                Check = distribution =>
                    CertificateNames.Cover(
                        Certificates(distribution),
                        distribution["aliases"].Items.Where(host => !host.IsUnknown).Select(host => host.Text).OfType<string>(),
                        "aliases"
                    ),
            },
            new(
                "cloudfront-security-headers",
                Grade.Medium,
                OriginHeaders.Distribution,
                "Every behaviour tells browsers how to protect the page"
            )
            {
                Reason = "Without these headers a page can be framed by a stranger, or be loaded once by HTTP and be stolen.",
                Fix = "Set responseHeadersPolicyId of every behaviour to a policy with securityHeadersConfig.",
                Also = ["CKV2_AWS_32"],
                Check = distribution =>
                    Verdict.All(
                        distribution
                            .Behaviours()
                            .Select(behaviour =>
                                behaviour.IsUnknown
                                    ? Verdict.CannotKnow("orderedCacheBehaviors are known only after the deployment")
                                    : Verdict.Of(
                                        !behaviour["responseHeadersPolicyId"].IsEmpty,
                                        $"responseHeadersPolicyId of {CdnOrigins.Named(behaviour)}: got nothing, want a policy"
                                    )
                            )
                    ),
            },
            new("cloudfront-hsts", Grade.Medium, Headers, "Browsers are told to use HTTPS for a year, and nothing else")
            {
                Reason = "The first request of each visit can be caught by whoever runs the network.",
                Fix =
                    "Set securityHeadersConfig.strictTransportSecurity: accessControlMaxAgeSec 31536000 or more, override true. It cannot be taken back from browsers before that time.",
                Also = ["CKV_AWS_259"],
                Check = policy =>
                    policy.AtLeast("securityHeadersConfig.strictTransportSecurity.accessControlMaxAgeSec", Year)
                    & policy.Is("securityHeadersConfig.strictTransportSecurity.override", true),
            },
            new(
                "cloudfront-frame-headers",
                Grade.Medium,
                Headers,
                "Pages cannot be framed by strangers, and files are what they say they are"
            )
            {
                Reason =
                    "A framed page takes clicks that were meant for another; an upload that is taken for a script runs as the site.",
                Fix =
                    "Set securityHeadersConfig.frameOptions (DENY or SAMEORIGIN) or contentSecurityPolicy, and contentTypeOptions.",
                Check = policy =>
                    Verdict.Of(
                        !policy["securityHeadersConfig.frameOptions"].IsMissing
                            || !policy["securityHeadersConfig.contentSecurityPolicy"].IsMissing,
                        "securityHeadersConfig.frameOptions: got nothing, want DENY or SAMEORIGIN"
                    )
                    & Verdict.Of(
                        !policy["securityHeadersConfig.contentTypeOptions"].IsMissing,
                        "securityHeadersConfig.contentTypeOptions: got nothing, want it"
                    ),
            },
            new(
                "cloudfront-reach",
                Grade.Low,
                OriginHeaders.Distribution,
                "It is decided where a distribution serves from, and for which countries"
            )
            {
                Reason = "The default serves from every edge, the dearest too, and for every country.",
                Fix =
                    "Set priceClass (PriceClass_200 has Japan) and restrictions.geoRestriction.restrictionType; none is a decision too.",
                Also = ["CKV_AWS_374", "AwsSolutions-CFR1"],
                Check = distribution =>
                    distribution.IsSet("priceClass", "PriceClass_100, PriceClass_200 or PriceClass_All")
                    & distribution.IsSet("restrictions.geoRestriction.restrictionType", "none, whitelist or blacklist"),
            },
            new(
                "cloudfront-error-responses",
                Grade.Medium,
                OriginHeaders.Distribution,
                "Errors keep their meaning, and are not kept for long"
            )
            {
                Reason =
                    "An error that is served as 200 is indexed, cached and taken for data by clients; one that is kept outlives its cause.",
                Fix =
                    $"In customErrorResponses leave responseCode an error, except for the one page of a site without an API, and set errorCachingMinTtl to {LongestError} or less.",
                When = distribution => distribution["customErrorResponses"].Items.Any(),
                Check = distribution =>
                    Verdict.All(distribution["customErrorResponses"].Items.Select(error => StaysAnError(distribution, error))),
            },
        ];

    private static bool HasCertificate(Resource distribution) => !distribution["viewerCertificate.acmCertificateArn"].IsEmpty;

    private static IEnumerable<Resource> Certificates(Resource distribution) => distribution.Certificates("viewerCertificate");

    private static Verdict StaysAnError(Resource distribution, Value error)
    {
        var code = error["errorCode"].Number;
        // A site that routes in the browser answers unknown paths with its page; with an API beside it the errors of that would be lost too.
        var mayBePage = code is 403 or 404 && distribution.Origins().All(CdnOrigins.IsBucket);
        return error["responseCode"]
                .Ask($"responseCode of {code}", answer => answer.IsMissing || answer.Number >= 400 || mayBePage, "an error")
            & error["errorCachingMinTtl"]
                .Ask(
                    $"errorCachingMinTtl of {code}",
                    ttl => ttl.IsMissing || ttl.Number <= LongestError,
                    $"{LongestError} or less"
                );
    }
}
