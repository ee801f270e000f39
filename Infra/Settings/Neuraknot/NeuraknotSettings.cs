using System.Collections.Immutable;
using Infra.Compute;
using Infra.Settings.Compute;
using Infra.Settings.Data;
using Infra.Settings.Identity;
using Infra.Settings.Mail;
using Infra.Settings.Network;
using Infra.Settings.Observability;
using Infra.Settings.Protection;
using Infra.Settings.Security;
using Infra.Systems;
using Infra.Validation;

namespace Infra.Settings.Neuraknot;

/// <summary>Everything a stack of system neuraknot may decide. The values of each environment are in <see cref="NeuraknotDefaults"/>.</summary>
internal sealed record NeuraknotSettings
{
    [Setting("Whether what holds data or is known by name outside (database, users, key, secrets, VPC) refuses to be deleted.")]
    public bool Protect { get; init; } = true;

    [Setting("Addresses, zones and the ways in and out.")]
    public NetworkSettings Network { get; init; } = new();

    [Setting("The key that encrypts everything of the system.")]
    public KeySettings Key { get; init; } = new();

    [Setting("The secrets: the database's password and what other services gave us for sign-in.")]
    public SecretRecoverySettings Secrets { get; init; } = new() { RecoveryDays = 7 };

    [Setting("The database.")]
    public AppDatabaseSettings Database { get; init; } = new();

    [Setting("The users and how they sign in.")]
    public UserPoolSettings Users { get; init; } = new();

    [Setting("Sign-in through other services.")]
    public SocialSettings Social { get; init; } = new();

    [Setting("The e-mail that users get. Without a domain Cognito sends it, 50 a day.")]
    public MailSettings Mail { get; init; } = new();

    [Setting("Host, certificate and load balancer.")]
    public NeuraknotEdgeSettings Edge { get; init; } = new();

    [Setting("The cluster.")]
    public NeuraknotClusterSettings Cluster { get; init; } = new();

    [Setting("The services. Which there are, where they listen and who reaches them is in the table of the code.")]
    public ImmutableSortedDictionary<string, ContainerServiceSettings> Services { get; init; } =
        ImmutableSortedDictionary.Create<string, ContainerServiceSettings>(StringComparer.Ordinal);

    [Setting("How services find each other.")]
    public MeshSettings Mesh { get; init; } = new();

    [Setting(
        "Where the frontend is when it does not run here, for example at Vercel. People are sent there after they signed in, the service "
            + "nextjs-frontend is left out, and the load balancer leads everything to the API. Not set by default: it runs here.",
        Form = "https:// and a host, without a slash at the end",
        Pattern = "^https://[a-z0-9.-]+$"
    )]
    public string? FrontendUrl { get; init; }

    [Setting("Who hears of trouble.")]
    public AlertSettings Alerts { get; init; } = new();

    [Setting("What counts as trouble.")]
    public NeuraknotAlarmSettings Alarms { get; init; } = new();

    [Setting("Records of what was done in the account.")]
    public AuditSettings Audit { get; init; } = new();

    [Setting("The stop at night and over the weekend.")]
    public StopSettings Stop { get; init; } = new();

    [Setting("Tags that every resource carries.")]
    public TagSettings Tags { get; init; } = new();

    private ServiceTable Known { get; init; } = NeuraknotServices.All;

    /// <summary>The services of the stack.</summary>
    public ServiceTable Table => NeuraknotServices.Of(Known, hasFrontend: FrontendUrl is null);

    /// <summary>The same stack with other services, which need settings among <see cref="Services"/>.</summary>
    /// <param name="known">All services that there are. Default: those of the code.</param>
    public NeuraknotSettings Knowing(ServiceTable known) => this with { Known = known };

    /// <summary>The host that people see; nothing where there is neither a domain nor a frontend elsewhere.</summary>
    public string? Host => FrontendUrl?["https://".Length..] ?? Edge.Domain;

    /// <summary>What the types of single settings cannot say.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="unread">Problems of reading; what depends on those settings is not checked.</param>
    public IEnumerable<Problem> Validate(StackContext context, IReadOnlyCollection<Problem> unread) =>
        [
            .. Network.Validate(context.Region, unread, databasesApart: false).Select(problem => problem.Under("network")),
            .. Secrets.Validate(Protect).Select(problem => problem.Under("secrets")),
            .. Database.Validate(context, Network.Zones, Protect).Select(problem => problem.Under("database")),
            .. Users.Validate(Protect, context).Select(problem => problem.Under("users")),
            .. Callback(),
            .. Passkeys(),
            .. Social.Validate().Select(problem => problem.Under("social")),
            .. Mail.Validate(context).Select(problem => problem.Under("mail")),
            .. Edge.Validate(Protect || context.Environment == StackEnvironment.Prod, context.Region)
                .Select(problem => problem.Under("edge")),
            .. Table.Validate(),
            .. Table.Rows.SelectMany(row =>
                Services[row.Name]
                    .Validate(context, row, Mesh.By, NeuraknotVariables.Own)
                    .Select(problem => problem.Under($"services.{row.Name}"))
            ),
            .. Elsewhere(),
            .. Counted(),
            .. Alerts.Validate().Select(problem => problem.Under("alerts")),
            .. Audit.Validate(context).Select(problem => problem.Under("audit")),
            .. Alarms
                .Validate(Database.Instance.StorageGiB, Database.Instance.MaxConnections)
                .Select(problem => problem.Under("alarms")),
            .. Stop.Validate(Protect, Database.Instance.ReadReplicas).Select(problem => problem.Under("stop")),
            .. Tags.Validate().Select(problem => problem.Under("tags")),
        ];

    private IEnumerable<Problem> Callback()
    {
        if (Edge.Domain is null && FrontendUrl is null && !Users.Web.Localhost && Users.Web.CallbackUrls.IsEmpty)
            yield return new(
                "users.web.callbackUrls",
                Users.Web.CallbackUrls,
                "a URL while there is neither edge.domain nor frontendUrl nor users.web.localhost",
                "people must be sent somewhere after they signed in"
            );
    }

    private IEnumerable<Problem> Passkeys()
    {
        if (Host is null && Users.Passkeys is { Enabled: true, RelyingParty: null })
            yield return new(
                "users.passkeys.relyingParty",
                null,
                "a host while there is neither edge.domain nor frontendUrl",
                "passkeys belong to a host; name it, or set users.passkeys.enabled: false"
            );
    }

    private IEnumerable<Problem> Elsewhere()
    {
        if (FrontendUrl is not null && Services[NeuraknotServices.Frontend].Enabled)
            yield return new(
                $"services.{NeuraknotServices.Frontend}.enabled",
                true,
                "false while frontendUrl is set",
                "the frontend is in one place: remove one of the two"
            );
    }

    // Silence means that no task runs: see PlatformAlarms.
    private IEnumerable<Problem> Counted()
    {
        if (Cluster.Insights == ContainerInsights.Disabled && Services.Values.Any(service => service.Scaling.MinTasks > 0))
            yield return new(
                "cluster.insights",
                Word.Of(ContainerInsights.Disabled),
                "enabled or enhanced while a service has minTasks above 0",
                "nobody would count the tasks, and the alarms on too few would ring for ever"
            );
    }
}
