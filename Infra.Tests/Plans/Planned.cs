using System.Text.Json.Nodes;
using Engine.Model;
using Infra.Tests.Stacks;

namespace Infra.Tests.Plans;

/// <summary>One resource of a plan, easy to ask.</summary>
internal sealed record Planned(ResourceState State, string Region)
{
    private readonly JsonObject _inputs = (JsonObject)PlanValues.Json(State.Inputs)!;

    public string Name => State.Name;

    public string Type => State.Type;

    /// <summary>How another resource refers to an output of this one.</summary>
    public string this[string output] => AssumedOutputs.Reference(Name, output);

    /// <summary>An input, or nothing. Keys are separated by dots.</summary>
    public JsonNode? Input(string path) =>
        path.Split('.').Aggregate((JsonNode?)_inputs, (node, key) => node is JsonArray list ? list[0]?[key] : node?[key]);

    /// <summary>An input that is a text, or nothing.</summary>
    public string? Text(string path) => Input(path)?.ToString();

    /// <summary>An input that is a text holding JSON.</summary>
    public JsonNode Document(string path) => JsonNode.Parse(Text(path)!)!;

    /// <summary>Whether it is made after another, as far as its own inputs and options say.</summary>
    public bool WaitsFor(Planned other) => State.Dependencies.Contains(other.State.Urn);

    public override string ToString() => $"{Type} {Name}";
}
