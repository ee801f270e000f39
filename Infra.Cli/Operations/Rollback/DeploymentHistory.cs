using System.Text.Json;
using Infra.Cli.Operations.Calls;
using Infra.Cli.Operations.Parts;
using Infra.Cli.Tools;

namespace Infra.Cli.Operations.Rollback;

/// <summary>What CodeDeploy has deployed of a service.</summary>
internal sealed class DeploymentHistory(OperatedStack stack, ServicePart service)
{
    /// <summary>CodeDeploy tells of no more at once.</summary>
    private const int AtOnce = 25;

    private string Application => service.CodeDeploy!.Value.Application;

    private string Group => service.CodeDeploy!.Value.Group;

    /// <summary>The deployment that goes on. Default: none does.</summary>
    public async Task<string?> OpenAsync(CancellationToken cancellationToken) =>
        (await stack.Aws.CallAsync(CodeDeployCalls.Open(Application, Group), cancellationToken))
            .Items("deployments")
            .Select(id => id.GetString())
            .FirstOrDefault();

    /// <summary>The revision that was deployed last before the one that serves. Default: CodeDeploy remembers none.</summary>
    public async Task<TaskRevision?> BeforeAsync(TaskRevision serving, CancellationToken cancellationToken)
    {
        var answer = await stack.Aws.CallAsync(CodeDeployCalls.Succeeded(Application, Group), cancellationToken);
        var deployed = new List<JsonElement>();
        foreach (var ids in answer.Items("deployments").Select(id => id.GetString()).OfType<string>().Chunk(AtOnce))
            deployed.AddRange(
                (await stack.Aws.CallAsync(CodeDeployCalls.Describe(ids), cancellationToken)).Items("deploymentsInfo")
            );
        return deployed
            .OrderByDescending(Created, StringComparer.Ordinal)
            .Select(deployment => TaskRevision.In(Content(deployment)))
            .OfType<TaskRevision>()
            .FirstOrDefault(revision => revision != serving);
    }

    /// <summary>How a deployment is, why, and the one that goes its way back.</summary>
    public async Task<(string Status, string? Reason, string? Rollback)> StateAsync(
        string deployment,
        CancellationToken cancellationToken
    )
    {
        var answer = await stack.Aws.CallAsync(CodeDeployCalls.Get(deployment), cancellationToken);
        var info = answer.TryGetProperty("deploymentInfo", out var found) ? found : default;
        if (info.ValueKind != JsonValueKind.Object)
            throw new CommandException(
                ExitCodes.ProgramFailed,
                $"{service.Key}: CodeDeploy tells nothing of deployment {deployment}"
            );
        var reason = info.TryGetProperty("errorInformation", out var error) ? error.Text("message") : null;
        var rollback = info.TryGetProperty("rollbackInfo", out var back) ? back.Text("rollbackDeploymentId") : null;
        return (info.Text("status") ?? "Unknown", reason, rollback);
    }

    private static string Content(JsonElement deployment) =>
        deployment.TryGetProperty("revision", out var revision)
        && (revision.TryGetProperty("appSpecContent", out var told) || revision.TryGetProperty("string", out told))
            ? told.Text("content") ?? ""
            : "";

    // Version 2 of the command line writes dates of one form, in which later ones sort behind.
    private static string Created(JsonElement deployment) =>
        deployment.TryGetProperty("createTime", out var time) ? time.ToString() : "";
}
