using System.Collections.Immutable;
using Infra.Cache;
using Infra.Compute;
using Infra.Data;
using Infra.Edge;
using Infra.Network;
using Infra.Security;
using Infra.Settings;
using Infra.Settings.Data;
using Infra.Settings.IdpServer;
using Infra.Settings.Network;
using Infra.Settings.Observability;
using Infra.Settings.Protection;
using Infra.Settings.Security;
using Pulumi;

namespace Infra.Systems;

/// <summary>
/// System idp-server, the identity provider: read from top to bottom it is the architecture. People reach the load balancer through the
/// firewall, it reaches the tasks, and they reach database and cache; nothing else reaches anything.
/// </summary>
internal sealed class IdpServer : ComponentResource
{
    // A service without image, roles or tables never becomes steady, and a deployment would wait for it in vain.
    private const string NextSteps =
        "the service is switched off; push the images, run infra db bootstrap, migrate, schedule and verify, then set service.image and "
        + "service.enabled: true";

    /// <summary>The key that encrypts everything below.</summary>
    public EncryptionKey Key { get; }

    /// <summary>Where everything lives.</summary>
    public IdpNetwork Network { get; }

    /// <summary>What the application must know and nobody else may.</summary>
    public SecretStore Secrets { get; }

    /// <summary>Where the tenants' data is.</summary>
    public TenantDatabase Database { get; }

    /// <summary>Where sessions are.</summary>
    public RedisCluster Cache { get; }

    /// <summary>Where images are pushed to.</summary>
    public IdpServerImages Images { get; }

    /// <summary>The way in.</summary>
    public LoadBalancer Edge { get; }

    /// <summary>What is turned away; nothing where the stack has no firewall.</summary>
    public WebAcl? Firewall { get; }

    /// <summary>Where tasks run.</summary>
    public FargateCluster Cluster { get; }

    /// <summary>What prepares and checks the database.</summary>
    public DatabaseJobs Jobs { get; }

    /// <summary>The application; nothing until the stack switches it on.</summary>
    public FargateService? Service { get; }

    /// <summary>What watches, keeps copies and saves money.</summary>
    public IdpServerOperations Operations { get; }

    /// <summary>Makes the system.</summary>
    /// <param name="name">Logical name; the same in every stack, so that stacks can be compared.</param>
    /// <param name="context">The stack.</param>
    /// <param name="plan">The subnets, already checked.</param>
    /// <param name="settings">What the stack decides, already checked.</param>
    /// <param name="options">The provider.</param>
    public IdpServer(
        string name,
        StackContext context,
        SubnetPlan plan,
        IdpServerSettings settings,
        ComponentResourceOptions? options = null
    )
        : base("idp:system:IdpServer", name, options)
    {
        var child = new ComponentResourceOptions { Parent = this };
        var parts = new IdpServerArgs(context, plan, settings);

        Key = new EncryptionKey(name, parts.Key(), child);
        Network = new IdpNetwork(name, parts.Network(Key), child);
        Secrets = new SecretStore(name, parts.Secrets(Key), child);

        Database = new TenantDatabase(name, parts.Database(Key, Network, Secrets), child);
        Cache = new RedisCluster(name, parts.Cache(Key, Network, Secrets), child);

        var certificate = parts.Certificate() is { } args ? new Certificate(name, args, child) : null;
        Edge = new LoadBalancer(name, parts.Edge(Network, certificate), child);
        Firewall = settings.Waf.Enabled ? new WebAcl(name, parts.Firewall(Key, Edge), child) : null;

        Images = new IdpServerImages(name, parts, Key, child);
        Cluster = new FargateCluster(name, parts.Cluster(Key), child);
        Jobs = new DatabaseJobs(name, parts.Jobs(Key, Secrets, Database, Images), child);

        var log = new ServiceLog(name, parts.Log(Key), child);
        if (settings.Service.Enabled)
            Service = new FargateService(
                name,
                parts.Service(Key, Network, Secrets, Database, Cache, Images, Cluster, Edge, log),
                child
            );
        else
            Log.Info(NextSteps, this);

        Operations = new IdpServerOperations(name, parts, this, log, child);
        RegisterOutputs();
    }
}
