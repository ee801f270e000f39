using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pulumi.Testing;

namespace Infra.Tests;

/// <summary>Reads the inputs of what was registered.</summary>
internal static class MockInputs
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>An input as JSON, its keys sorted.</summary>
    public static string Json(this MockResourceArgs resource, string input) =>
        Sorted(resource.Inputs[input])?.ToJsonString(Readable) ?? "null";

    private static JsonNode? Sorted(object? value) =>
        value switch
        {
            ImmutableDictionary<string, object> map => new JsonObject(
                map.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .Select(pair => KeyValuePair.Create(pair.Key, Sorted(pair.Value)))
            ),
            ImmutableArray<object> items => new JsonArray([.. items.Select(Sorted)]),
            _ => JsonSerializer.SerializeToNode(value),
        };
}
