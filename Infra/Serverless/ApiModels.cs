using System.Text.Json;
using System.Text.RegularExpressions;
using Infra.Validation;

namespace Infra.Serverless;

/// <summary>What bodies of requests must look like: JSON schemas (draft 4) by name.</summary>
internal static partial class ApiModels
{
    /// <summary>The name of the schema of any JSON object.</summary>
    public const string JsonObject = "JsonObject";

    /// <summary>The only version of JSON schema that API Gateway knows.</summary>
    public const string Draft = "http://json-schema.org/draft-04/schema#";

    /// <summary>Any JSON object: neither a list, nor a bare text, nor nothing at all.</summary>
    public const string JsonObjectSchema = $$"""{"$schema":"{{Draft}}","title":"{{JsonObject}}","type":"object"}""";

    /// <summary>What is wrong with a model.</summary>
    public static IEnumerable<Problem> Problems(string name, string schema)
    {
        if (!Name().IsMatch(name))
            yield return new($"models.{name}", name, "letters and digits", "API Gateway takes no other names of models");
        if (Wrong(schema) is { } wrong)
            yield return new($"models.{name}", wrong.Got, wrong.Want, "it is the text of a JSON schema");
    }

    private static (string Got, string Want)? Wrong(string schema)
    {
        try
        {
            using var document = JsonDocument.Parse(schema);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return ($"JSON that is no object ({root.ValueKind.ToString().ToLowerInvariant()})", "a JSON object");
            if (
                root.TryGetProperty("$schema", out var draft)
                && (draft.ValueKind != JsonValueKind.String || draft.GetString() != Draft)
            )
                return ($"$schema {draft.GetRawText()}", Draft);
            return root.EnumerateObject().Any(property => property.Name != "$schema")
                ? null
                : ("a schema that says nothing", "a type or another rule");
        }
        catch (JsonException error)
        {
            return ($"no JSON (line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1})", "a JSON object");
        }
    }

    [GeneratedRegex("^[A-Za-z0-9]{1,128}$")]
    private static partial Regex Name();
}
