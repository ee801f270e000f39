using Infra.Settings;

namespace Infra.Systems;

/// <summary>What a stack of bootstrap hands out: what to put where so that all other stacks of the account find their state. Nothing secret.</summary>
internal static class BootstrapOutputs
{
    /// <summary>The outputs.</summary>
    public static IDictionary<string, object?> Of(StackContext context, Bootstrap system) =>
        new Dictionary<string, object?>
        {
            ["accountId"] = context.AccountId,
            ["region"] = context.Region,
            ["backendUrl"] = system.State.BackendUrl,
            ["secretsProvider"] = system.State.SecretsProvider,
            ["stateBucket"] = system.State.Name,
            ["stateKeyArn"] = system.State.KeyArn,
            ["deployRoleArns"] = system.GitHub?.DeployRoleArns.ToDictionary(role => role.Key, role => (object?)role.Value),
            ["previewRoleArn"] = system.GitHub?.PreviewRoleArn,
        };
}
