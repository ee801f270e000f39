using System.Collections.Immutable;
using Infra.Application;
using Infra.Cache;
using Infra.Compute;
using Infra.Data;
using Infra.Edge;
using Infra.Network;
using Infra.Protection;
using Infra.Security;
using Infra.Settings;
using Infra.Settings.Data;
using Infra.Settings.Edge;
using Infra.Settings.IdpServer;
using Infra.Settings.Network;
using Infra.Settings.Observability;
using Infra.Settings.Protection;
using Infra.Settings.Security;
using Pulumi;

namespace Infra.Systems;

/// <summary>Turns the settings of a stack, and what its other parts give, into the args of each part of idp-server.</summary>
/// <param name="Context">The stack.</param>
/// <param name="Plan">The subnets.</param>
/// <param name="Settings">What the stack decides.</param>
internal sealed record IdpServerArgs(StackContext Context, SubnetPlan Plan, IdpServerSettings Settings)
{
    private bool Protect => Settings.Protect;

    /// <summary>The key, which knows every log group of the system.</summary>
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
                $"{label.LogGroup("elasticache")}/*",
                label.WafLogGroup,
            ],
            Protect
        ) with
        {
            TrailArn = Settings.Audit.CloudTrail ? AuditDelivery.TrailArn(Context) : null,
            MoreAliases = ["rds-key"], // the database has an alias of its own for the same key
        };
    }

    /// <summary>The network.</summary>
    public IdpNetworkArgs Network(EncryptionKey key) =>
        Settings.Network.ToArgs(
            Context,
            Plan,
            IdpServerTraffic.Of(Settings.Network.DualStack, endpoints: !Settings.Network.InterfaceEndpoints.IsEmpty),
            key.Arn,
            Protect
        );

    /// <summary>The secrets, the master password of the database among them where RDS does not keep it.</summary>
    public SecretStoreArgs Secrets(EncryptionKey key) =>
        new()
        {
            Context = Context,
            KeyArn = key.Arn,
            MasterPasswordVersion =
                Settings.Database.MasterPassword == MasterPassword.Generated ? Settings.Database.MasterPasswordVersion : null,
            DatabaseUsersVersion = Settings.Secrets.DatabaseUsersVersion,
            RedisTokenVersion = Settings.Secrets.RedisTokenVersion,
            RecoveryDays = Settings.Secrets.RecoveryDays,
            Protect = Protect,
        };

    /// <summary>The database, in subnets without a way out.</summary>
    public TenantDatabaseArgs Database(EncryptionKey key, IdpNetwork network, SecretStore secrets) =>
        Settings.Database.ToArgs(
            Context,
            Settings.Network.Zones,
            Protect,
            new(
                [.. network.SubnetIds[SubnetTier.Db].Select(id => (Input<string>)id)],
                network.SecurityGroupIds[SecurityRole.Db],
                key.Arn,
                secrets.MasterPassword,
                Settings.Backup.Enabled ? Settings.Backup.TagValue : null
            )
        );

    /// <summary>The cache, in the same subnets.</summary>
    public RedisClusterArgs Cache(EncryptionKey key, IdpNetwork network, SecretStore secrets) =>
        new()
        {
            Context = Context,
            SubnetIds = network.SubnetIds[SubnetTier.Db].ToArray(),
            SecurityGroupId = network.SecurityGroupIds[SecurityRole.Redis],
            KeyArn = key.Arn,
            AuthToken = secrets.RedisAuthToken,
            Engine = Settings.Redis.Engine,
            EngineVersion = Settings.Redis.EngineVersion,
            NodeType = Settings.Redis.NodeType,
            Nodes = Settings.Redis.Nodes,
            Failover = Settings.Redis.Failover,
            MultiAz = Settings.Redis.MultiAz,
            MaxmemoryPolicy = Settings.Redis.MaxmemoryPolicy,
            SnapshotDays = Settings.Redis.SnapshotDays,
            SnapshotWindow = Settings.Redis.SnapshotWindow,
            MaintenanceWindow = Settings.Redis.MaintenanceWindow,
            LogRetentionDays = Settings.Redis.LogRetentionDays,
            ApplyImmediately = Settings.Redis.ApplyImmediately,
            Protect = Protect,
        };

    /// <summary>The certificate; nothing where the stack has no domain.</summary>
    public CertificateArgs? Certificate() =>
        HostSettings.Certificate(Context, Settings.Edge.Domain, Settings.Edge.HostedZoneId, Settings.Edge.CertificateArn);

    /// <summary>The load balancer, which asks the application for its health.</summary>
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
            TlsPolicy = Settings.Edge.TlsPolicy,
            DesyncMode = Settings.Edge.DesyncMode,
            IdleTimeoutSeconds = Settings.Edge.IdleTimeoutSeconds,
            DualStack = Settings.Network.DualStack,
            TargetPort = IdpApplication.Port,
            HealthPath = IdpApplication.HealthPath,
            DeregistrationSeconds = Settings.Edge.DeregistrationSeconds,
            SlowStartSeconds = Settings.Edge.SlowStartSeconds,
            BlueGreen = Settings.Service.Deployment.Strategy == DeploymentStrategy.BlueGreen,
            LogRetentionDays = Settings.Edge.LogRetentionDays,
            ConnectionLogs = Settings.Edge.ConnectionLogs,
            Protect = Protect,
        };

    /// <summary>The firewall before it.</summary>
    public WebAclArgs Firewall(EncryptionKey key, LoadBalancer edge) =>
        new()
        {
            Context = Context,
            LoadBalancerArn = edge.Arn,
            KeyArn = key.Arn,
            CountedRules = Settings.Waf.CountedRules,
            RequestsPerIp = Settings.Waf.RequestsPerIp,
            AuthRequestsPerIp = Settings.Waf.AuthRequestsPerIp,
            AuthPaths = Settings.Waf.AuthPaths,
            LogRetentionDays = Settings.Waf.LogRetentionDays,
        };

    /// <summary>A repository of images; without a role that of the application.</summary>
    public ContainerRepositoryArgs Repository(EncryptionKey key, string? role) =>
        new()
        {
            Context = Context,
            KeyArn = key.Arn,
            Role = role,
            Protect = Protect,
        };

    /// <summary>The cluster.</summary>
    public FargateClusterArgs Cluster(EncryptionKey key) =>
        new()
        {
            Context = Context,
            KeyArn = key.Arn,
            Capacity = Settings.Service.Capacity.ToShares(),
            LogRetentionDays = Settings.Service.LogRetentionDays,
        };

    /// <summary>The application's log.</summary>
    public ServiceLogArgs Log(EncryptionKey key) =>
        new()
        {
            Context = Context,
            KeyArn = key.Arn,
            RetentionDays = Settings.Service.LogRetentionDays,
        };

    /// <summary>The jobs of the database; who is master is told to bootstrap only.</summary>
    public DatabaseJobsArgs Jobs(EncryptionKey key, SecretStore secrets, TenantDatabase database, IdpServerImages images) =>
        new()
        {
            Context = Context,
            Image = ImageReference.In(images.Database.Url, Settings.Jobs.Image),
            MigrationImage = ImageReference.In(images.Migration.Url, Settings.Jobs.MigrationImage),
            Host = database.Address,
            MasterSecretArn = database.ManagedSecretArn ?? secrets.Arns["db-master"],
            UsersSecretArn = secrets.Arns["db-credentials"],
            KeyArn = key.Arn,
            LogRetentionDays = Settings.Service.LogRetentionDays,
            Architecture = Settings.Service.Architecture,
            MinimumTables = Settings.Jobs.MinimumTables,
        };

    /// <summary>The service: the application, the proxy that speaks TLS for it, and what traces it.</summary>
    public FargateServiceArgs Service(
        EncryptionKey key,
        IdpNetwork network,
        SecretStore secrets,
        TenantDatabase database,
        RedisCluster cache,
        IdpServerImages images,
        FargateCluster cluster,
        LoadBalancer edge,
        ServiceLog log
    )
    {
        var service = Settings.Service;
        var tracing = Tracing.Of(service.Tracing, IdpApplication.Name, Context.Region, service.TracingPercent);
        ImmutableArray<Container> beside =
            Settings.Redis.Tls == RedisTls.Sidecar
                ?
                [
                    RedisProxyContainer.Of(Settings.Redis.ProxyImage, cache.PrimaryEndpoint, secrets.Arns["redis-auth"]),
                    .. tracing.Containers,
                ]
                : tracing.Containers;
        var application = IdpApplication.Container(
            new()
            {
                Image = ImageReference.In(images.Application.Url, service.Image) ?? "",
                Settings = service,
                ServerUrl = edge.Url,
                IsSecure = Settings.Edge.IsSecure,
                WriterHost = database.Address,
                ReaderHosts = database.ReplicaAddresses,
                RedisHost = Settings.Redis.Tls == RedisTls.Sidecar ? (Input<string>)RedisTlsProxy.Host : cache.PrimaryEndpoint,
                RedisPort = RedisCluster.Port,
                ApiSecretArn = secrets.Arns["api-credentials"],
                DatabaseSecretArn = secrets.Arns["db-credentials"],
                RedisSecretArn = secrets.Arns["redis-auth"],
                Tracing = tracing,
                Sidecars = beside,
                // Started after the proxy, and stopped before it: the last requests still find their sessions.
                DependsOn = Settings.Redis.Tls == RedisTls.Sidecar ? [new(RedisTlsProxy.Name, "HEALTHY")] : [],
            }
        );
        return new()
        {
            Context = Context,
            ClusterName = cluster.ClusterName,
            ClusterArn = cluster.Arn,
            Size = new(service.Cpu, service.MemoryMiB),
            Architecture = service.Architecture,
            Containers = [application, .. beside],
            SubnetIds = [.. network.SubnetIds[SubnetTier.App].Select(id => (Input<string>)id)],
            SecurityGroupId = network.SecurityGroupIds[SecurityRole.App],
            LogGroup = log.Name,
            KeyArn = key.Arn,
            Target = edge.TargetOf(IdpApplication.Name, IdpApplication.Port),
            Scaling = service.Scaling.ToScaling(),
            Deployment = service.Deployment.ToDeployment(),
            Capacity = service.Capacity.ToShares(),
            GracePeriodSeconds = service.GracePeriodSeconds,
            Exec = service.Exec,
            ExecLogGroup = cluster.ExecLogGroup,
            Statements = tracing.Statements,
        };
    }
}
