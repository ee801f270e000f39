using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Cli.Operations.Calls;

/// <summary>The calls to CodeDeploy.</summary>
internal static class CodeDeployCalls
{
    /// <summary>Deployments that are not at their end.</summary>
    public static string[] Open(string application, string group) =>
        List(application, group, ["Created", "Queued", "InProgress", "Baking", "Ready"]);

    /// <summary>Deployments that ended well, about the fifty newest.</summary>
    public static string[] Succeeded(string application, string group) =>
        [.. List(application, group, ["Succeeded"]), "--max-items", "50"];

    /// <summary>What was deployed; CodeDeploy tells of 25 at once.</summary>
    public static string[] Describe(IEnumerable<string> deployments) =>
        ["deploy", "batch-get-deployments", "--deployment-ids", .. deployments];

    /// <summary>How a deployment is.</summary>
    public static string[] Get(string deployment) => ["deploy", "get-deployment", "--deployment-id", deployment];

    /// <summary>Ends a deployment and brings back what served before it.</summary>
    public static string[] Stop(string deployment) =>
        ["deploy", "stop-deployment", "--deployment-id", deployment, "--auto-rollback-enabled"];

    /// <summary>A deployment of a task definition, with all traffic at once: what served before needs no trial.</summary>
    public static string[] Create(string application, string group, string appSpec) =>
        [
            "deploy",
            "create-deployment",
            "--application-name",
            application,
            "--deployment-group-name",
            group,
            "--deployment-config-name",
            "CodeDeployDefault.ECSAllAtOnce",
            "--description",
            "infra rollback",
            "--revision",
            new JsonObject
            {
                ["revisionType"] = "AppSpecContent",
                ["appSpecContent"] = new JsonObject { ["content"] = appSpec },
            }.ToJsonString(),
        ];

    /// <summary>What CodeDeploy brings: a task definition in the place of the task set that serves now.</summary>
    public static string AppSpec(string taskDefinition, string container, int port, JsonElement capacity)
    {
        var properties = new JsonObject
        {
            ["TaskDefinition"] = taskDefinition,
            ["LoadBalancerInfo"] = new JsonObject { ["ContainerName"] = container, ["ContainerPort"] = port },
        };
        if (capacity.ValueKind == JsonValueKind.Array && capacity.GetArrayLength() > 0)
            properties["CapacityProviderStrategy"] = new JsonArray([.. capacity.EnumerateArray().Select(Capacity)]);
        return new JsonObject
        {
            ["version"] = 0.0m,
            ["Resources"] = new JsonArray(
                new JsonObject
                {
                    ["TargetService"] = new JsonObject { ["Type"] = "AWS::ECS::Service", ["Properties"] = properties },
                }
            ),
        }.ToJsonString();
    }

    // CodeDeploy writes the same words with capitals.
    private static JsonNode Capacity(JsonElement provider)
    {
        var capital = new JsonObject();
        foreach (var member in provider.EnumerateObject())
            capital[char.ToUpperInvariant(member.Name[0]) + member.Name[1..]] = JsonNode.Parse(member.Value.GetRawText());
        return capital;
    }

    private static string[] List(string application, string group, string[] statuses) =>
        [
            "deploy",
            "list-deployments",
            "--application-name",
            application,
            "--deployment-group-name",
            group,
            "--include-only-statuses",
            .. statuses,
        ];
}
