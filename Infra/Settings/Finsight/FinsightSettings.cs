using System.Collections.Immutable;
using Infra.Edge;
using Infra.Serverless;
using Infra.Settings.Cost;
using Infra.Settings.Data;
using Infra.Settings.Edge;
using Infra.Settings.Hosting;
using Infra.Settings.Mail;
using Infra.Settings.Network;
using Infra.Settings.Observability;
using Infra.Settings.Protection;
using Infra.Settings.Security;
using Infra.Settings.Serverless;
using Infra.Systems;
using Infra.Validation;

namespace Infra.Settings.Finsight;

/// <summary>Everything a stack of system finsight may decide. The values of each environment are in <see cref="FinsightDefaults"/>.</summary>
internal sealed record FinsightSettings
{
    [Setting("Whether what holds data or is known by name outside (database, key, secrets, VPC, site) refuses to be deleted.")]
    public bool Protect { get; init; } = true;

    [Setting("Addresses, zones and the ways in and out.")]
    public NetworkSettings Network { get; init; } = new();

    [Setting("The key that encrypts everything of the system, and its like in us-east-1.")]
    public KeySettings Key { get; init; } = new();

    [Setting("The secrets: those of the database, of Auth0 and the API keys.")]
    public SecretRecoverySettings Secrets { get; init; } = new();

    [Setting("The database.")]
    public AppDatabaseSettings Database { get; init; } = new();

    [Setting("The proxy by which functions share its few connections.")]
    public ProxySettings Proxy { get; init; } = new();

    [Setting("Backups besides those of RDS.")]
    public BackupSettings Backup { get; init; } = new();

    [Setting("Targets of recovery.")]
    public RecoverySettings Recovery { get; init; } = new();

    [Setting("The CDN before the API: host, certificate, and how the API knows it.")]
    public CdnSettings Cdn { get; init; } = new();

    [Setting("The web application firewall before the CDN.")]
    public CdnWafSettings Waf { get; init; } = new();

    [Setting("The API.")]
    public ApiSettings Api { get; init; } = new();

    [Setting(
        "A certificate of the API's host in the region of the stack that exists; cdn.certificateArn is another, in us-east-1. Without one it is "
            + "issued.",
        Form = "the ARN of a certificate of ACM",
        Pattern = Naming.AwsId.Certificate
    )]
    public string? ApiCertificateArn { get; init; }

    [Setting(
        "Whether the API takes only requests whose TLS handshake names the host that they ask for. Set it to false if the CDN is answered 403 "
            + "although its header is right."
    )]
    public bool StrictHost { get; init; } = true;

    [Setting("What each client may use of the API.")]
    public UsagePlanSettings Usage { get; init; } = new();

    [Setting(
        "The one site whose pages may call the API. Not set by default: then it is the production branch of the site.",
        Form = "https:// and a host, without a slash at the end",
        Pattern = "^https://[a-z0-9.-]+$"
    )]
    public string? Origin { get; init; }

    [Setting("The functions. Which there are, and which paths they answer, is in the table of the code.")]
    public ImmutableSortedDictionary<string, DomainFunctionSettings> Functions { get; init; } =
        ImmutableSortedDictionary.Create<string, DomainFunctionSettings>(StringComparer.Ordinal);

    [Setting("How many calls the functions share with the rest of the account.")]
    public FunctionConcurrencySettings Concurrency { get; init; } = new();

    [Setting("Who issues the tokens of users, and the function that checks them.")]
    public JwtAuthorizerSettings Authorizer { get; init; } = new();

    [Setting("The domain that mail is from. Without one no mail is sent.")]
    public MailSettings Mail { get; init; } = new();

    [Setting("How much mail may be sent.")]
    public MailLimitSettings MailLimits { get; init; } = new();

    [Setting("The pages, built by Amplify.")]
    public AmplifySettings Site { get; init; } = new();

    [Setting("Who hears of trouble.")]
    public AlertSettings Alerts { get; init; } = new();

    [Setting("What counts as trouble.")]
    public FinsightAlarmSettings Alarms { get; init; } = new();

    [Setting("What share of requests must be answered.")]
    public AvailabilitySettings Availability { get; init; } = new();

    [Setting("The group of traces that shows trouble.")]
    public TraceGroupSettings Traces { get; init; } = new();

    [Setting("Who hears when a month costs more than it should.")]
    public CostGuardSettings Cost { get; init; } = new();

    [Setting("Records of what was done in the account.")]
    public AuditSettings Audit { get; init; } = new();

    [Setting("The stop of the database at night and over the weekend.")]
    public StopSettings Stop { get; init; } = new();

    [Setting("Tags that every resource carries.")]
    public TagSettings Tags { get; init; } = new();

    /// <summary>The functions with what they share.</summary>
    public DomainFunctions LambdaApi(string system) => new(system, Functions, Authorizer, Concurrency);

    /// <summary>The one site whose pages may call the API; nothing where the stack names none.</summary>
    public string? CallingSite =>
        Origin
        ?? (Site is { Enabled: true, Domain: { } domain, Production.Subdomain: { } word } ? $"https://{word}.{domain}" : null);

    /// <summary>What the types of single settings cannot say.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="unread">Problems of reading; what depends on those settings is not checked.</param>
    public IEnumerable<Problem> Validate(StackContext context, IReadOnlyCollection<Problem> unread)
    {
        var production = context.Environment == StackEnvironment.Prod;
        return
        [
            .. Network
                .Validate(context.Region, unread)
                .Where(problem => problem.Path != "natGateways")
                .Concat(WayOut())
                .Select(problem => problem.Under("network")),
            .. Secrets.Validate(Protect).Select(problem => problem.Under("secrets")),
            .. Database.Validate(context, Network.Zones, Protect).Select(problem => problem.Under("database")),
            .. Proxy
                .Validate(context, Network.Zones, Database.Username, Database.Instance.MaxConnections)
                .Select(problem => problem.Under("proxy")),
            .. Backup.Validate(context.Region, Stop.Enabled, Database.Instance).Select(problem => problem.Under("backup")),
            .. Recovery.Validate(Database.Instance, Backup).Select(problem => problem.Under("recovery")),
            .. Hosts(context),
            .. Cdn.Validate(context, Protect).Where(problem => problem.Path != "domain").Select(problem => problem.Under("cdn")),
            .. Waf.Validate(context, Protect).Select(problem => problem.Under("waf")),
            .. Usage.Validate().Concat(Usage.ToPlan().Beyond(Api.RequestsPerSecond)).Select(problem => problem.Under("usage")),
            .. LambdaApi(context.System).Validate(production),
            .. Mail.Validate(context).Select(problem => problem.Under("mail")),
            .. Site.Validate(context).Select(problem => problem.Under("site")),
            .. Alerts.Validate().Select(problem => problem.Under("alerts")),
            .. Alarms.Validate(Database.Instance).Select(problem => problem.Under("alarms")),
            .. Traces.Validate(context, FinsightArgs.TracedServices(context)).Select(problem => problem.Under("traces")),
            .. Cost.Validate(context).Select(problem => problem.Under("cost")),
            .. Audit.Validate(context).Select(problem => problem.Under("audit")),
            .. Stop.Validate(Protect, Database.Instance.ReadReplicas).Select(problem => problem.Under("stop")),
            .. Tags.Validate().Select(problem => problem.Under("tags")),
        ];
    }

    // The authorizer stands outside of the VPC; the others call mail, functions and other companies' APIs through the gateway.
    private IEnumerable<Problem> WayOut()
    {
        if (Network.NatGateways == Infra.Network.NatGateways.None)
            yield return new(
                "natGateways",
                "none",
                "single or per-az",
                "functions in the VPC reach SES, Lambda and the API of Auth0 only over the internet"
            );
    }

    private IEnumerable<Problem> Hosts(StackContext context)
    {
        if (Cdn.Domain is null)
            yield return new(
                "cdn.domain",
                null,
                "the host of the API",
                "the CDN and the API behind it answer under the same name"
            );
        if (CertificateRegion.Problem("apiCertificateArn", ApiCertificateArn, context.Region, "a regional API") is { } elsewhere)
            yield return elsewhere;
        if (ApiCertificateArn is null && Cdn.Domain is { } host && Cdn.HostedZoneId is null)
            yield return new(
                "apiCertificateArn",
                null,
                $"a certificate of {host} in {context.Region}",
                "without cdn.hostedZoneId none can be issued"
            );
        if (CallingSite is null)
            yield return new(
                "origin",
                null,
                "the site whose pages call the API",
                "browsers let no other page read its answers; or set site.domain"
            );
    }
}
