using System.Collections.Immutable;
using Infra.Cost;
using Infra.Data;
using Infra.Edge;
using Infra.Hosting;
using Infra.Mail;
using Infra.Network;
using Infra.Observability;
using Infra.Protection;
using Infra.Security;
using Infra.Serverless;
using Infra.Settings;
using Infra.Settings.Finsight;
using Infra.Storage;
using Pulumi;

namespace Infra.Systems;

/// <summary>Turns the settings of a stack, and what its other parts give, into the args of each part of finsight but the API.</summary>
/// <param name="Context">The stack.</param>
/// <param name="Plan">The subnets.</param>
/// <param name="Settings">What the stack decides.</param>
internal sealed record FinsightArgs(StackContext Context, SubnetPlan Plan, FinsightSettings Settings)
{
    /// <summary>What the API is called behind the stack's prefix.</summary>
    public const string ApiRole = "api";

    /// <summary>The client of the API that the pages are.</summary>
    public const string PagesClient = "web";

    private const string ApiFirewallRole = "api-waf";
    private const string ErrorsRole = "errors";

    /// <summary>The secret of GitHub that Amplify needs.</summary>
    public static readonly KnownSecret GitHubToken = new(
        "githubToken",
        "A personal access token of GitHub (classic, scope admin:repo_hook), with which Amplify sets up its webhook."
    );

    /// <summary>The secret of Auth0 that functions need to ask it about users.</summary>
    public static readonly KnownSecret Auth0ClientSecret = new(
        "auth0ClientSecret",
        "The secret of the machine-to-machine application at Auth0, for its Management API."
    );

    private bool Protect => Settings.Protect;

    // Settings refuse a stack without one.
    private string Host => Settings.Cdn.Domain ?? "";

    /// <summary>What X-Ray calls the API of a stack.</summary>
    public static ImmutableArray<string> TracedServices(StackContext context) => [$"{context.Label.Name(ApiRole)}/{ApiRole}"];

    /// <summary>The key, which knows every log group of the stack's own region.</summary>
    public EncryptionKeyArgs Key()
    {
        var label = Context.Label;
        return Settings.Key.ToArgs(
            Context,
            // Literal, because the groups need the key before they can be made.
            [
                $"/aws/lambda/{label.Prefix}-*",
                label.LogGroup("apigateway", ApiRole),
                $"{RestApi.ExecutionLogs}*", // named by ids that nobody knows before
                label.WafLogGroupOf(ApiFirewallRole),
                $"{label.LogGroup("vpc")}/*",
                $"/aws/rds/instance/{label.SmallPrefix}-*",
                $"/aws/rds/proxy/{label.SmallPrefix}-*",
            ],
            Protect
        ) with
        {
            Services = ["backup", "lambda", "rds", "secretsmanager", "sns", "sqs"],
            Statements = Settings.Cost.Enabled ? [CostGuard.KeyStatement] : [],
            TrailArn = Settings.Audit.CloudTrail ? AuditDelivery.TrailArn(Context) : null,
        };
    }

    /// <summary>The network.</summary>
    public IdpNetworkArgs Network(EncryptionKey key) =>
        Settings.Network.ToArgs(
            Context,
            Plan,
            FinsightTraffic.Of(Settings.Proxy.Enabled, endpoints: !Settings.Network.InterfaceEndpoints.IsEmpty),
            key.Arn,
            Protect
        );

    /// <summary>The user of the database and its password.</summary>
    public MasterSecretArgs Credentials(EncryptionKey key) =>
        Settings.Database.ToSecretArgs(Context, SecretName("db"), key.Arn, Settings.Secrets.RecoveryDays, Protect);

    /// <summary>The database, in subnets without a way out.</summary>
    public TenantDatabaseArgs Database(EncryptionKey key, IdpNetwork network, MasterSecret credentials) =>
        Settings.Database.ToArgs(
            Context,
            Settings.Network.Zones,
            Protect,
            new(
                [.. network.DatabaseSubnetIds.Select(id => (Input<string>)id)],
                network.SecurityGroupIds[SecurityRole.Db],
                key.Arn,
                credentials.Password.Value,
                Settings.Backup.Enabled ? Settings.Backup.TagValue : null
            )
        ) with
        {
            Logs = ["postgresql"],
        };

    /// <summary>What shares the connections of the database.</summary>
    public DatabaseProxyArgs Proxy(EncryptionKey key, IdpNetwork network, TenantDatabase database, MasterSecret credentials) =>
        Settings.Proxy.ToArgs(
            Context,
            Settings.Database.Instance.MaxConnections,
            new(
                [.. network.DatabaseSubnetIds.Select(id => (Input<string>)id)],
                network.SecurityGroupIds[SecurityRole.Proxy],
                key.Arn,
                database.InstanceIdentifier,
                database.ResourceId,
                credentials.Arn,
                Settings.Database.Username
            )
        );

    /// <summary>What functions must know of Auth0. The client secret is there once somebody has brought it.</summary>
    public JsonSecretArgs Auth0(EncryptionKey key)
    {
        var values = ImmutableSortedDictionary
            .Create<string, Input<string>>(StringComparer.Ordinal)
            .Add("audience", Settings.Authorizer.Audience ?? "")
            .Add("issuer", Settings.Authorizer.Issuer ?? "");
        return Secret(
            key,
            "auth0",
            "What finsight knows of Auth0",
            Context.Secrets.Find(Auth0ClientSecret.Name) is { } secret ? values.Add("client_secret", secret) : values
        );
    }

    /// <summary>The keys by which clients are told apart.</summary>
    public JsonSecretArgs ApiKeys(EncryptionKey key, RestApi api) =>
        Secret(
            key,
            "api-keys",
            "API keys of the clients of finsight",
            api.KeyValues.ToImmutableSortedDictionary(
                client => client.Key,
                client => (Input<string>)client.Value,
                StringComparer.Ordinal
            )
        );

    /// <summary>The domain that mail is from.</summary>
    public MailIdentityArgs MailIdentity(AlertTopic events) =>
        Settings.Mail.Identity(Context)! with
        {
            EventTopicArn = events.Arn,
        };

    /// <summary>The certificate of the API, in its own region; the CDN before it has another.</summary>
    public CertificateArgs Certificate() =>
        new()
        {
            Context = Context,
            Domain = Host,
            HostedZoneId = Settings.Cdn.HostedZoneId,
            GivenArn = Settings.ApiCertificateArn,
        };

    /// <summary>
    /// What keeps the API for the CDN, whose own firewall has seen the request already. It limits no address: those it sees are the CDN's.
    /// </summary>
    public WebAclArgs ApiFirewall(EncryptionKey key, RestApi api, OriginSecret origin) =>
        WebAclArgs.BehindCdn(Context, ApiFirewallRole, ApiRole, api.StageArn, origin.Accepted) with
        {
            KeyArn = key.Arn,
            SecretHeaders = [Serverless.ApiKeys.Header],
            LogRetentionDays = Settings.Waf.LogRetentionDays,
        };

    /// <summary>What stands before the API, in us-east-1. Nothing is kept at the edge but the pages of errors: all else is somebody's own.</summary>
    public GlobalFrontArgs Front(RestApi api, OriginSecret origin, WebAcl firewall) =>
        new()
        {
            Context = Context,
            Cdn = Settings.Cdn,
            Waf = Settings.Waf,
            Key = Settings.Key,
            Alerts = Settings.Alerts.WithoutSlack,
            Alarms = Settings.Alarms.Switches,
            CdnAlarms = Settings.Alarms.Cdn,
            WafAlarms = Settings.Alarms.Waf,
            Origins =
            [
                new(ApiRole, CdnOriginKind.Https, api.RegionalDomainName!) { Header = origin.Sent, AcceptedBy = firewall.Arn },
                new(ErrorsRole, CdnOriginKind.Bucket, PrivateBucket.HostOf(Context, ErrorsRole)),
            ],
            Behaviours =
            [
                new($"{FinsightErrorPage.Folder}/*", ErrorsRole) { Cache = CdnCachePolicy.Optimized },
                new(CdnBehaviour.Everything, ApiRole)
                {
                    Methods = CdnMethods.All,
                    Forward = CdnRequestPolicy.AllViewer, // the API knows itself by the viewer's host
                    HttpsOnly = true,
                },
            ],
            ErrorPage = new(FinsightErrorPage.Path),
            SecretHeaders = [Serverless.ApiKeys.Header],
            Cors = new(Settings.CallingSite ?? "", ["DELETE", "GET", "POST", "PUT"])
            {
                Headers = ["Authorization", "Content-Type", Serverless.ApiKeys.Header],
            },
            Protect = Protect,
        };

    /// <summary>What people read while the API is away, which only the distribution reads.</summary>
    public PrivateBucketArgs ErrorPages(GlobalFront front) =>
        new()
        {
            Context = Context,
            Role = ErrorsRole,
            ReadByDistributionArn = front.Cdn.Arn,
            RetentionDays = null,
            Protect = Protect,
        };

    /// <summary>The pages. They learn where the API is and the key of their client, which says whose quota they use.</summary>
    /// <param name="api">The API.</param>
    public AmplifySiteArgs Site(RestApi api)
    {
        var token = Context.Secrets.Find(GitHubToken.Name) is { } secret ? (Input<string>)secret : null;
        var site = Settings.Site.ToArgs(Context, token, Protect);
        var variables = site.Environment.SetItem("REACT_APP_API_URL", $"https://{Host}");
        return site with
        {
            // Browsers show it to whoever looks, so it is no authentication; in state and previews it stays secret all the same.
            Environment = api.KeyValues.TryGetValue(PagesClient, out var key)
                ? variables.SetItem("REACT_APP_API_KEY", key)
                : variables,
        };
    }

    private JsonSecretArgs Secret(
        EncryptionKey key,
        string role,
        string description,
        ImmutableSortedDictionary<string, Input<string>> values
    ) =>
        new()
        {
            Context = Context,
            Role = role,
            Name = SecretName(role),
            Description = description,
            KeyArn = key.Arn,
            Values = values,
            RecoveryDays = Settings.Secrets.RecoveryDays,
            Protect = Protect,
        };

    // With the environment in production too, as the source has it.
    private string SecretName(string role) => $"{Context.System}/{Context.Label.ShortStack}/{role}";
}
