using Infra.Compute;
using Infra.Data;
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

    [Setting("The service that runs the application.")]
    public ServiceSettings Service { get; init; } = new();

    [Setting("The jobs that prepare and check the database.")]
    public JobSettings Jobs { get; init; } = new();

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
            .. Service.Validate(context.Environment == StackEnvironment.Prod).Select(problem => problem.Under("service")),
            .. Budget.Validate(),
            .. Tags.Validate().Select(problem => problem.Under("tags")),
        ];
}
