using System.Text.Json;
using Infra.Cli.Deployed;
using Infra.Cli.Operations.Calls;
using Infra.Cli.Operations.Parts;
using Infra.Cli.Tools;

namespace Infra.Cli.Operations.Tunnel;

/// <summary>A container through which a session goes.</summary>
/// <param name="Service">The service it runs for.</param>
/// <param name="Task">The id of its task.</param>
/// <param name="Target">What SSM calls it.</param>
internal sealed record TaskTarget(ServicePart Service, string Task, string Target)
{
    private const string Agent = "ExecuteCommandAgent";

    /// <summary>A running container that may be entered, of a service that uses the database if there is one.</summary>
    /// <exception cref="CommandException">There is none; with what is in the way for each service.</exception>
    public static async Task<TaskTarget> FindAsync(OperatedStack stack, CancellationToken cancellationToken)
    {
        var services = stack.Parts.Services;
        if (services.IsEmpty)
            throw stack.Lacks(
                "no service of tasks in this stack to go through; --instance ID goes through an instance in its VPC that SSM manages"
            );
        // Others have no security group that lets them to it.
        var near = services.Any(service => service.UsesDatabase)
            ? [.. services.Where(service => service.UsesDatabase)]
            : services;
        var obstacles = new List<string>();
        foreach (var service in near)
        {
            var (found, obstacle) = await OfAsync(stack, service, cancellationToken);
            if (found is not null)
                return found;
            obstacles.Add($"{service.Key}: {obstacle}");
        }
        throw new CommandException(ExitCodes.ProgramFailed, string.Join('\n', obstacles));
    }

    private static async Task<(TaskTarget? Found, string Obstacle)> OfAsync(
        OperatedStack stack,
        ServicePart service,
        CancellationToken cancellationToken
    )
    {
        var call = EcsCalls.RunningTasks(service.Cluster, service.Name);
        var ran = await stack.Aws.AskAsync(call, cancellationToken);
        if (ran.ExitCode != 0 && (Says(ran, "ClusterNotFoundException") || Says(ran, "ServiceNotFoundException")))
            return (null, $"ECS has no service {service.Name} in {service.Cluster}; is the stack deployed?");
        var arns = AwsCli
            .Document(ran, call)
            .Items("taskArns")
            .Select(arn => arn.GetString())
            .OfType<string>()
            .Take(100)
            .ToList();
        if (arns.Count == 0)
            return (null, $"no task runs; infra start {stack.Name} starts what infra stop has stopped");
        var tasks = (await stack.Aws.CallAsync(EcsCalls.DescribeTasks(service.Cluster, arns), cancellationToken)).Items("tasks");
        foreach (var task in tasks)
            if (task.Items("containers").FirstOrDefault(IsOpen) is { ValueKind: JsonValueKind.Object } container)
            {
                var id = (task.Text("taskArn") ?? "").Split('/')[^1];
                return (new(service, id, $"ecs:{service.Cluster}_{id}_{container.Text("runtimeId")}"), "");
            }
        return (
            null,
            tasks.Any(task => task.IsTrue("enableExecuteCommand")) ? AgentIsMissing(stack, service) : Closed(stack, service)
        );
    }

    private static string AgentIsMissing(OperatedStack stack, ServicePart service) =>
        "the agent of ECS Exec runs in none of its tasks: their role needs the four actions of ssmmessages, and the subnet a way to them; new tasks: "
        + Command(stack, service);

    private static string Closed(OperatedStack stack, ServicePart service)
    {
        var setting = stack.Parts.Services.Length > 1 ? $"services.{service.Key}.exec" : "service.exec";
        return $"ECS Exec is off in its tasks; set {setting} to mounts or writable-root in {stack.Target.File.FileName} and deploy, or until the next deployment: {Command(stack, service)}";
    }

    private static string Command(OperatedStack stack, ServicePart service) =>
        stack.Text(EcsCalls.EnableExec(service.Cluster, service.Name));

    private static bool IsOpen(JsonElement container) =>
        container.Text("runtimeId") is not null
        && container.Items("managedAgents").Any(agent => agent.Text("name") == Agent && agent.Text("lastStatus") == "RUNNING");

    private static bool Says(ToolAnswer ran, string word) => ran.Error.Contains(word, StringComparison.Ordinal);
}
