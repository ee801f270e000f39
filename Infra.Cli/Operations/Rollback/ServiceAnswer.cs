using System.Text.Json;
using Infra.Cli.Operations.Calls;
using Infra.Cli.Operations.Parts;
using Infra.Cli.Tools;

namespace Infra.Cli.Operations.Rollback;

/// <summary>What ECS tells of a service.</summary>
internal static class ServiceAnswer
{
    /// <summary>The service.</summary>
    /// <exception cref="CommandException">ECS has none of that name.</exception>
    public static async Task<JsonElement> ReadAsync(OperatedStack stack, ServicePart service, CancellationToken cancellationToken)
    {
        var answer = await stack.Aws.CallAsync(EcsCalls.DescribeService(service.Cluster, service.Name), cancellationToken);
        var found = answer.Items("services").FirstOrDefault();
        return found.ValueKind == JsonValueKind.Object && found.Text("status") == "ACTIVE"
            ? found
            : throw new CommandException(
                ExitCodes.ProgramFailed,
                $"{service.Key}: ECS has no service {service.Name} in {service.Cluster}; is the stack deployed?"
            );
    }

    /// <summary>ECS tells no task definition.</summary>
    public static CommandException NoRevision(ServicePart service) =>
        new(ExitCodes.ProgramFailed, $"{service.Key}: ECS names no task definition for it");
}
