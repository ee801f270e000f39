using System.Text.Json.Nodes;

namespace Infra.Tests.Plans;

/// <summary>A task definition of a plan with its containers and roles.</summary>
internal sealed record PlannedTask(PlannedStack Plan, Planned Definition)
{
    public static IEnumerable<PlannedTask> All(PlannedStack plan) =>
        plan.All("aws:ecs/taskDefinition:TaskDefinition").Select(definition => new PlannedTask(plan, definition));

    public JsonArray Containers => (JsonArray)Definition.Document("containerDefinitions");

    /// <summary>Which variable of which container comes from where.</summary>
    public IEnumerable<(string Container, string Variable, string ValueFrom)> Secrets =>
        from container in Containers
        from secret in container["secrets"] as JsonArray ?? []
        select ((string)container["name"]!, (string)secret["name"]!, (string)secret["valueFrom"]!);

    /// <summary>The statements of the role in which ECS starts the task.</summary>
    public IReadOnlyList<PlannedStatement> Execution => Statements("executionRoleArn");

    private List<PlannedStatement> Statements(string role) =>
        [.. PlannedStatement.Of(Plan, Plan.Referred("aws:iam/role:Role", Definition.Text(role)!, "arn"))];
}
