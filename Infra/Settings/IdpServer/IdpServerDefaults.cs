namespace Infra.Settings.IdpServer;

/// <summary>What each environment changes, in one place. Production is what <see cref="IdpServerSettings"/> says.</summary>
internal static class IdpServerDefaults
{
    /// <summary>The settings of a stack whose file says nothing.</summary>
    public static IdpServerSettings For(StackEnvironment environment) =>
        environment switch
        {
            StackEnvironment.Dev => Dev,
            StackEnvironment.Staging => Staging,
            _ => new(),
        };

    // Cheap, and gone without a trace: what is deleted must not block its name.
    private static IdpServerSettings Dev =>
        new()
        {
            Protect = false,
            Network = new()
            {
                NatGateways = Infra.Network.NatGateways.Single,
                InterfaceEndpoints = [],
                FlowLogs = new() { RetentionDays = 7, AggregationSeconds = 600 },
            },
            Key = new() { DeletionDays = 7 },
            Secrets = new() { RecoveryDays = 0 },
            Database = new() { ReadReplicas = 0, MasterPassword = MasterPassword.Managed },
        };

    // The shape of production, so that what passes here passes there; only what grows with time is smaller.
    private static IdpServerSettings Staging =>
        new()
        {
            Network = new() { FlowLogs = new() { RetentionDays = 14 } },
            Secrets = new() { RecoveryDays = 7 },
        };
}
