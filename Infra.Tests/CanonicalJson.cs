using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;
using Pulumi.Testing;

namespace Infra.Tests;

/// <summary>Inputs as JSON with sorted keys: the maps of mocks come in an order that differs from run to run.</summary>
internal static class CanonicalJson
{
    /// <summary>An input of a resource.</summary>
    public static string Json(this MockResourceArgs resource, string input) =>
        Of(resource.Inputs[input])!
            .ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Any value of mocks.</summary>
    public static JsonNode? Of(object? value) =>
        value switch
        {
            null => null,
            string text => text,
            bool truth => truth,
            IReadOnlyDictionary<string, object> map => new JsonObject(
                map.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .Select(pair => KeyValuePair.Create(pair.Key, Of(pair.Value)))
            ),
            IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(Of)]),
            _ => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        };
}
