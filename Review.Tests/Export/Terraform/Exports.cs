using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engine.Planning;
using Review.Export.Terraform;

namespace Review.Tests.Export.Terraform;

/// <summary>Exports as documents, and what tests ask of them.</summary>
internal static class Exports
{
    public static string Text(Plan plan)
    {
        using var stream = new MemoryStream();
        using (
            var json = new Utf8JsonWriter(
                stream,
                new()
                {
                    Indented = true,
                    NewLine = "\n",
                    Encoder = PlanJson.Encoder,
                }
            )
        )
            TerraformPlan.Of(plan).Write(json);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static JsonObject Of(Plan plan) => (JsonObject)JsonNode.Parse(Text(plan))!;

    public static JsonObject Of(string stack) => Of(StackText.Of(stack).Plan());

    /// <summary>The change of the only resource of a type, or of the one with a name.</summary>
    public static JsonObject Change(JsonObject document, string type, string? name = null) =>
        (JsonObject)
            document["resource_changes"]!
                .AsArray()
                .Single(one => (string?)one!["type"] == type && (name is null || (string?)one["name"] == name))!["change"]!;

    /// <summary>All modules under a member of the document, with their addresses.</summary>
    public static IEnumerable<(string Address, JsonObject Module)> Configured(JsonObject document)
    {
        var open = new Queue<(string Address, JsonObject Module)>([("", (JsonObject)document["configuration"]!["root_module"]!)]);
        while (open.TryDequeue(out var next))
        {
            yield return next;
            foreach (var (name, call) in next.Module["module_calls"] as JsonObject ?? [])
                open.Enqueue(
                    ($"{next.Address}{(next.Address.Length > 0 ? "." : "")}module.{name}", (JsonObject)call!["module"]!)
                );
        }
    }

    public static IEnumerable<(string Address, JsonObject Module)> Planned(JsonObject document)
    {
        var open = new Queue<JsonObject>([(JsonObject)document["planned_values"]!["root_module"]!]);
        while (open.TryDequeue(out var next))
        {
            yield return ((string?)next["address"] ?? "", next);
            foreach (var child in next["child_modules"] as JsonArray ?? [])
                open.Enqueue((JsonObject)child!);
        }
    }

    public static IEnumerable<JsonObject> Resources(JsonObject module) =>
        (module["resources"] as JsonArray ?? []).Select(resource => (JsonObject)resource!);
}
