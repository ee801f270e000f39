using System.Text.Json.Nodes;
using Infra.Settings;
using Pulumi;
using Pulumi.Aws.CloudWatch;

namespace Infra.Protection;

/// <summary>
/// Tells a topic of backups and copies that failed. By an event rule: the provider has no notifications of vaults, and those do not tell of
/// jobs that never began.
/// </summary>
internal sealed class FailureNotice : ComponentResource
{
    internal FailureNotice(
        string name,
        Output<string> topicArn,
        StackContext context,
        Output<string> vaultName,
        ComponentResourceOptions options
    )
        : base("idp:protection:FailureNotice", $"{name}-backup-failures", options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var rule = new EventRule(
            $"{name}-backup-failed",
            new()
            {
                Name = context.Label.Name("backup-failed"),
                Description = "Backups and copies that failed",
                EventPattern = vaultName.Apply(Pattern),
                Tags = context.Label.NameTag("backup-failed"),
            },
            child
        );
        _ = new EventTarget($"{name}-backup-failed-tell", new() { Rule = rule.Name, Arn = topicArn }, child);
        RegisterOutputs();
    }

    private static string Pattern(string vaultName) =>
        new JsonObject
        {
            ["source"] = new JsonArray("aws.backup"),
            ["detail-type"] = new JsonArray("Backup Job State Change", "Copy Job State Change"),
            ["detail"] = new JsonObject
            {
                ["state"] = new JsonArray("ABORTED", "EXPIRED", "FAILED", "PARTIAL"),
                // A backup names its vault, a copy the ARN of the vault that it comes from.
                ["$or"] = new JsonArray(
                    new JsonObject { ["backupVaultName"] = new JsonArray(vaultName) },
                    new JsonObject
                    {
                        ["sourceBackupVaultArn"] = new JsonArray(new JsonObject { ["suffix"] = $":backup-vault:{vaultName}" }),
                    }
                ),
            },
        }.ToJsonString();
}
