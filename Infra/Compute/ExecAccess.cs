using System.Collections.Immutable;
using Infra.Policies;
using Infra.Settings;

namespace Infra.Compute;

/// <summary>What ECS Exec needs of a container and of the role it wears.</summary>
internal static class ExecAccess
{
    // The directories of the agent that ECS puts into the container.
    private static readonly ImmutableArray<ContainerMount> AgentDirectories =
    [
        new("exec-agents", "/managed-agents"),
        new("exec-state", "/var/lib/amazon/ssm"),
        new("exec-log", "/var/log/amazon/ssm"),
    ];

    // On instances ECS binds directories of the instance for the programs and the log itself (amazon-ecs-agent, agent/engine/execcmd): a second
    // mount of the log's would be refused.
    private static readonly ImmutableArray<ContainerMount> OnInstances = [new("exec-state", "/var/lib/amazon/ssm")];

    /// <summary>The container with room for the agent.</summary>
    /// <param name="container">The container.</param>
    /// <param name="mode">How room is made.</param>
    /// <param name="host">What runs it. Default: Fargate.</param>
    public static Container Prepare(Container container, ExecMode mode, TaskHost host = TaskHost.Fargate) =>
        mode switch
        {
            ExecMode.WritableRoot => container with { ReadOnlyRoot = false },
            ExecMode.Mounts => container with
            {
                Mounts = [.. container.Mounts, .. host == TaskHost.Bridge ? OnInstances : AgentDirectories],
            },
            _ => container,
        };

    /// <summary>What the agent does on AWS in the container's name.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="keyArn">The key of the sessions.</param>
    /// <param name="logGroup">The log group of the sessions.</param>
    public static IEnumerable<Statement> Statements(StackContext context, string keyArn, string logGroup) =>
        [
            // Sessions are not resources that a policy could name.
            new("OpenSessions")
            {
                Actions =
                [
                    "ssmmessages:CreateControlChannel",
                    "ssmmessages:CreateDataChannel",
                    "ssmmessages:OpenControlChannel",
                    "ssmmessages:OpenDataChannel",
                ],
            },
            // The agent looks for its log group in the list of all of them.
            new("FindSessionLog") { Actions = ["logs:DescribeLogGroups"], Resources = [context.Arn("logs", "log-group:*")] },
            new("WriteSessionLog")
            {
                Actions = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
                Resources = [context.Arn("logs", $"log-group:{logGroup}:*")],
            },
            new("DecryptSessions")
            {
                Actions = ["kms:Decrypt"],
                Resources = [keyArn],
                Conditions = [new("ForAnyValue:StringEquals", "kms:EncryptionContextKeys", "aws:ssm:SessionId")],
            },
        ];
}
