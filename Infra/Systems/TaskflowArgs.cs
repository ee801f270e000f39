using System.Collections.Immutable;
using Infra.Data;
using Infra.Edge;
using Infra.Identity;
using Infra.Mail;
using Infra.Policies;
using Infra.Protection;
using Infra.Security;
using Infra.Serverless;
using Infra.Settings;
using Infra.Settings.Taskflow;
using Infra.Storage;
using Pulumi;

namespace Infra.Systems;

/// <summary>Turns the settings of a stack, and what its other parts give, into the args of each part of taskflow.</summary>
/// <param name="Context">The stack.</param>
/// <param name="Settings">What the stack decides.</param>
internal sealed record TaskflowArgs(StackContext Context, TaskflowSettings Settings)
{
    /// <summary>The application in the browser.</summary>
    public const string WebClient = "web";

    private const string ApiRole = "api";
    private const string SiteRole = "site";
    private const string ContentRole = "content";

    /// <summary>Names that are the source's own.</summary>
    public TaskflowNames Names => new(Context);

    private bool Protect => Settings.Protect;

    // Settings refuse a stack without one.
    private string Domain => Settings.Cdn.Domain!;

    /// <summary>The key, which knows every log group of the stack's own region that may be encrypted.</summary>
    public EncryptionKeyArgs Key() =>
        Settings.Key.ToArgs(
            Context,
            // Literal, because the groups need the key before they can be made.
            [
                $"/aws/lambda/{Names.Function}",
                Context.Label.LogGroup("apigateway", ApiRole),
                $"{RestApi.ExecutionLogs}*", // named by ids that nobody knows before
                Context.Label.WafLogGroupOf(ApiFirewallRole),
            ],
            Protect
        ) with
        {
            Services = ["dynamodb", "lambda", "s3", "sns"],
            TrailArn = Settings.Audit.CloudTrail ? AuditDelivery.TrailArn(Context) : null,
        };

    /// <summary>The users.</summary>
    public CognitoPoolArgs Users(MailIdentity? mail)
    {
        var users = Settings.Users;
        return new()
        {
            Context = Context,
            Name = Names.Pool,
            SelfSignUp = users.SelfSignUp,
            Password = users.Password.Policy,
            Mfa = users.Mfa,
            Threats = users.Threats,
            Passkeys = users.Passkeys.Passkeys(Domain),
            Attributes =
            [
                new("email") { Required = true },
                new("given_name"),
                new("family_name"),
                // Who could set it with the own token would be in any organisation.
                new("organizationId") { SetByUsers = false },
            ],
            Devices = new() { ChallengeNewDevices = true, AskUser = true },
            Clients = ImmutableSortedDictionary<string, PoolClient>.Empty.Add(
                WebClient,
                users.Web.Client([$"https://{Domain}/auth/callback"], [$"https://{Domain}/"]) with
                {
                    Scopes = ["openid", "email", "profile"],
                    // No plain password; by choice the pool offers passkeys.
                    Flows = [AuthFlow.Srp, AuthFlow.Custom, AuthFlow.Choice, AuthFlow.Refresh],
                    Tokens = users.Tokens.Lifetimes,
                }
            ),
            Domain = Pages(),
            Mail = mail is null ? null : Settings.DomainMail.Through(mail, Context.System),
            Logs = users.Logs.Logs,
            Protect = users.DeletionProtection,
        };
    }

    /// <summary>The table of tasks.</summary>
    public DocumentTableArgs Table(EncryptionKey key) => Settings.Table.ToArgs(Context, "tasks", key.Arn, Protect);

    /// <summary>The bucket of people's files, used by the site itself only.</summary>
    public PrivateBucketArgs Content(EncryptionKey key) =>
        Settings.Content.ToArgs(Context, ContentRole, Domain, key.Arn, Protect);

    /// <summary>The function behind the API.</summary>
    public LambdaFunctionArgs Function(EncryptionKey key, CognitoPool users, DocumentTable table, PrivateBucket content) =>
        new()
        {
            Context = Context,
            Role = ApiRole,
            Name = Names.Function,
            Description = "Answers the API of taskflow",
            Artifact = Settings.ApiFunction.Artifact.ToArtifact(),
            KeyArn = key.Arn,
            IsPreview = Context.IsPreview,
            Shape = Settings.Function.ToShape(),
            Environment = ImmutableSortedDictionary
                .Create<string, Input<string>>(StringComparer.Ordinal)
                .Add("ALLOWED_ORIGIN", $"https://{Domain}")
                .Add("CONTENT_BUCKET", content.Name)
                .Add("TABLE_NAME", table.Name)
                .Add("USER_POOL_CLIENT_ID", users.ClientIds[WebClient])
                .Add("USER_POOL_ID", users.PoolId),
            Statements = Output
                .Tuple(table.Statements(TableAccess.ReadWrite), key.Arn)
                .Apply(known => known.Item1.AddRange(BucketUsePolicy.Statements(Context, ContentRole, known.Item2))),
        };

    /// <summary>The API: all of it for users, and its health for anybody.</summary>
    public RestApiArgs Api(EncryptionKey key, CognitoPool users, LambdaFunction function) =>
        Settings.Api.ToArgs(
            Context,
            ApiRole,
            "API of taskflow",
            key.Arn,
            [new("GET", "/health", ApiRole, ApiAuth.Anybody), new("ANY", "/{proxy+}", ApiRole)]
        ) with
        {
            Functions = ImmutableSortedDictionary<string, ApiFunction>.Empty.Add(ApiRole, ApiFunction.Of(function)),
            UserPoolArn = users.PoolArn,
            Cors = new($"https://{Domain}"),
        };

    /// <summary>
    /// What keeps the API for the CDN, whose own firewall has seen the request already. It limits no address: those it sees are the CDN's.
    /// </summary>
    public WebAclArgs ApiFirewall(EncryptionKey key, RestApi api, OriginSecret origin) =>
        WebAclArgs.BehindCdn(Context, ApiFirewallRole, ApiRole, api.StageArn, origin.Accepted) with
        {
            KeyArn = key.Arn,
            LogRetentionDays = Settings.Waf.LogRetentionDays,
        };

    /// <summary>What stands before site and API, in us-east-1.</summary>
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
            AlarmPrefix = Names.Alarms,
            Origins =
            [
                new(SiteRole, CdnOriginKind.Bucket, PrivateBucket.HostOf(Context, SiteRole)),
                new(ApiRole, CdnOriginKind.Https, api.Host) { Header = origin.Sent, AcceptedBy = firewall.Arn },
            ],
            Behaviours =
            [
                new($"{api.RootPath}/*", ApiRole)
                {
                    Methods = CdnMethods.All,
                    Forward = CdnRequestPolicy.AllViewerExceptHost,
                    HttpsOnly = true,
                },
                new(CdnBehaviour.Everything, SiteRole)
                {
                    Methods = CdnMethods.ReadAndAsk,
                    Cache = CdnCachePolicy.Optimized,
                    AppRoutes = true,
                },
            ],
            DefaultRootObject = "index.html",
            Protect = Protect,
        };

    /// <summary>The bucket of the application in the browser, which only the distribution reads.</summary>
    public PrivateBucketArgs Site(GlobalFront front) =>
        new()
        {
            Context = Context,
            Role = SiteRole,
            ReadByDistributionArn = front.Cdn.Arn,
            RetentionDays = null,
            Protect = Protect,
        };

    private const string ApiFirewallRole = "api-waf";

    // A word that carries the environment in production too, as the pool does.
    private PoolDomain Pages()
    {
        var domain = Settings.Users.Pages.Domain(Context);
        return domain.Prefix is { } prefix && Settings.Users.Pages.Prefix is null
            ? domain with
            {
                Prefix = $"{Names.Pool}{prefix[Context.Label.Prefix.Length..]}",
            }
            : domain;
    }
}
