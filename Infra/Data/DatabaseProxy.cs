using System.Collections.Immutable;
using Infra.Policies;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Rds;
using Pulumi.Aws.Rds.Inputs;

namespace Infra.Data;

/// <summary>
/// Shares a few connections to a PostgreSQL database among many short-lived clients, and holds those of clients while the standby takes over.
/// Clients sign in by IAM over TLS and know no password.
/// </summary>
internal sealed class DatabaseProxy : ComponentResource
{
    private readonly DatabaseProxyArgs _args;

    /// <summary>The host name that applications connect to, at <see cref="TenantDatabase.Port"/>.</summary>
    [Output("endpoint")]
    public Output<string> Endpoint { get; }

    /// <summary>The ARN, the last part of which is the id that policies name.</summary>
    public Output<string> Arn { get; }

    /// <summary>What RDS and CloudWatch call it, known before anything is deployed.</summary>
    public string ProxyName { get; }

    /// <summary>Whom applications sign in as.</summary>
    public string User => _args.User;

    /// <summary>The connections that it may open.</summary>
    public int Connections => _args.Share.Connections;

    /// <summary>Makes the proxy.</summary>
    public DatabaseProxy(string name, DatabaseProxyArgs args, ComponentResourceOptions? options = null)
        : base("idp:data:DatabaseProxy", name, options)
    {
        args.Validate().ThrowIfAny(this);
        _args = args;
        var label = args.Context.Label;
        var (role, child) = (args.Role, new CustomResourceOptions { Parent = this });
        ProxyName = label.Database(role);

        // RDS would make this group itself: unencrypted, and kept for ever.
        var log = new LogGroup(
            $"{name}-{role}-log",
            new()
            {
                Name = $"/aws/rds/proxy/{ProxyName}",
                RetentionInDays = args.LogRetentionDays,
                KmsKeyId = args.KeyArn,
                Tags = label.NameTag($"{role}-log"),
            },
            child
        );
        var proxy = new Proxy(
            $"{name}-{role}",
            new()
            {
                Name = ProxyName,
                EngineFamily = "POSTGRESQL",
                RequireTls = true,
                IdleClientTimeout = args.IdleClientSeconds,
                RoleArn = new ProxyRole($"{name}-{role}-role", args, new() { Parent = this }).Arn,
                DefaultAuthScheme = args.Auth == ProxyAuth.Iam ? "IAM_AUTH" : "NONE",
                Auths = Auths(args),
                VpcSubnetIds = args.SubnetIds.ToArray(),
                VpcSecurityGroupIds = [args.SecurityGroupId],
                Tags = label.NameTag(role),
            },
            new() { Parent = this, DependsOn = { log } }
        );
        var pool = new ProxyDefaultTargetGroup(
            $"{name}-{role}-pool",
            new()
            {
                DbProxyName = proxy.Name,
                ConnectionPoolConfig = new ProxyDefaultTargetGroupConnectionPoolConfigArgs
                {
                    MaxConnectionsPercent = args.Share.Percent,
                    MaxIdleConnectionsPercent = args.Share.IdlePercent,
                    ConnectionBorrowTimeout = args.BorrowSeconds,
                },
            },
            child
        );
        _ = new ProxyTarget(
            $"{name}-{role}-target",
            new()
            {
                DbProxyName = proxy.Name,
                TargetGroupName = pool.Name,
                DbInstanceIdentifier = args.DatabaseIdentifier,
            },
            child
        );

        Log.Info(args.Share.Sum, this);
        (Endpoint, Arn) = (proxy.Endpoint, proxy.Arn);
        RegisterOutputs(new Dictionary<string, object?> { ["endpoint"] = Endpoint });
    }

    /// <summary>What an application needs to sign in: this user through this proxy, nothing else.</summary>
    public Output<ImmutableArray<Statement>> ConnectRights() =>
        Arn.Apply(arn =>
            ImmutableArray.Create(
                new Statement("ConnectToDatabase")
                {
                    Actions = ["rds-db:connect"],
                    Resources = [_args.Context.Arn("rds-db", $"dbuser:{arn[(arn.LastIndexOf(':') + 1)..]}/{_args.User}")],
                }
            )
        );

    private static List<ProxyAuthArgs> Auths(DatabaseProxyArgs args) =>
        args is { Auth: ProxyAuth.Secret, SecretArn: { } secret }
            ?
            [
                new()
                {
                    AuthScheme = "SECRETS",
                    // Clients bring a token of IAM; the password of the secret is for the proxy alone.
                    IamAuth = "REQUIRED",
                    SecretArn = secret,
                    Description = $"Signs in as {args.User}",
                },
            ]
            : [];
}
