using System.Globalization;
using System.Text.Json.Nodes;

namespace Infra.Cli.Operations.Calls;

/// <summary>The calls of the Session Manager of SSM, and what they need to know.</summary>
internal static class SessionCalls
{
    /// <summary>A port of this machine that leads to one of a host that the target reaches. AWS owns the document.</summary>
    /// <param name="target">An instance, or a container: <c>ecs:cluster_task_runtime</c>.</param>
    /// <param name="host">The host.</param>
    /// <param name="port">Its port.</param>
    /// <param name="localPort">The port here.</param>
    public static string[] Forward(string target, string host, int port, int localPort) =>
        [
            "ssm",
            "start-session",
            "--target",
            target,
            "--document-name",
            "AWS-StartPortForwardingSessionToRemoteHost",
            "--parameters",
            new JsonObject
            {
                ["host"] = new JsonArray(host),
                ["portNumber"] = new JsonArray(port.ToString(CultureInfo.InvariantCulture)),
                ["localPortNumber"] = new JsonArray(localPort.ToString(CultureInfo.InvariantCulture)),
            }.ToJsonString(),
        ];

    /// <summary>Ends a session that was left behind; it would end by itself after 20 minutes without traffic.</summary>
    public static string[] End(string session) => ["ssm", "terminate-session", "--session-id", session];

    /// <summary>A replication group of ElastiCache, for its endpoint.</summary>
    public static string[] DescribeCache(string group) =>
        ["elasticache", "describe-replication-groups", "--replication-group-id", group];
}
