using System.Text.Json.Nodes;

namespace Infra.Cli.Jobs;

/// <summary>What <c>aws ecs run-task</c> is asked for.</summary>
internal static class TaskRequest
{
    /// <summary>The document for <c>--cli-input-json</c>. Nothing in it is secret: the task definition says where its secrets are.</summary>
    /// <param name="job">What to run, where.</param>
    /// <param name="startedBy">The mark by which the task is found again; also the token that makes asking twice start one task.</param>
    public static string Json(JobTarget job, string startedBy) =>
        new JsonObject
        {
            ["cluster"] = job.Cluster,
            ["taskDefinition"] = job.TaskDefinition,
            ["launchType"] = "FARGATE",
            ["count"] = 1,
            ["startedBy"] = startedBy,
            ["clientToken"] = startedBy,
            ["propagateTags"] = "TASK_DEFINITION",
            ["networkConfiguration"] = new JsonObject
            {
                ["awsvpcConfiguration"] = new JsonObject
                {
                    ["subnets"] = List(job.SubnetIds),
                    ["securityGroups"] = List(job.SecurityGroupIds),
                    ["assignPublicIp"] = job.AssignPublicIp ? "ENABLED" : "DISABLED",
                },
            },
        }.ToJsonString();

    private static JsonArray List(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)JsonValue.Create(text))];
}
