using System.Text.Json;
using System.Text.RegularExpressions;

namespace Infra.Cli.Tests.Commands;

/// <summary>The part of JSON Schema that our schemas use; a keyword it does not know is an error, so that no rule is passed over.</summary>
internal sealed class JsonSchemaCheck(JsonElement schema)
{
    /// <summary>What is wrong with a document, by path.</summary>
    public List<string> Problems(JsonElement document) => Problems(schema, document, "$").ToList();

    private IEnumerable<string> Problems(JsonElement rule, JsonElement value, string path) =>
        rule.EnumerateObject().SelectMany(keyword => Problems(rule, keyword, value, path));

    private IEnumerable<string> Problems(JsonElement rule, JsonProperty keyword, JsonElement value, string path)
    {
        switch (keyword.Name)
        {
            case "$schema" or "$id" or "$defs" or "title" or "description":
                return [];
            case "$ref":
                return Problems(schema.GetProperty("$defs").GetProperty(keyword.Value.GetString()!.Split('/')[^1]), value, path);
            case "const":
                return JsonElement.DeepEquals(keyword.Value, value) ? [] : [$"{path}: {value} is not {keyword.Value}"];
            case "enum":
                return keyword.Value.EnumerateArray().Any(item => JsonElement.DeepEquals(item, value))
                    ? []
                    : [$"{path}: {value}"];
            case "type":
                var types =
                    keyword.Value.ValueKind == JsonValueKind.Array
                        ? [.. keyword.Value.EnumerateArray()]
                        : new[] { keyword.Value };
                return types.Any(type => type.GetString() == Kind(value)) ? [] : [$"{path}: got {Kind(value)}"];
            case "pattern":
                return value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!)
                    ? []
                    : [$"{path}: {value} does not match"];
            case "required":
                return Members(value) is { } given
                    ? keyword
                        .Value.EnumerateArray()
                        .Where(name => !given.Contains(name.GetString()!))
                        .Select(name => $"{path}: no {name}")
                    : [];
            case "properties":
                return value.ValueKind != JsonValueKind.Object
                    ? []
                    : value
                        .EnumerateObject()
                        .Where(member => keyword.Value.TryGetProperty(member.Name, out _))
                        .SelectMany(member =>
                            Problems(keyword.Value.GetProperty(member.Name), member.Value, $"{path}.{member.Name}")
                        );
            case "additionalProperties":
                return value.ValueKind != JsonValueKind.Object
                    ? []
                    : value
                        .EnumerateObject()
                        .Where(member => !Known(rule, member.Name))
                        .SelectMany(member => Additional(keyword.Value, member, path));
            case "items":
                return value.ValueKind != JsonValueKind.Array
                    ? []
                    : value.EnumerateArray().SelectMany((item, index) => Problems(keyword.Value, item, $"{path}[{index}]"));
            case "anyOf":
                return keyword.Value.EnumerateArray().Any(option => !Problems(option, value, path).Any())
                    ? []
                    : [$"{path}: fits no option"];
            case "not":
                return Problems(keyword.Value, value, path).Any() ? [] : [$"{path}: fits what it must not"];
            default:
                throw new NotSupportedException($"the keyword {keyword.Name}");
        }
    }

    private IEnumerable<string> Additional(JsonElement rule, JsonProperty member, string path) =>
        rule.ValueKind == JsonValueKind.False
            ? [$"{path}: unknown {member.Name}"]
            : Problems(rule, member.Value, $"{path}.{member.Name}");

    private static bool Known(JsonElement rule, string name) =>
        rule.TryGetProperty("properties", out var known) && known.TryGetProperty(name, out _);

    private static HashSet<string>? Members(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? [.. value.EnumerateObject().Select(member => member.Name)] : null;

    private static string Kind(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => "boolean",
            var kind => kind.ToString().ToLowerInvariant(),
        };
}
