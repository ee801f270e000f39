namespace Infra.Settings.Bootstrap;

/// <summary>What environments decide, in one place.</summary>
internal static class BootstrapDefaults
{
    /// <summary>The settings of a stack whose file says nothing. The state is kept alike everywhere: dev's is missed as much.</summary>
    public static BootstrapSettings For(StackEnvironment environment) =>
        new()
        {
            GitHub = new()
            {
                Environments = [Word.Of(environment)],
                // Stacks of dev are thrown away with what is in them.
                EmptyBuckets = environment == StackEnvironment.Dev,
            },
            Tags = new() { Owner = "platform-team", CostCenter = "platform" },
        };
}
