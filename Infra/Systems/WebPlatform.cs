using Infra.Compute;
using Infra.Configuration;
using Infra.Data;
using Infra.Edge;
using Infra.Identity;
using Infra.Network;
using Infra.Security;
using Infra.Settings;
using Infra.Settings.WebPlatform;
using Pulumi;

namespace Infra.Systems;

/// <summary>
/// System web-platform, a web application on instances: people reach the CDN through the firewall, the CDN shows the load balancer a secret
/// header, the load balancer reaches the tasks on whatever port they have. They sign in at a user pool, and tasks read what they must know
/// from parameters.
/// </summary>
internal sealed class WebPlatform : ComponentResource
{
    // A service without an image never becomes steady, and a deployment would wait for it in vain.
    private const string NextSteps =
        "the service is switched off; push the image to the repository, then set service.image and service.enabled: true";

    /// <summary>The key that encrypts everything in the stack's own region.</summary>
    public EncryptionKey Key { get; }

    /// <summary>Where instances and database live.</summary>
    public IdpNetwork Network { get; }

    /// <summary>The users.</summary>
    public CognitoPool Users { get; }

    /// <summary>The database; nothing where the stack has none.</summary>
    public PlatformDatabase? Database { get; }

    /// <summary>What the application reads when it starts.</summary>
    public ConfigurationParameters Parameters { get; }

    /// <summary>What the CDN and the load balancer know and nobody else.</summary>
    public OriginSecret Origin { get; }

    /// <summary>The way in to the tasks, for the CDN only.</summary>
    public LoadBalancer Edge { get; }

    /// <summary>The way in for everybody: CDN, firewall and what else lives in us-east-1.</summary>
    public GlobalFront Front { get; }

    /// <summary>Where images are pushed to.</summary>
    public ContainerRepository Images { get; }

    /// <summary>The instances.</summary>
    public Ec2CapacityCluster Cluster { get; }

    /// <summary>The application; nothing until the stack switches it on.</summary>
    public BridgeService? Service { get; }

    /// <summary>How CodeDeploy brings new versions; nothing where somebody else does.</summary>
    public BlueGreenDeployment? Deployments { get; }

    /// <summary>What watches, keeps records, and stops what nobody uses at night.</summary>
    public WebPlatformOperations Operations { get; }

    /// <summary>Makes the system.</summary>
    /// <param name="name">Logical name; the same in every stack, so that stacks can be compared.</param>
    /// <param name="context">The stack.</param>
    /// <param name="plan">The subnets, already checked.</param>
    /// <param name="settings">What the stack decides, already checked.</param>
    /// <param name="global">The provider of us-east-1.</param>
    /// <param name="options">The provider of the stack's own region.</param>
    public WebPlatform(
        string name,
        StackContext context,
        SubnetPlan plan,
        WebPlatformSettings settings,
        ProviderResource global,
        ComponentResourceOptions? options = null
    )
        : base("idp:system:WebPlatform", name, options)
    {
        var child = new ComponentResourceOptions { Parent = this };
        var parts = new WebPlatformArgs(context, plan, settings);

        Key = new EncryptionKey(name, parts.Key(), child);
        Network = new IdpNetwork(name, parts.Network(Key), child);
        Users = new CognitoPool(name, parts.Users(), child);
        Database = settings.Database.Enabled ? new PlatformDatabase(name, parts, Key, Network, child) : null;
        Parameters = new ConfigurationParameters(name, parts.Parameters(Key, Users, Database), child);

        Origin = new OriginSecret(name, settings.Cdn.OriginSecret.ToArgs(), child);
        var certificate = parts.Certificate() is { } args ? new Certificate(name, args, child) : null;
        Edge = new LoadBalancer(name, parts.Edge(Network, certificate, Origin), child);
        Front = new GlobalFront(name, parts.Front(Edge, Origin), new() { Parent = this, Providers = { global } });

        Images = new ContainerRepository(name, parts.Images(Key), child);
        Cluster = new Ec2CapacityCluster(name, parts.Cluster(Key, Network), child);
        var log = new ServiceLog(name, parts.Log(Key), child);
        if (settings.Service.Enabled)
        {
            var wiring = parts.Wiring(Key, Users, Parameters, Edge, Front, Images, Cluster, log);
            Service = new BridgeService(name, parts.Service(wiring), child);
            if (settings.Service.ToBlueGreen(context, wiring, Service) is { } deployments)
                Deployments = new BlueGreenDeployment(name, deployments, child);
        }
        else
            Log.Info(NextSteps, this);

        Operations = new WebPlatformOperations(name, parts, this, log, child);
        RegisterOutputs();
    }
}
