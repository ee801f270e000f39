using System.Collections.Immutable;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.Acm;
using Pulumi.Aws.Acm.Outputs;
using Pulumi.Aws.Route53;
using AcmCertificate = Pulumi.Aws.Acm.Certificate;

namespace Infra.Edge;

/// <summary>
/// A certificate ready to be used: the one given, or one issued by ACM and validated through DNS. It lives in the region of its provider, so
/// that CloudFront's can be made in us-east-1 by passing that provider.
/// </summary>
internal sealed class Certificate : ComponentResource
{
    // Nobody waits for these records to expire; they never change.
    private const int RecordTtlSeconds = 300;

    /// <summary>The ARN of the certificate, known only when it is valid: a listener refuses one that is still pending.</summary>
    [Output("arn")]
    public Output<string> Arn { get; }

    /// <summary>Makes the certificate.</summary>
    public Certificate(string name, CertificateArgs args, ComponentResourceOptions? options = null)
        : base("idp:edge:Certificate", name, options)
    {
        args.Validate().ThrowIfAny(this);
        Arn = args.GivenArn is { } given ? Output.Create(given) : Issue(name, args);
        RegisterOutputs(new Dictionary<string, object?> { ["arn"] = Arn });
    }

    private Output<string> Issue(string name, CertificateArgs args)
    {
        var child = new CustomResourceOptions { Parent = this };
        var certificate = new AcmCertificate(
            $"{name}-certificate",
            new()
            {
                DomainName = args.Domain,
                SubjectAlternativeNames = args.Names.Skip(1).ToArray(),
                ValidationMethod = "DNS",
                Tags = args.Context.Label.NameTag("certificate"),
            },
            child
        );
        var records = args.ValidatedNames.Select(host =>
        {
            var asked = certificate.DomainValidationOptions.Apply(all =>
                all.First(option => CertificateArgs.Base(option.DomainName!) == host)
            );
            return new Record(
                $"{name}-validation-{host}",
                new()
                {
                    ZoneId = args.HostedZoneId!,
                    Name = asked.Apply(option => option.ResourceRecordName!),
                    Type = asked.Apply(option => option.ResourceRecordType!),
                    Records = asked.Apply(option => option.ResourceRecordValue!),
                    Ttl = RecordTtlSeconds,
                    // ACM asks every certificate of an account for the same record: another stack or the one before may have made it.
                    AllowOverwrite = true,
                },
                child
            );
        });
        return new CertificateValidation(
            $"{name}-certificate-validation",
            new()
            {
                CertificateArn = certificate.Arn,
                ValidationRecordFqdns = records.Select(record => (Input<string>)record.Fqdn).ToArray(),
            },
            child
        ).CertificateArn;
    }
}
