using System.Collections.Immutable;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.Route53;
using Pulumi.Aws.SesV2;
using DomainIdentityVerification = Pulumi.Aws.Ses.DomainIdentityVerification;

namespace Infra.Mail;

/// <summary>
/// A domain that SES sends mail for. It is made with the second API of SES, which proves the domain by the same three records that sign its mail and
/// carries tags and a configuration set; only waiting for the proof comes from the first, because the second has nothing that waits.
/// Cognito needs no policy on it: it sends through a role of its own (AWSServiceRoleForAmazonCognitoIdpEmailService) that it makes for the account.
/// </summary>
internal sealed class MailIdentity : ComponentResource
{
    private const int RecordTtlSeconds = 300;
    private static readonly string[] OtherRoles = ["bounces", "spf", "dmarc"];

    /// <summary>What to do about the sandbox, in which every account begins.</summary>
    public const string Sandbox =
        "SES begins in a sandbox: it sends only to verified addresses, 200 a day, until AWS grants production access; ask for it once in each "
        + "account and region: aws sesv2 put-account-details --production-access-enabled --mail-type TRANSACTIONAL --website-url <site>";

    /// <summary>The ARN of the identity; where <see cref="IsVerified"/> it is known only when the domain is proved to be ours.</summary>
    [Output("identityArn")]
    public Output<string> IdentityArn { get; }

    /// <summary>The configuration set.</summary>
    [Output("configurationSetName")]
    public Output<string> ConfigurationSetName { get; }

    /// <summary>The records to be set by hand; empty where this stack sets them.</summary>
    [Output("records")]
    public Output<ImmutableArray<string>> Records { get; }

    /// <summary>The domain.</summary>
    public string DomainName { get; }

    /// <summary>Whether the identity is waited for and may be used. False where somebody must set the records first.</summary>
    public bool IsVerified { get; }

    /// <summary>Makes the identity.</summary>
    public MailIdentity(string name, MailIdentityArgs args, ComponentResourceOptions? options = null)
        : base("idp:mail:MailIdentity", name, options)
    {
        args.Validate().ThrowIfAny(this);
        DomainName = args.Domain;
        IsVerified = args.HostedZoneId is not null || args.RecordsAreSet;
        var child = new CustomResourceOptions { Parent = this };

        ConfigurationSetName = SendingRules.Make(name, args, this);
        var identity = new EmailIdentity(
            $"{name}-identity",
            new()
            {
                EmailIdentityDetails = args.Domain,
                ConfigurationSetName = ConfigurationSetName,
                Tags = args.Context.Label.NameTag("mail"),
            },
            child
        );
        _ = new EmailIdentityMailFromAttributes(
            $"{name}-mail-from",
            new()
            {
                EmailIdentity = identity.EmailIdentityDetails,
                MailFromDomain = MailRecords.BounceDomain(args),
                // Mail goes out under SES's own domain while the record is missing, rather than not at all.
                BehaviorOnMxFailure = "USE_DEFAULT_VALUE",
            },
            child
        );
        var tokens = identity.DkimSigningAttributes.Apply(signing => signing.Tokens);
        var dkim = Enumerable
            .Range(0, MailRecords.DkimKeys)
            .Select(key => tokens.Apply(all => MailRecords.Dkim(args.Domain, all[key])))
            .ToImmutableArray();
        var others = ImmutableArray.Create(MailRecords.Bounces(args), MailRecords.Spf(args), MailRecords.Dmarc(args));

        IdentityArn = identity.Arn;
        var set = args.HostedZoneId is { } zone ? SetRecords(name, zone, dkim, others) : [];
        if (IsVerified)
            IdentityArn = new DomainIdentityVerification(
                $"{name}-verification",
                new() { Domain = identity.EmailIdentityDetails },
                new() { Parent = this, DependsOn = [.. set] }
            ).Arn;
        Records = args.HostedZoneId is null
            ? Output
                .All(dkim.Select(key => (Input<MailRecord>)key))
                .Apply(keys => keys.AddRange(others).Select(Line).ToImmutableArray())
            : Output.Create(ImmutableArray<string>.Empty);
        if (args.InSandbox)
            Log.Warn(Sandbox, this);
        if (!IsVerified)
            Log.Warn($"nothing is sent for {args.Domain} yet: set its records, then say that they are set", this);
        RegisterOutputs(
            new Dictionary<string, object?>
            {
                ["identityArn"] = IdentityArn,
                ["configurationSetName"] = ConfigurationSetName,
                ["records"] = Records,
            }
        );
    }

    private static string Line(MailRecord record) => $"{record.Name} {record.Type} {record.Value}";

    private List<Resource> SetRecords(
        string name,
        string zone,
        ImmutableArray<Output<MailRecord>> dkim,
        ImmutableArray<MailRecord> others
    )
    {
        var records = new List<Resource>();
        // The three keys have no name before they exist; SES always makes three, so the number stands for it.
        for (var key = 0; key < dkim.Length; key++)
            records.Add(Set($"dkim-{key + 1}", dkim[key]));
        foreach (var (role, record) in OtherRoles.Zip(others))
            _ = Set(role, Output.Create(record)); // sending does not wait for these
        return records;

        Record Set(string role, Output<MailRecord> record) =>
            new(
                $"{name}-{role}",
                new()
                {
                    ZoneId = zone,
                    Name = record.Apply(it => it.Name),
                    Type = record.Apply(it => it.Type),
                    Records = record.Apply(it => it.Value),
                    Ttl = RecordTtlSeconds,
                },
                new() { Parent = this }
            );
    }
}
