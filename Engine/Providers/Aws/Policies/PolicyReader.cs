using System.Collections.Immutable;
using System.Text.Json;

namespace Engine.Providers.Aws.Policies;

/// <summary>Reads policy documents that arrive as JSON texts.</summary>
internal static class PolicyReader
{
    /// <exception cref="FunctionException">It is no policy document.</exception>
    public static PolicyDocument Read(string json, string path)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json);
            return Document(parsed.RootElement, path);
        }
        catch (JsonException)
        {
            throw new FunctionException($"{path}: got a text that is not JSON, want a policy document");
        }
    }

    private static PolicyDocument Document(JsonElement root, string path)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new FunctionException($"{path}: got a JSON {root.ValueKind}, want a policy document, which is an object");
        var document = new PolicyDocument { Version = Text(root, "Version"), Id = Text(root, "Id") };
        if (root.TryGetProperty("Statement", out var statements))
            foreach (
                var statement in statements.ValueKind == JsonValueKind.Array
                    ? [.. statements.EnumerateArray()]
                    : new[] { statements }
            )
                document.Add(
                    statement.ValueKind == JsonValueKind.Object
                        ? Statement(statement)
                        : throw new FunctionException(
                            $"{path}: got a statement that is a JSON {statement.ValueKind}, want an object"
                        )
                );
        return document;
    }

    private static PolicyStatement Statement(JsonElement json) =>
        new()
        {
            Sid = Text(json, "Sid"),
            Effect = Text(json, "Effect"),
            Actions = Texts(json, "Action"),
            NotActions = Texts(json, "NotAction"),
            Resources = Texts(json, "Resource"),
            NotResources = Texts(json, "NotResource"),
            Principals = Principals(json, "Principal"),
            NotPrincipals = Principals(json, "NotPrincipal"),
            Conditions = Conditions(json),
        };

    private static ImmutableArray<PolicyPrincipal> Principals(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value))
            return [];
        if (value.ValueKind == JsonValueKind.String)
            return [new PolicyPrincipal("*", PolicyTexts.Many(["*"]))];
        return value.ValueKind == JsonValueKind.Object
            ? [.. value.EnumerateObject().Select(principal => new PolicyPrincipal(principal.Name, Texts(principal.Value)))]
            : [];
    }

    private static ImmutableArray<PolicyCondition> Conditions(JsonElement json) =>
        json.TryGetProperty("Condition", out var tests) && tests.ValueKind == JsonValueKind.Object
            ?
            [
                .. tests
                    .EnumerateObject()
                    .Where(test => test.Value.ValueKind == JsonValueKind.Object)
                    .SelectMany(
                        test => test.Value.EnumerateObject(),
                        (test, variable) => new PolicyCondition(test.Name, variable.Name, Texts(variable.Value))
                    ),
            ]
            : [];

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static PolicyTexts? Texts(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? Texts(value) : null;

    private static PolicyTexts Texts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array
            ? PolicyTexts.Many(value.EnumerateArray().Select(Scalar))
            : PolicyTexts.One(Scalar(value));

    private static string Scalar(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => value.GetRawText(),
        };
}
