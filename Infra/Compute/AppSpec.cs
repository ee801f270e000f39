using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Compute;

/// <summary>What a deployment by CodeDeploy must be told, as whoever starts it sends it.</summary>
internal static class AppSpec
{
    /// <summary>What to replace by the ARN of the revision to deploy; CodePipeline does it by itself.</summary>
    public const string TaskDefinition = "<TASK_DEFINITION>";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The AppSpec as JSON.</summary>
    /// <param name="container">The container that answers.</param>
    /// <param name="port">Its port.</param>
    /// <param name="provider">
    /// The capacity provider. CodeDeploy starts tasks without a strategy that is not said here, and on a cluster of instances they would then
    /// wait for instances that nobody starts.
    /// </param>
    public static string Of(string container, int port, string provider) =>
        new JsonObject
        {
            ["version"] = 0.0m,
            ["Resources"] = new JsonArray(
                new JsonObject
                {
                    ["TargetService"] = new JsonObject
                    {
                        ["Type"] = "AWS::ECS::Service",
                        ["Properties"] = new JsonObject
                        {
                            ["TaskDefinition"] = TaskDefinition,
                            ["LoadBalancerInfo"] = new JsonObject { ["ContainerName"] = container, ["ContainerPort"] = port },
                            ["CapacityProviderStrategy"] = new JsonArray(
                                new JsonObject
                                {
                                    ["CapacityProvider"] = provider,
                                    ["Base"] = 0,
                                    ["Weight"] = 1,
                                }
                            ),
                        },
                    },
                }
            ),
        }.ToJsonString(Plain);
}
