using System.Text.Json.Nodes;

namespace Infra.Compute;

/// <summary>Where a container's output goes: CloudWatch Logs.</summary>
/// <param name="Group">The log group, which must exist.</param>
/// <param name="Region">Its region.</param>
internal sealed record ContainerLog(string Group, string Region)
{
    /// <summary>What streams are called: <c>ecs/&lt;container&gt;/&lt;task&gt;</c>.</summary>
    public const string StreamPrefix = "ecs";

    // A blocked log must not stop logins: above this the oldest lines are lost instead. ECS's own default is 1 MiB, a second of a busy task.
    private const string Buffer = "25m";

    /// <summary>The log configuration of a container.</summary>
    public JsonObject ToJson() =>
        new()
        {
            ["logDriver"] = "awslogs",
            ["options"] = new JsonObject
            {
                ["awslogs-group"] = Group,
                ["awslogs-region"] = Region,
                ["awslogs-stream-prefix"] = StreamPrefix,
                ["max-buffer-size"] = Buffer,
                ["mode"] = "non-blocking",
            },
        };
}
