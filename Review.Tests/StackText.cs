using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engine.Model;
using Engine.Planning;
using Engine.Values;
using Review.Model;

namespace Review.Tests;

/// <summary>
/// A small stack written as text, for rules: one line a resource, <c>type name {json of its inputs}</c>. <c>@name.output</c> in a text stands for an output
/// of another resource of the stack, <c>"?"</c> for a value that a preview does not know, <c>{"secret": value}</c> for a secret one. JSON below a key that
/// ends in <c>!</c> becomes a text holding that JSON, as policies do. Keys that begin with <c>$</c> are options: <c>$protect</c>, <c>$retainOnDelete</c>,
/// <c>$ignoreChanges</c> and <c>$provider</c>, the name of a provider of the stack.
/// </summary>
internal sealed record StackText(ImmutableArray<(string Type, string Name, JsonObject Inputs)> Resources)
{
    private const string Project = "test";
    private const string Stack = "unit";

    private JsonObject StackOutputs { get; init; } = [];

    public static StackText Of(string lines) =>
        new([
            .. lines
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(line => line.Split(' ', 3))
                .Select(parts => (parts[0], parts[1], (JsonObject)JsonNode.Parse(parts.Length > 2 ? parts[2] : "{}")!)),
        ]);

    /// <summary>The same with one input changed; nothing removes it. Below a text that holds JSON the path goes on inside it.</summary>
    public StackText With(string name, string path, string? json)
    {
        if (Resources.All(resource => resource.Name != name))
            throw new ArgumentException($"no resource is called {name}");
        return this with
        {
            Resources =
            [
                .. Resources.Select(resource =>
                    resource.Name == name
                        ? (resource.Type, resource.Name, Changed(resource.Inputs, path, json))
                        : (resource.Type, resource.Name, resource.Inputs)
                ),
            ],
        };
    }

    /// <summary>The same without a resource.</summary>
    public StackText Without(string name) => this with { Resources = Resources.RemoveAll(resource => resource.Name == name) };

    /// <summary>The same with further resources.</summary>
    public StackText And(string lines) => this with { Resources = Resources.AddRange(Of(lines).Resources) };

    /// <summary>The same with outputs of the stack itself.</summary>
    public StackText Outputs(string json) => this with { StackOutputs = (JsonObject)JsonNode.Parse(json)! };

    /// <summary>The stack as rules see it.</summary>
    public StackModel Model() => StackModel.Of(Plan());

    public Plan Plan()
    {
        var stack = Urns.Create(Stack, Project, null, Urns.StackType, $"{Project}-{Stack}");
        var states = Resources.Select(resource => new ResourceState
        {
            Urn = Urns.Create(Stack, Project, stack, resource.Type, resource.Name),
            Type = resource.Type,
            Custom = !resource.Type.StartsWith("idp:", StringComparison.Ordinal),
            Parent = stack,
            Id = new Reference(resource.Type, resource.Name, "id").ToString(),
            Inputs = Object(resource.Inputs.Where(input => input.Key[0] != '$')),
            Protect = resource.Inputs["$protect"]?.GetValue<bool>() ?? false,
            IgnoreChanges = [.. (resource.Inputs["$ignoreChanges"] as JsonArray ?? []).Select(name => (string)name!)],
            RetainOnDelete = resource.Inputs["$retainOnDelete"]?.GetValue<bool>() ?? false,
            Provider = (string?)resource.Inputs["$provider"] is { } provider
                ? $"{Urns.Create(Stack, Project, stack, "pulumi:providers:aws", provider)}::some-id"
                : null,
        });
        var root = new ResourceState
        {
            Urn = stack,
            Type = Urns.StackType,
            Custom = false,
            Outputs = Object(StackOutputs),
        };
        return new Plan
        {
            Project = Project,
            Stack = Stack,
            Config = ImmutableSortedDictionary<string, string>.Empty.Add("aws:region", "ap-northeast-1"),
            Steps =
            [
                .. states
                    .Prepend(root)
                    .Select(state => new PlanStep
                    {
                        Op = StepOp.Create,
                        Urn = state.Urn,
                        New = state,
                    }),
            ],
        };
    }

    /// <summary>A value without references to other resources.</summary>
    public static PropertyValue Plain(JsonNode? node) => new StackText([]).Value(node);

    /// <summary>A document as a text.</summary>
    public static string Written(PropertyValue value) => Node(value)?.ToJsonString() ?? "null";

    private static JsonNode? Node(PropertyValue value) =>
        value switch
        {
            SecretValue { Inner: var inner } => Node(inner),
            StringValue text => text.Value,
            BoolValue truth => truth.Value,
            NumberValue number => number.Value,
            ArrayValue list => new JsonArray([.. list.Items.Select(Node)]),
            ObjectValue map => new JsonObject(
                map.Properties.Select(member => KeyValuePair.Create(member.Key, Node(member.Value)))
            ),
            _ => null,
        };

    private static JsonObject Changed(JsonObject inputs, string path, string? json)
    {
        var copy = (JsonObject)inputs.DeepClone();
        var keys = path.Split('.');
        JsonNode at = copy;
        foreach (var key in keys[..^1])
            at = Child(at, key);
        var last = keys[^1];
        if (at is JsonArray list)
            list[int.Parse(last)] = json is null ? null : JsonNode.Parse(json);
        else if (json is null)
            ((JsonObject)at).Remove(last);
        else
            ((JsonObject)at)[last] = JsonNode.Parse(json);
        return copy;
    }

    private static JsonNode Child(JsonNode node, string key) =>
        node is JsonArray list ? list[int.Parse(key)]! : node[key] ?? (node[key] = new JsonObject());

    private PropertyValue Value(JsonNode? node) =>
        node switch
        {
            null => NullValue.Instance,
            JsonObject { Count: 1 } map when map.ContainsKey("secret") => new SecretValue(Value(map["secret"])),
            JsonObject map => Object(map),
            JsonArray list => new ArrayValue([.. list.Select(Value)]),
            _ => node.GetValueKind() switch
            {
                JsonValueKind.String => Text((string)node!),
                JsonValueKind.Number => new NumberValue((double)node),
                _ => new BoolValue((bool)node),
            },
        };

    private ObjectValue Object(IEnumerable<KeyValuePair<string, JsonNode?>> members) =>
        new(
            members.ToImmutableSortedDictionary(
                member => member.Key.TrimEnd('!'),
                member => member.Key.EndsWith('!') ? Text(member.Value) : Value(member.Value),
                StringComparer.Ordinal
            )
        );

    private PropertyValue Text(JsonNode? document) =>
        document is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? Text((string)document!)
            : new StringValue(Expanded(document!.ToJsonString()));

    private PropertyValue Text(string text) => text == "?" ? UnknownValue.Instance : new StringValue(Expanded(text));

    // @name.output, wherever it stands in a text.
    private string Expanded(string text)
    {
        foreach (var (type, name, _) in Resources.OrderByDescending(resource => resource.Name.Length))
            text = System.Text.RegularExpressions.Regex.Replace(
                text,
                $"@{System.Text.RegularExpressions.Regex.Escape(name)}\\.([A-Za-z]+)",
                match => new Reference(type, name, match.Groups[1].Value).ToString()
            );
        return text;
    }
}
