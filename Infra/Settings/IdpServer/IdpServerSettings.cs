using Infra.Compute;
using Infra.Data;
using Infra.Settings.Data;
using Infra.Settings.Network;
using Infra.Settings.Observability;
using Infra.Settings.Protection;
using Infra.Settings.Security;
using Infra.Validation;

namespace Infra.Settings.IdpServer;

/// <summary>Everything a stack of system idp-server may decide. The values here are those of production.</summary>
internal sealed record IdpServerSettings
{
    [Setting("Whether what holds data or is known by name outside (VPC, addresses, key, secrets) refuses to be deleted.")]
    public bool Protect { get; init; } = true;

    [Setting("Addresses, zones and the ways in and out.")]
    public NetworkSettings Network { get; init; } = new();

    [Setting("The key that encrypts everything of the system.")]
    public KeySettings Key { get; init; } = new();

    [Setting("The secrets that the program makes.")]
    public SecretSettings Secrets { get; init; } = new();

    [Setting("The PostgreSQL database.")]
    public DatabaseSettings Database { get; init; } = new();

    [Setting("The cache, in which sessions are.")]
    public RedisSettings Redis { get; init; } = new();

    [Setting("The way in: host, certificate and load balancer.")]
    public EdgeSettings Edge { get; init; } = new();

    [Setting("The web application firewall.")]
    public WafSettings Waf { get; init; } = new();

    [Setting("The service that runs the application.")]
    public ServiceSettings Service { get; init; } = new();

    [Setting("The jobs that prepare and check the database.")]
    public JobSettings Jobs { get; init; } = new();

    [Setting("Who hears of trouble.")]
    public AlertSettings Alerts { get; init; } = new();

    [Setting("What counts as trouble.")]
    public AlarmSettings Alarms { get; init; } = new();

    [Setting("Backups besides those of RDS.")]
    public BackupSettings Backup { get; init; } = new();

    [Setting("Records of what was done in the account.")]
    public AuditSettings Audit { get; init; } = new();

    [Setting("The stop at night and over the weekend.")]
    public StopSettings Stop { get; init; } = new();

    [Setting("Tags that every resource carries.")]
    public TagSettings Tags { get; init; } = new();

    /// <summary>Whether the connections of all tasks fit the database.</summary>
    public ConnectionBudget Budget =>
        new()
        {
            MaxTasks = Service.Scaling.Most,
            // Blue/green starts as many tasks again, whatever the share.
            DeploymentMaximumPercent =
                Service.Deployment.Strategy == DeploymentStrategy.BlueGreen ? 200 : Service.Deployment.MaximumPercent,
            Writers = Service.Pools.Writer + Service.Pools.ControlPlaneWriter,
            Readers = Service.Pools.Reader + Service.Pools.ControlPlaneReader,
            Replicas = Database.ReadReplicas,
            MaxConnections = Database.MaxConnections,
        };

    /// <summary>What the types of single settings cannot say.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="unread">Problems of reading; what depends on those settings is not checked.</param>
    public IEnumerable<Problem> Validate(StackContext context, IReadOnlyCollection<Problem> unread) =>
        [
            .. Network.Validate(context.Region, unread).Select(problem => problem.Under("network")),
            .. Secrets.Validate(Protect).Select(problem => problem.Under("secrets")),
            .. Database.Validate(context, Network.Zones, Protect).Select(problem => problem.Under("database")),
            .. Redis.Validate().Select(problem => problem.Under("redis")),
            .. Edge.Validate(Protect, context.Region).Select(problem => problem.Under("edge")),
            .. Waf.Validate(Protect).Select(problem => problem.Under("waf")),
            .. Service.Validate(context.Environment == StackEnvironment.Prod).Select(problem => problem.Under("service")),
            .. Budget.Validate(),
            .. Alerts.Validate().Select(problem => problem.Under("alerts")),
            .. Alarms.Validate(Database.StorageGiB).Select(problem => problem.Under("alarms")),
            .. Backup.Validate(context.Region, Stop.Enabled, Database).Select(problem => problem.Under("backup")),
            .. Audit.Validate(context).Select(problem => problem.Under("audit")),
            .. Stop.Validate(Protect, Database.ReadReplicas).Select(problem => problem.Under("stop")),
            .. Tags.Validate().Select(problem => problem.Under("tags")),
        ];
}
