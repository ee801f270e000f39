using System.Text.Json;
using Infra.Cli.Operations.Parts;
using Infra.Cli.Tools;

namespace Infra.Cli.Operations.Rollback;

/// <summary>The tasks that serve in a service that CodeDeploy deploys.</summary>
/// <param name="Revision">What they run.</param>
/// <param name="Container">The container that answers.</param>
/// <param name="Port">Its port.</param>
/// <param name="Capacity">Where they run: the strategy as ECS tells it.</param>
internal sealed record TaskSet(TaskRevision Revision, string Container, int Port, JsonElement Capacity)
{
    /// <summary>Those that serve now.</summary>
    /// <exception cref="CommandException">ECS tells of none.</exception>
    public static async Task<TaskSet> ServingAsync(OperatedStack stack, ServicePart service, CancellationToken cancellationToken)
    {
        var state = await ServiceAnswer.ReadAsync(stack, service, cancellationToken);
        var serving = state.Items("taskSets").FirstOrDefault(set => set.Text("status") == "PRIMARY");
        if (
            serving.ValueKind != JsonValueKind.Object
            || TaskRevision.In(serving.Text("taskDefinition") ?? "") is not { } revision
        )
            throw ServiceAnswer.NoRevision(service);
        var balancer = serving.Items("loadBalancers").FirstOrDefault();
        if (balancer.ValueKind != JsonValueKind.Object)
            throw new CommandException(
                ExitCodes.ProgramFailed,
                $"{service.Key}: ECS names no load balancer for what serves, and CodeDeploy needs one"
            );
        serving.TryGetProperty("capacityProviderStrategy", out var capacity);
        return new(revision, balancer.Text("containerName") ?? "", balancer.Number("containerPort"), capacity);
    }
}
