using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Generator.Model;

namespace SchemaTool;

/// <summary>
/// Reduces a package schema to the chosen resources and functions and the types they reach, with names, types and flags only.
/// The result has one entry a line, sorted, so that a change is a readable difference; reducing it again changes nothing.
/// </summary>
internal static class SchemaReducer
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Throws a <see cref="SchemaException"/> that names every token the schema does not have.</summary>
    public static Reduced Reduce(Stream official, IEnumerable<string> tokenLines)
    {
        using var document = Parse(official);
        var schema = document.RootElement;
        var package = schema.Text("name") ?? throw new SchemaException("the file is no package schema: it has no 'name'");
        _ = schema.Text("version") ?? throw new SchemaException("the file is no package schema: it has no 'version'");

        var tokens = TokenLines.Read(tokenLines).ToList();
        var resources = schema.Section("resources").Names().ToHashSet(StringComparer.Ordinal);
        var functions = schema.Section("functions").Names().ToHashSet(StringComparer.Ordinal);
        CheckKnown(package, tokens, resources, functions);

        var reach = new Reach(schema, tokens.Where(resources.Contains), tokens.Where(functions.Contains));
        var notes = reach
            .Resources.Except(tokens)
            .Select(token => $"note: {token} is taken as well, because a listed resource refers to it")
            .ToList();
        return new Reduced(Write(schema, package, reach), notes);
    }

    private static JsonDocument Parse(Stream official)
    {
        try
        {
            return JsonDocument.Parse(official);
        }
        catch (JsonException error)
        {
            throw new SchemaException(
                $"the schema is not JSON: line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}"
            );
        }
    }

    private static void CheckKnown(string package, List<string> tokens, HashSet<string> resources, HashSet<string> functions)
    {
        var unknown = tokens.Where(token => !resources.Contains(token) && !functions.Contains(token)).ToList();
        if (unknown.Count == 0)
            return;
        var lines = unknown.Select(token => $"  - {token}{Suggestion.For(token, resources.Concat(functions))}");
        throw new SchemaException(
            $"{unknown.Count} listed tokens are no resource or function of {package}:\n" + string.Join('\n', lines)
        );
    }

    private static string Write(JsonElement schema, string package, Reach reach)
    {
        var modules = reach.Resources.Concat(reach.Functions).Concat(reach.Types).Select(ModuleOf).Append(package).ToHashSet();
        var text = new StringBuilder("{\n");
        Line("name", Shape.Any, ",");
        Line("version", Shape.Any, ",");
        Line("meta", Shape.Of(() => [("moduleFormat", Shape.Any)]), ",");
        Line("language", SchemaShapes.Language(modules.Contains), ",");
        text.Append("\"config\": {},\n");
        Entries("types", reach.Types, SchemaShapes.TypeEntry);
        text.Append(",\n");
        if (!schema.TryGetProperty("provider", out _))
            text.Append("\"provider\": {},\n");
        Line("provider", SchemaShapes.Resource, ",");
        Entries("resources", reach.Resources, SchemaShapes.Resource);
        text.Append(",\n");
        Entries("functions", reach.Functions, SchemaShapes.Function);
        return text.Append("\n}\n").ToString();

        void Line(string name, Shape shape, string end)
        {
            if (schema.TryGetProperty(name, out var value))
                text.Append('"').Append(name).Append("\": ").Append(Json(shape, value)).Append(end).Append('\n');
        }

        void Entries(string section, SortedSet<string> tokens, Shape shape)
        {
            var lines = tokens.Select(token => $"\"{token}\": {Json(shape, schema.GetProperty(section).GetProperty(token))}");
            text.Append('"').Append(section).Append("\": {\n").AppendJoin(",\n", lines).Append("\n}");
        }
    }

    private static string Json(Shape shape, JsonElement value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
            shape.Write(writer, value);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    // "aws:ec2/vpc:Vpc" is in module "ec2".
    private static string ModuleOf(string token) => token.Split(':')[1].Split('/')[0];
}
