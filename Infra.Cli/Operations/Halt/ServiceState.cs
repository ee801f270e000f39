using System.Text.Json;
using Infra.Cli.Operations.Calls;
using Infra.Cli.Operations.Parts;
using Infra.Cli.Tools;

namespace Infra.Cli.Operations.Halt;

/// <summary>How many tasks of a service there are.</summary>
/// <param name="Desired">How many there should be.</param>
/// <param name="Running">How many run.</param>
internal sealed record ServiceState(int Desired, int Running)
{
    /// <summary>Asks ECS. Default: it has no such service.</summary>
    public static async Task<ServiceState?> ReadAsync(
        OperatedStack stack,
        ServicePart service,
        CancellationToken cancellationToken
    )
    {
        var call = EcsCalls.DescribeService(service.Cluster, service.Name);
        var ran = await stack.Aws.AskAsync(call, cancellationToken);
        if (ran.ExitCode != 0 && ran.Error.Contains("ClusterNotFoundException", StringComparison.Ordinal))
            return null;
        var found = Deployed.AwsCli.Document(ran, call).Items("services").FirstOrDefault();
        return found.ValueKind == JsonValueKind.Object && found.Text("status") == "ACTIVE"
            ? new(found.Number("desiredCount"), found.Number("runningCount"))
            : null;
    }
}
