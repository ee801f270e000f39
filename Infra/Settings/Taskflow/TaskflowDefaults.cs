using Infra.Identity;

namespace Infra.Settings.Taskflow;

/// <summary>What system and environments decide, in one place.</summary>
internal static class TaskflowDefaults
{
    /// <summary>The settings of a stack whose file says nothing.</summary>
    public static TaskflowSettings For(StackEnvironment environment) =>
        environment switch
        {
            StackEnvironment.Dev => Dev,
            StackEnvironment.Staging => Staging,
            _ => Prod,
        };

    private static TaskflowSettings Prod =>
        new()
        {
            Users = new()
            {
                SelfSignUp = true,
                Mfa = PoolMfa.Optional, // required would exclude passkeys
                Password = new() { TemporaryDays = 3 },
                Tokens = new()
                {
                    AccessMinutes = 30,
                    IdMinutes = 30,
                    RefreshDays = 7,
                },
                Passkeys = new() { Enabled = true },
            },
            Mail = new() { SenderName = "TaskFlow" },
            Function = new() { Artifact = new() { BuildCommand = "npm run build:lambda" } },
            Alerts = new() { WarningsApart = false },
            Tags = new() { Owner = "taskflow-team", CostCenter = "taskflow" },
        };

    // Like production, so that what passes here passes there; nothing is kept warm at night.
    private static TaskflowSettings Staging => Prod with { Function = Prod.Function with { ProvisionedConcurrency = 0 } };

    // Cheap, and gone without a trace.
    private static TaskflowSettings Dev =>
        Prod with
        {
            Protect = false,
            Key = new() { DeletionDays = 7 },
            Cdn = new() { LogRetentionDays = 7 },
            Waf = new() { LogRetentionDays = 7 },
            Users = Prod.Users with
            {
                DeletionProtection = false,
                Logs = new() { RetentionDays = 7 },
            },
            Function = Prod.Function with { ProvisionedConcurrency = 0, LogRetentionDays = 7 },
            Api = new() { LogRetentionDays = 7 },
            Table = new() { RecoveryDays = 7 },
            Content = new() { NoncurrentDays = 7, TransitionDays = 0 },
        };
}
