using System.Text.Json;

namespace SchemaTool;

/// <summary>The entries that the chosen ones refer to, directly or not.</summary>
internal sealed class Reach
{
    private readonly JsonElement _schema;

    public Reach(JsonElement schema, IEnumerable<string> resources, IEnumerable<string> functions)
    {
        _schema = schema;
        if (schema.TryGetProperty("provider", out var provider))
            Visit(provider);
        foreach (var token in resources)
            Add(Resources, "resources", token);
        foreach (var token in functions)
            Add(Functions, "functions", token);
    }

    public SortedSet<string> Resources { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Functions { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Types { get; } = new(StringComparer.Ordinal);

    private void Add(SortedSet<string> set, string section, string token)
    {
        if (set.Contains(token))
            return;
        if (_schema.Section(section) is not { } entries || !entries.TryGetProperty(token, out var entry))
            throw new SchemaException($"the schema refers to {section} entry '{token}', which it does not have");
        set.Add(token);
        Visit(entry);
    }

    private void Visit(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
                Visit(item);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                if (member.Name == "$ref" && member.Value.ValueKind == JsonValueKind.String)
                    Follow(member.Value.GetString()!);
                else if (member.Name != "methods")
                    Visit(member.Value);
            }
        }
    }

    private void Follow(string reference)
    {
        foreach (var (section, set) in new[] { ("types", Types), ("resources", Resources) })
        {
            var prefix = $"#/{section}/";
            if (reference.StartsWith(prefix, StringComparison.Ordinal))
                Add(set, section, Uri.UnescapeDataString(reference[prefix.Length..]));
        }
    }
}
