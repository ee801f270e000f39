using System.Collections.Immutable;
using Infra.Compute;
using Infra.Data;
using Infra.Edge;
using Infra.Identity;
using Infra.Mail;
using Infra.Network;
using Infra.Security;
using Infra.Settings;
using Infra.Settings.Neuraknot;
using Pulumi;

namespace Infra.Systems;

/// <summary>
/// System neuraknot, three services behind one load balancer: the API at <c>/api</c>, the frontend for all else, and a server for AI that only
/// the API reaches, by name. People sign in at a user pool, also through Google, LINE and X. Data is in one PostgreSQL.
/// </summary>
internal sealed class Neuraknot : ComponentResource
{
    // A service without an image never becomes steady, and a deployment would wait for it in vain.
    private const string NextSteps =
        "switched off: push the image to its repository, then set image and enabled: true in settings.services.";

    /// <summary>The key that encrypts everything.</summary>
    public EncryptionKey Key { get; }

    /// <summary>Where everything lives.</summary>
    public IdpNetwork Network { get; }

    /// <summary>The user of the database and its password.</summary>
    public MasterSecret Credentials { get; }

    /// <summary>Where data is.</summary>
    public TenantDatabase Database { get; }

    /// <summary>The domain that mail is from; nothing where the stack has none.</summary>
    public MailIdentity? Mail { get; }

    /// <summary>What other services gave us for sign-in.</summary>
    public JsonSecret OAuth { get; }

    /// <summary>The users.</summary>
    public CognitoPool Users { get; }

    /// <summary>The way in.</summary>
    public LoadBalancer Edge { get; }

    /// <summary>Where services run.</summary>
    public FargateCluster Cluster { get; }

    /// <summary>How services find each other; nothing where none calls another.</summary>
    public ServiceMesh? Mesh { get; }

    /// <summary>The services by name: each with its repository and log, and running once the stack switches it on.</summary>
    public ImmutableSortedDictionary<string, NeuraknotService> Services { get; }

    /// <summary>What watches, keeps records, and stops what nobody uses at night.</summary>
    public NeuraknotOperations Operations { get; }

    /// <summary>Makes the system.</summary>
    /// <param name="name">Logical name; the same in every stack, so that stacks can be compared.</param>
    /// <param name="context">The stack.</param>
    /// <param name="plan">The subnets, already checked.</param>
    /// <param name="settings">What the stack decides, already checked.</param>
    /// <param name="options">The provider.</param>
    public Neuraknot(
        string name,
        StackContext context,
        SubnetPlan plan,
        NeuraknotSettings settings,
        ComponentResourceOptions? options = null
    )
        : base("idp:system:Neuraknot", name, options)
    {
        var child = new ComponentResourceOptions { Parent = this };
        var parts = new NeuraknotArgs(context, plan, settings);

        Key = new EncryptionKey(name, parts.Key(), child);
        Network = new IdpNetwork(name, parts.Network(Key), child);
        Credentials = new MasterSecret(name, parts.Credentials(Key), child);
        Database = new TenantDatabase(name, parts.Database(Key, Network, Credentials), child);

        Mail = settings.Mail.Identity(context) is { } mail ? new MailIdentity(name, mail, child) : null;
        OAuth = new JsonSecret($"{name}-oauth", parts.OAuth(Key), child);
        Users = new CognitoPool(name, parts.Users(Mail), child);

        var certificate = parts.Certificate() is { } args ? new Certificate(name, args, child) : null;
        Edge = new LoadBalancer(name, parts.Edge(Network, certificate), child);
        Cluster = new FargateCluster(name, parts.Cluster(Key), child);
        Mesh = parts.Services.MeshPorts.IsEmpty ? null : new ServiceMesh(name, parts.Mesh(Network), child);
        Services = parts.Services.Rows.ToImmutableSortedDictionary(
            row => row.Name,
            row => new NeuraknotService(name, row, parts, this, child),
            StringComparer.Ordinal
        );
        foreach (var idle in Services.Where(service => service.Value.Running is null))
            Log.Info($"{idle.Key} is {NextSteps}{idle.Key}", this);

        Operations = new NeuraknotOperations(name, parts, this, child);
        RegisterOutputs();
    }
}
