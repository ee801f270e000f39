using System.Collections.Immutable;
using Infra.Compute;
using Infra.Data;
using Infra.Edge;
using Infra.Identity;
using Infra.Mail;
using Infra.Network;
using Infra.Protection;
using Infra.Security;
using Infra.Settings;
using Infra.Settings.Compute;
using Infra.Settings.Data;
using Infra.Settings.Edge;
using Infra.Settings.Neuraknot;
using Pulumi;

namespace Infra.Systems;

/// <summary>Turns the settings of a stack, and what its other parts give, into the args of each part of neuraknot.</summary>
/// <param name="Context">The stack.</param>
/// <param name="Plan">The subnets.</param>
/// <param name="Settings">What the stack decides.</param>
internal sealed record NeuraknotArgs(StackContext Context, SubnetPlan Plan, NeuraknotSettings Settings)
{
    /// <summary>The application of people.</summary>
    public const string WebClient = "web";

    /// <summary>The services of this stack.</summary>
    public ServiceTable Services { get; } = Settings.Table;

    private bool Protect => Settings.Protect;

    /// <summary>The key, which knows every log group.</summary>
    public EncryptionKeyArgs Key()
    {
        var label = Context.Label;
        return Settings.Key.ToArgs(
            Context,
            // Literal, because the groups need the key before they can be made.
            [
                $"/ecs/{label.Prefix}-*",
                $"{label.LogGroup("ecs")}/*",
                $"{label.LogGroup("vpc")}/*",
                $"/aws/ecs/containerinsights/{label.Prefix}-*",
                $"/aws/rds/instance/{label.SmallPrefix}-*",
            ],
            Protect
        ) with
        {
            Services = ["ecr", "rds", "secretsmanager", "sns"],
            TrailArn = Settings.Audit.CloudTrail ? AuditDelivery.TrailArn(Context) : null,
        };
    }

    /// <summary>The network.</summary>
    public IdpNetworkArgs Network(EncryptionKey key) =>
        Settings.Network.ToArgs(
            Context,
            Plan,
            NeuraknotTraffic.Of(Services, Settings.Network.DualStack, endpoints: !Settings.Network.InterfaceEndpoints.IsEmpty),
            key.Arn,
            Protect
        ) with
        {
            NumbersSubnets = true, // public-1, private-2 in the source
        };

    /// <summary>The user of the database and its password.</summary>
    public MasterSecretArgs Credentials(EncryptionKey key) =>
        Settings.Database.ToSecretArgs(
            Context,
            Context.Label.Name("db-password"),
            key.Arn,
            Settings.Secrets.RecoveryDays,
            Protect
        );

    /// <summary>The database, beside the tasks unless the stack gives it subnets of its own.</summary>
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
                null
            )
        );

    /// <summary>What other services gave us for sign-in.</summary>
    public JsonSecretArgs OAuth(EncryptionKey key) =>
        Settings.Social.ToSecret(Context, key.Arn, Settings.Secrets.RecoveryDays, Protect);

    /// <summary>The users: they sign up by themselves, and sign in with a user name or an e-mail address, or through another service.</summary>
    public CognitoPoolArgs Users(MailIdentity? mail)
    {
        var users = Settings.Users;
        return new()
        {
            Context = Context,
            Name = Context.Label.Name("user-pool"),
            SignInName = SignInName.UserNameOrEmail,
            SelfSignUp = users.SelfSignUp,
            Password = users.Password.Policy,
            Mfa = users.Mfa,
            Threats = users.Threats,
            Passkeys = users.Passkeys.Passkeys(Settings.Host ?? ""), // where it is used and there is no host, the settings were refused
            Attributes = [new("email") { Required = true }, new("name"), new("picture")],
            Providers = Settings.Social.Providers(Context.Secrets),
            Clients = ImmutableSortedDictionary<string, PoolClient>.Empty.Add(
                WebClient,
                users.Client(Callbacks("/auth/callback"), Callbacks("/"))
            ),
            Domain = users.Pages.Domain(Context),
            Mail = mail is null ? null : Settings.Mail.Through(mail, Context.System),
            Logs = users.Logs.Logs,
            Protect = users.DeletionProtection,
        };
    }

    /// <summary>The certificate; nothing where the stack has no domain.</summary>
    public CertificateArgs? Certificate() =>
        HostSettings.Certificate(Context, Settings.Edge.Domain, Settings.Edge.HostedZoneId, Settings.Edge.CertificateArn);

    /// <summary>The load balancer, whose routes are those of the services.</summary>
    public LoadBalancerArgs Edge(IdpNetwork network, Certificate? certificate) =>
        new()
        {
            Context = Context,
            VpcId = network.VpcId,
            SubnetIds = network.SubnetIds[SubnetTier.Public].ToArray(),
            SecurityGroupId = network.SecurityGroupIds[SecurityRole.Alb],
            Domain = Settings.Edge.Domain,
            HostedZoneId = Settings.Edge.HostedZoneId,
            CertificateArn = certificate is null ? null : (Input<string>)certificate.Arn,
            AcceptPlainHttp = Settings.Edge.AcceptPlainHttp,
            TlsPolicy = Settings.Edge.TlsPolicy,
            IdleTimeoutSeconds = Settings.Edge.IdleTimeoutSeconds,
            DualStack = Settings.Network.DualStack,
            Services = RoutingTable.Of(Services, Settings.Edge.DeregistrationSeconds),
            LogRetentionDays = Settings.Edge.LogRetentionDays,
            Protect = Protect,
        };

    /// <summary>The cluster.</summary>
    public FargateClusterArgs Cluster(EncryptionKey key) =>
        new()
        {
            Context = Context,
            KeyArn = key.Arn,
            Insights = Settings.Cluster.Insights,
            LogRetentionDays = Settings.Cluster.LogRetentionDays,
        };

    /// <summary>How services find each other.</summary>
    public ServiceMeshArgs Mesh(IdpNetwork network) =>
        new()
        {
            Context = Context,
            VpcId = network.VpcId,
            Ports = Services.MeshPorts,
            Mode = Settings.Mesh.By,
        };

    /// <summary>The repository of a service.</summary>
    public ContainerRepositoryArgs Repository(EncryptionKey key, ServiceRow row) =>
        new()
        {
            Context = Context,
            KeyArn = key.Arn,
            Role = row.Name,
            Protect = Protect,
        };

    /// <summary>A service: what it is told, what it is given, and where others find it.</summary>
    public FargateServiceArgs Service(
        ServiceRow row,
        Neuraknot system,
        ContainerRepository images,
        ServiceLog log,
        ServiceTarget? target
    )
    {
        var settings = Settings.Services[row.Name];
        var wiring = new ContainerServiceWiring(
            ImageReference.In(images.Url, settings.Image) ?? "",
            system.Cluster.ClusterName,
            system.Cluster.Arn,
            system.Cluster.ExecLogGroup,
            [.. system.Network.SubnetIds[SubnetTier.App].Select(id => (Input<string>)id)],
            system.Network.SecurityGroupIds[SecurityRole.App],
            log.Name,
            system.Key.Arn
        )
        {
            Target = target,
            Environment = NeuraknotVariables.Plain(row, this, system),
            Secrets = NeuraknotVariables.Secret(row, system),
            Rights = row.Has(ServiceGrant.UserRights)
                ? system.Users.PoolArn.Apply(arn => PoolRights.Of(arn).ToImmutableArray())
                : null,
        };
        var service = settings.ToArgs(Context, row, wiring);
        return system.Mesh?.Join(row.Name, service, row.Size) ?? service;
    }

    private ImmutableArray<string> Callbacks(string path) =>
        [
            .. Settings.FrontendUrl is { } elsewhere ? [$"{elsewhere}{path}"]
            : Settings.Edge.Domain is { } domain ? [$"https://{domain}{path}"]
            : Array.Empty<string>(),
            .. Settings.Users.Web.Localhost ? [$"http://localhost:3000{path}"] : Array.Empty<string>(),
        ];
}
