using System.Text.Json.Nodes;

namespace Infra.Tests.Systems;

/// <summary>What one service of neuraknot is told.</summary>
/// <param name="Environment">Variables in plain text.</param>
/// <param name="Secrets">Variables that ECS fills, and from where.</param>
internal sealed record NeuraknotContainer(
    IReadOnlyDictionary<string, string> Environment,
    IReadOnlyDictionary<string, string> Secrets
)
{
    /// <summary>The container of a service.</summary>
    public static NeuraknotContainer Of(Sandbox run, string service)
    {
        var definition = run.One("aws:ecs/taskDefinition:TaskDefinition", $"neuraknot-{service}-task-definition");
        var container = JsonNode.Parse((string)definition.Inputs["containerDefinitions"])!.AsArray().Single()!;
        return new(Pairs(container["environment"], "value"), Pairs(container["secrets"], "valueFrom"));
    }

    private static Dictionary<string, string> Pairs(JsonNode? list, string value) =>
        (list as JsonArray ?? []).ToDictionary(pair => (string)pair!["name"]!, pair => (string)pair![value]!);
}
