using Infra.Network;
using Infra.Security;
using Infra.Settings;
using Infra.Settings.IdpServer;
using Pulumi;

namespace Infra.Systems;

/// <summary>System idp-server, the identity provider: read from top to bottom it is the architecture.</summary>
internal sealed class IdpServer : ComponentResource
{
    /// <summary>The key that encrypts everything below.</summary>
    public EncryptionKey Key { get; }

    /// <summary>Where everything lives.</summary>
    public IdpNetwork Network { get; }

    /// <summary>What the application must know and nobody else may.</summary>
    public SecretStore Secrets { get; }

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
        var label = context.Label;

        Key = new EncryptionKey(
            name,
            new()
            {
                Context = context,
                LogGroups = [label.LogGroup("ecs"), $"{label.LogGroup("ecs")}/*", $"{label.LogGroup("vpc")}/*"],
                MoreAliases = ["rds-key"], // the database has an alias of its own for the same key
                DeletionDays = settings.Key.DeletionDays,
                RotationDays = settings.Key.RotationDays,
                Protect = settings.Protect,
            },
            child
        );

        Network = new IdpNetwork(
            name,
            new()
            {
                Context = context,
                Plan = plan,
                KeyArn = Key.Arn,
                NatGateways = settings.Network.NatGateways,
                ImagesInEcr = settings.Network.ImagesInEcr,
                InterfaceEndpoints = settings.Network.InterfaceEndpoints,
                NetworkAcl = settings.Network.NetworkAcl,
                DualStack = settings.Network.DualStack,
                FlowLogRetentionDays = settings.Network.FlowLogs.RetentionDays,
                FlowLogAggregationSeconds = settings.Network.FlowLogs.AggregationSeconds,
                Protect = settings.Protect,
            },
            child
        );

        var isGenerated = settings.Database.MasterPassword == MasterPassword.Generated;
        Secrets = new SecretStore(
            name,
            new()
            {
                Context = context,
                KeyArn = Key.Arn,
                MasterPasswordVersion = isGenerated ? settings.Database.MasterPasswordVersion : null,
                RecoveryDays = settings.Secrets.RecoveryDays,
                Protect = settings.Protect,
            },
            child
        );

        RegisterOutputs();
    }
}
