using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>Certificates of ACM and records of Route 53: names that keep working.</summary>
internal sealed class CertificateRules : GuardrailTable
{
    private const string Validation = "aws:acm/certificateValidation:CertificateValidation";
    private const string Record = "aws:route53/record:Record";
    private const string Zone = "aws:route53/zone:Zone";

    private static readonly string[] AmazonAuthorities = ["amazon.com", "amazontrust.com", "awstrust.com", "amazonaws.com"];

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("ACM.1", Grade.Medium, CertificateNames.Type, "Certificates renew themselves: ACM issues them, proved by DNS")
            {
                Reason =
                    "An imported certificate, or one that is proved by mail, runs out unless somebody acts in time; then every client is refused.",
                Fix = "Set validationMethod: DNS and leave certificateBody out. ACM renews as long as the records stay.",
                When = certificate => certificate["certificateAuthorityArn"].IsEmpty,
                Check = certificate =>
                    certificate.IsUnset("certificateBody", "no imported certificate")
                    & certificate.Ask("validationMethod", method => method.Text == "DNS", "DNS"),
            },
            new("ACM.2", Grade.High, CertificateNames.Type, "RSA certificates have keys of 2048 bits or more")
            {
                Reason = "Shorter keys can be computed from the certificate.",
                Fix = "Leave keyAlgorithm out (RSA_2048), or set RSA_2048, EC_prime256v1 or stronger. A new certificate is made.",
                Check = certificate => certificate.Ask("keyAlgorithm", key => key.Text is not "RSA_1024", "RSA_2048 or stronger"),
            },
            new(
                "acm-validation-records",
                Grade.High,
                CertificateNames.Type,
                "Certificates proved by DNS have the records that prove them"
            )
            {
                Reason =
                    "Without them the certificate stays pending: the deployment waits for more than an hour and fails, and renewal fails a year later.",
                Fix =
                    "Make a route53.Record of each domainValidationOptions and an acm.CertificateValidation with their fqdn. "
                    + "Where the zone is elsewhere, add the records there by hand and waive this.",
                When = certificate => certificate["validationMethod"].Text == "DNS",
                Check = IsProved,
            },
            new("acm-transparency", Grade.Low, CertificateNames.Type, "Certificates are written to the public transparency logs")
            {
                Reason = "Browsers refuse certificates that are not logged.",
                Fix = "Leave options.certificateTransparencyLoggingPreference out, or set ENABLED.",
                Also = ["CKV_AWS_234"],
                Check = certificate =>
                    certificate.Ask(
                        "options.certificateTransparencyLoggingPreference",
                        logging => logging.Text is not "DISABLED",
                        "ENABLED"
                    ),
            },
            new("acm-no-wildcard", Grade.Low, CertificateNames.Type, "Certificates name their hosts")
            {
                Reason = "Whoever gets hold of a wildcard certificate is every host of the domain.",
                Fix = "List the hosts in domainName and subjectAlternativeNames.",
                Also = ["CKV2_AWS_71"],
                Check = certificate =>
                    Verdict.All(
                        certificate["subjectAlternativeNames"]
                            .Items.Prepend(certificate["domainName"])
                            .Select(name =>
                                name.Ask(
                                    "domainName",
                                    host => host.Text?.StartsWith("*.", StringComparison.Ordinal) != true,
                                    "a host"
                                )
                            )
                    ),
            },
            new("Route53.2", Grade.Medium, Zone, "Public zones log what they are asked")
            {
                Reason = "Nobody sees who looks for hosts that do not exist, or that a name was taken over.",
                Fix =
                    "Add route53.QueryLog with a log group in us-east-1, and a resource policy that lets route53.amazonaws.com write to it.",
                Also = ["CKV2_AWS_39"],
                When = zone => zone["vpcs"].IsEmpty,
                Check = zone =>
                    Verdict.Of(
                        zone.ReferredBy("aws:route53/queryLog:QueryLog", "zoneId").Any(),
                        "got no QueryLog with its zoneId, want one"
                    ),
            },
            new("route53-alias-health", Grade.Low, Record, "Alias records of load balancers follow their health")
            {
                Reason = "Clients are sent to a load balancer without a healthy target although another record could answer.",
                Fix = "Set aliases.evaluateTargetHealth: true. CloudFront distributions have no health that Route 53 could ask.",
                When = record => record.Referred("aliases", Balancers.Type).Any(),
                Check = record => record.Is("aliases.evaluateTargetHealth", true),
            },
            new("route53-alias-cdn", Grade.High, Record, "Alias records of distributions do not ask for health")
            {
                Reason = "Route 53 refuses evaluateTargetHealth for CloudFront, in the middle of a deployment.",
                Fix = "Set aliases.evaluateTargetHealth: false.",
                When = record => record.Referred("aliases", OriginHeaders.Distribution).Any(),
                Check = record => record.Is("aliases.evaluateTargetHealth", false),
            },
            new("route53-caa", Grade.High, Record, "CAA records let Amazon issue certificates")
            {
                Reason = "A CAA record without Amazon makes ACM refuse the certificate now, or its renewal in a year.",
                Fix = "Add 0 issue \"amazon.com\" to records.",
                When = record => record["type"].Text == "CAA" && record["records"].Items.Any(Issues),
                Check = record =>
                    record["records"].Items.Any(value => value.IsUnknown)
                        ? Verdict.CannotKnow("records are known only after the deployment")
                        : Verdict.Of(
                            record["records"].Texts.Any(text => Array.Exists(AmazonAuthorities, text.Contains)),
                            $"records: got {Checks.Quoted(record["records"])}, want an issue of amazon.com too"
                        ),
            },
        ];

    private static bool Issues(Value value) => value.IsUnknown || value.Text?.Contains("issue", StringComparison.Ordinal) == true;

    private static Verdict IsProved(Resource certificate)
    {
        var proofs = certificate.ReferredBy(Validation, "certificateArn").ToList();
        return proofs.Count > 0
            ? Verdict.All(
                proofs.Select(proof =>
                    Verdict.Of(
                        proof["validationRecordFqdns"].IsUnknown || proof.Referred("validationRecordFqdns", Record).Any(),
                        $"validationRecordFqdns of {proof.Name}: got no record of this stack, want one of each domainValidationOptions"
                    )
                )
            )
            : Verdict.Of(
                certificate.ReferredBy(Record, "records").Any(),
                "got no record and no CertificateValidation made of its domainValidationOptions, want both"
            );
    }
}
