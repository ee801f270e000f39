using System.Globalization;

namespace Infra.Cli.Operations.Calls;

/// <summary>The calls to ECS.</summary>
internal static class EcsCalls
{
    /// <summary>How a service is: counts, deployments, task sets, events.</summary>
    public static string[] DescribeService(string cluster, string service) =>
        ["ecs", "describe-services", "--cluster", cluster, "--services", service];

    /// <summary>The running tasks of a service.</summary>
    public static string[] RunningTasks(string cluster, string service) =>
        ["ecs", "list-tasks", "--cluster", cluster, "--service-name", service, "--desired-status", "RUNNING"];

    /// <summary>How tasks are; AWS takes a hundred at once.</summary>
    public static string[] DescribeTasks(string cluster, IEnumerable<string> tasks) =>
        ["ecs", "describe-tasks", "--cluster", cluster, "--tasks", .. tasks];

    /// <summary>Another number of tasks.</summary>
    public static string[] Count(string cluster, string service, int tasks) =>
        [
            "ecs",
            "update-service",
            "--cluster",
            cluster,
            "--service",
            service,
            "--desired-count",
            tasks.ToString(CultureInfo.InvariantCulture),
        ];

    /// <summary>Another revision of the task definition.</summary>
    public static string[] Deploy(string cluster, string service, string taskDefinition) =>
        ["ecs", "update-service", "--cluster", cluster, "--service", service, "--task-definition", taskDefinition];

    /// <summary>The newest revisions of a family.</summary>
    /// <param name="family">The family.</param>
    /// <param name="status">ACTIVE, or INACTIVE for those that were deregistered.</param>
    public static string[] Revisions(string family, string status) =>
        ["ecs", "list-task-definitions", "--family-prefix", family, "--status", status, "--sort", "DESC", "--max-items", "100"];

    /// <summary>A revision, with its tags.</summary>
    public static string[] DescribeRevision(string taskDefinition) =>
        ["ecs", "describe-task-definition", "--task-definition", taskDefinition, "--include", "TAGS"];

    /// <summary>Another revision, from a document.</summary>
    public static string[] Register(string document) => ["ecs", "register-task-definition", "--cli-input-json", document];

    /// <summary>Whether a service may be entered; its tasks are replaced.</summary>
    public static string[] EnableExec(string cluster, string service) =>
        [
            "ecs",
            "update-service",
            "--cluster",
            cluster,
            "--service",
            service,
            "--enable-execute-command",
            "--force-new-deployment",
        ];
}
