using System.Text.Json;
using Engine.Documents;
using Engine.Planning;

namespace Engine.Tests.Documents;

/// <summary>Small plans, and what their document says of each step.</summary>
internal static class PreviewDocuments
{
    public static Plan Plan(params PlanStep[] steps) =>
        new()
        {
            Project = "shop",
            Stack = "dev",
            Steps = [.. steps],
        };

    public static JsonElement[] Steps(Plan plan, PreviewDocumentOptions? options = null) =>
        JsonDocument.Parse(PreviewDocument.Text(plan, options)).RootElement.TryGetProperty("steps", out var steps)
            ? [.. steps.EnumerateArray()]
            : [];
}
