using System.Collections.Immutable;
using Infra.Validation;

namespace Infra.Network;

/// <summary>The AWS services a network can reach through interface endpoints, by the last part of the service's name.</summary>
internal static class InterfaceEndpoint
{
    /// <summary>All that tasks use, wherever they run.</summary>
    public static readonly ImmutableArray<string> All =
    [
        "ecr.api",
        "ecr.dkr",
        "kms",
        "logs",
        "secretsmanager",
        "ssm",
        "ssmmessages",
        "sts",
        "xray",
    ];

    /// <summary>
    /// What the agent of ECS on an instance uses besides ("Amazon ECS interface VPC endpoints" in the ECS developer guide). On Fargate it is AWS
    /// that talks to ECS.
    /// </summary>
    public static readonly ImmutableArray<string> OfInstances = ["ecs", "ecs-agent", "ecs-telemetry"];

    /// <summary>Those without which no task can start when there is no NAT gateway: its image, its log, its secrets.</summary>
    public static readonly ImmutableArray<string> NeededWithoutNat = ["ecr.api", "ecr.dkr", "logs", "secretsmanager"];

    /// <summary>The same for tasks on instances, which find ECS themselves, are managed by Session Manager and read parameters.</summary>
    public static readonly ImmutableArray<string> NeededOnInstances =
    [
        "ecr.api",
        "ecr.dkr",
        .. OfInstances,
        "logs",
        "ssm",
        "ssmmessages",
    ];

    private static readonly ImmutableArray<string> Known = [.. All, .. OfInstances];

    /// <summary>A service twice, or one that this program does not know.</summary>
    public static IEnumerable<Problem> Problems(ImmutableArray<string> services)
    {
        for (var index = 0; index < services.Length; index++)
        {
            if (!Known.Contains(services[index]))
                yield return new($"interfaceEndpoints[{index}]", services[index], Spelling.OneOf(Known), "remove it");
            else if (services.IndexOf(services[index]) < index)
                yield return new($"interfaceEndpoints[{index}]", $"{services[index]} twice", "each service once", "remove it");
        }
    }
}
