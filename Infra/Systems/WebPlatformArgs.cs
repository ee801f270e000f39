using System.Collections.Immutable;
using Infra.Compute;
using Infra.Configuration;
using Infra.Data;
using Infra.Edge;
using Infra.Identity;
using Infra.Network;
using Infra.Protection;
using Infra.Security;
using Infra.Settings;
using Infra.Settings.Compute;
using Infra.Settings.WebPlatform;
using Pulumi;

namespace Infra.Systems;

/// <summary>Turns the settings of a stack, and what its other parts give, into the args of each part of web-platform.</summary>
/// <param name="Context">The stack.</param>
/// <param name="Plan">The subnets.</param>
/// <param name="Settings">What the stack decides.</param>
internal sealed record WebPlatformArgs(StackContext Context, SubnetPlan Plan, WebPlatformSettings Settings)
{
    /// <summary>The application of people.</summary>
    public const string WebClient = "web";

    /// <summary>The application of other machines.</summary>
    public const string MachineClient = "m2m";

    private const string Api = "api";

    private bool Protect => Settings.Protect;

    /// <summary>The key, which knows every log group of the stack's own region.</summary>
    public EncryptionKeyArgs Key()
    {
        var label = Context.Label;
        return Settings.Key.ToArgs(
            Context,
            // Literal, because the groups need the key before they can be made.
            [
                label.LogGroup("ecs"),
                $"{label.LogGroup("ecs")}/*",
                $"{label.LogGroup("vpc")}/*",
                $"/aws/ecs/containerinsights/{label.Prefix}-*",
                $"/aws/rds/instance/{label.Prefix}-*",
            ],
            Protect
        ) with
        {
            Services = Settings.Database.Enabled ? ["ecr", "rds", "sns", "ssm"] : ["ecr", "sns", "ssm"],
            Statements = InstanceKeyAccess.Statements(Context),
            TrailArn = Settings.Audit.CloudTrail ? AuditDelivery.TrailArn(Context) : null,
        };
    }

    /// <summary>The network.</summary>
    public IdpNetworkArgs Network(EncryptionKey key) =>
        Settings.Network.ToArgs(
            Context,
            Plan,
            WebPlatformTraffic.Of(
                Settings.Network.DualStack,
                endpoints: !Settings.Network.InterfaceEndpoints.IsEmpty,
                database: Settings.Database.Enabled
            ),
            key.Arn,
            Protect
        ) with
        {
            OnInstances = true,
        };

    /// <summary>The users: people in two groups who sign in by a browser, and machines that ask for tokens in their own name.</summary>
    public CognitoPoolArgs Users()
    {
        var users = Settings.Users;
        var api = new PoolResourceServer
        {
            Identifier = Api,
            Scopes = ImmutableSortedDictionary<string, string>
                .Empty.Add("read", "Read through the API")
                .Add("write", "Change through the API"),
        };
        return new()
        {
            Context = Context,
            SelfSignUp = users.SelfSignUp,
            Password = users.Password.Policy,
            Mfa = users.Mfa,
            Threats = users.Threats,
            Passkeys = Settings.Cdn.Domain is { } host ? users.Passkeys.Passkeys(host) : null,
            Groups = ImmutableSortedDictionary<string, PoolGroup>
                .Empty.Add("admin", new(1, "Administrators"))
                .Add("user", new(10, "Standard users")),
            Clients = ImmutableSortedDictionary<string, PoolClient>
                .Empty.Add(WebClient, users.Client(Callbacks(), Logouts()))
                .Add(MachineClient, new MachineClient { Scopes = [.. api.FullScopes], Tokens = users.Tokens.Lifetimes }),
            ResourceServers = ImmutableSortedDictionary<string, PoolResourceServer>.Empty.Add(Api, api),
            Domain = users.Pages.Domain(Context),
            Logs = users.ThreatProtection == ThreatProtection.Off ? null : users.Logs.Logs,
            Protect = users.DeletionProtection,
        };
    }

    /// <summary>What the application reads when it starts.</summary>
    public ConfigurationParametersArgs Parameters(EncryptionKey key, CognitoPool users, PlatformDatabase? database) =>
        new()
        {
            Context = Context,
            KeyArn = key.Arn,
            Parameters =
            [
                .. PlatformParameters.App(Word.Of(Context.Environment), Word.Of(Settings.Service.LogLevel)),
                .. PlatformParameters.Cognito(
                    users.PoolId,
                    users.ClientIds[WebClient],
                    users.ClientIds[MachineClient],
                    users.ClientSecrets[MachineClient]
                ),
                .. database is null
                    ? []
                    : PlatformParameters.Database(
                        database.Instance.Address,
                        TenantDatabase.Port,
                        Settings.Database.Name,
                        Settings.Database.Username,
                        database.Password
                    ),
            ],
        };

    /// <summary>The certificate of the load balancer; nothing where the stack has no domain.</summary>
    public CertificateArgs? Certificate() =>
        Settings.Cdn.OriginHost is { } host
            ? new()
            {
                Context = Context,
                Domain = host,
                // The CDN hands on the host that people use, and the certificate must have that one too.
                AlternativeNames = Settings.Edge.CertificateArn is null ? [Settings.Cdn.Domain!] : [],
                HostedZoneId = Settings.Cdn.HostedZoneId,
                GivenArn = Settings.Edge.CertificateArn,
            }
            : null;

    /// <summary>The load balancer, which serves nobody but the CDN.</summary>
    public LoadBalancerArgs Edge(IdpNetwork network, Certificate? certificate, OriginSecret origin) =>
        new()
        {
            Context = Context,
            VpcId = network.VpcId,
            SubnetIds = network.SubnetIds[SubnetTier.Public].ToArray(),
            SecurityGroupId = network.SecurityGroupIds[SecurityRole.Alb],
            Domain = Settings.Cdn.OriginHost,
            HostedZoneId = Settings.Cdn.HostedZoneId,
            CertificateArn = certificate is null ? null : (Input<string>)certificate.Arn,
            OriginHeaders = origin.Accepted,
            TlsPolicy = Settings.Edge.TlsPolicy,
            IdleTimeoutSeconds = Settings.Edge.IdleTimeoutSeconds,
            DualStack = Settings.Network.DualStack,
            Targets = TargetKind.Instance,
            TargetPort = Settings.Service.Port,
            HealthPath = Settings.Service.HealthPath,
            DeregistrationSeconds = Settings.Edge.DeregistrationSeconds,
            CodeDeploy = Settings.Service.Deployment.By == Deployer.Codedeploy,
            LogRetentionDays = Settings.Edge.LogRetentionDays,
            Protect = Protect,
        };

    /// <summary>What stands before the load balancer, in us-east-1.</summary>
    public GlobalFrontArgs Front(LoadBalancer edge, OriginSecret origin)
    {
        const string Id = "alb";
        var host = Settings.Cdn.OriginHost is { } known ? Output.Create(known) : edge.DnsName;
        var kind = Settings.Cdn.OriginHost is null ? CdnOriginKind.Http : CdnOriginKind.Https;
        return new()
        {
            Context = Context,
            Cdn = Settings.Cdn,
            Waf = Settings.Waf,
            Key = Settings.Key,
            Alerts = Settings.Alerts.WithoutSlack,
            Alarms = Settings.Alarms.Switches,
            CdnAlarms = Settings.Alarms.Cdn,
            WafAlarms = Settings.Alarms.Waf,
            Origins = [new(Id, kind, host) { Header = origin.Sent, AcceptedBy = edge.ServingArn }],
            Behaviours =
            [
                // Files whose names change with what is in them, as Next.js makes them.
                new("/_next/static/*", Id) { Cache = CdnCachePolicy.Optimized, Methods = CdnMethods.Read },
                new(CdnBehaviour.Everything, Id) { Methods = CdnMethods.All, Forward = CdnRequestPolicy.AllViewer },
            ],
            Protect = Protect,
        };
    }

    /// <summary>The repository of images.</summary>
    public ContainerRepositoryArgs Images(EncryptionKey key) =>
        new()
        {
            Context = Context,
            KeyArn = key.Arn,
            Protect = Protect,
        };

    /// <summary>The instances.</summary>
    public Ec2CapacityClusterArgs Cluster(EncryptionKey key, IdpNetwork network) =>
        Settings.Instances.ToArgs(
            Context,
            Settings.Service.LogRetentionDays,
            Protect,
            new(
                [.. network.SubnetIds[SubnetTier.App].Select(id => (Input<string>)id)],
                network.SecurityGroupIds[SecurityRole.App],
                key.Arn,
                Settings.Tags.For(Context)
            )
        );

    /// <summary>The application's log.</summary>
    public ServiceLogArgs Log(EncryptionKey key) =>
        new()
        {
            Context = Context,
            KeyArn = key.Arn,
            RetentionDays = Settings.Service.LogRetentionDays,
        };

    /// <summary>What other parts give to the service.</summary>
    public PlatformServiceWiring Wiring(
        EncryptionKey key,
        CognitoPool users,
        ConfigurationParameters parameters,
        LoadBalancer edge,
        GlobalFront front,
        ContainerRepository images,
        Ec2CapacityCluster cluster,
        ServiceLog log
    ) =>
        new(
            ImageReference.In(images.Url, Settings.Service.Image) ?? "",
            cluster.ClusterName,
            cluster.Arn,
            cluster.Capacity,
            cluster.ExecLogGroup,
            log.Name,
            key.Arn,
            edge.TargetOf(PlatformServiceSettings.ContainerName, Settings.Service.Port)
        )
        {
            Environment = PlatformVariables.Plain(Context, Settings, users, parameters, front),
            Secrets = PlatformVariables.Of(parameters.Arns),
        };

    /// <summary>The service. It may read its parameters by itself too, as the source's application does.</summary>
    public BridgeServiceArgs Service(PlatformServiceWiring wiring) =>
        Settings.Service.ToArgs(Context, wiring) with
        {
            ReadsParameters = true,
        };

    private ImmutableArray<string> Callbacks() =>
        [
            .. Settings.Cdn.Domain is { } domain ? [$"https://{domain}/auth/callback"] : Array.Empty<string>(),
            .. Settings.Users.Web.Localhost ? ["http://localhost:3000/auth/callback"] : Array.Empty<string>(),
        ];

    private ImmutableArray<string> Logouts() =>
        [
            .. Settings.Cdn.Domain is { } domain ? [$"https://{domain}/"] : Array.Empty<string>(),
            .. Settings.Users.Web.Localhost ? ["http://localhost:3000"] : Array.Empty<string>(),
        ];
}
