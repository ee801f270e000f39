using System.Collections.Immutable;
using System.Text.Json;
using Engine.Model;
using Engine.Values;

namespace Engine.Documents;

/// <summary>Reads a resource of a checkpoint. Fields this engine has no use for are passed over.</summary>
internal sealed class StateReader(ValueReader values)
{
    private readonly Dictionary<string, string> _shared = new(StringComparer.Ordinal);

    /// <exception cref="FormatException">A field is missing or of the wrong kind.</exception>
    public ResourceState Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new FormatException("got something else, want an object with urn, custom and type");
        var urn = Text(json, "urn");
        if (string.IsNullOrEmpty(urn) || !Urns.IsValid(urn))
            throw new FormatException(
                $"got {(string.IsNullOrEmpty(urn) ? "no urn" : $"urn {urn}")}, want urn:pulumi:stack::project::type::name"
            );
        if (Text(json, "type") is not { Length: > 0 } type)
            throw new FormatException($"{urn}: got no type, want one such as aws:s3/bucket:Bucket");
        var state = new ResourceState
        {
            Urn = urn,
            Type = type,
            Custom = Flag(json, "custom"),
            Id = Text(json, "id") is var id and not Signatures.Unknown ? id : null,
            Parent = Text(json, "parent"),
            Provider = Text(json, "provider"),
            Inputs = Object(json, "inputs"),
            Outputs = Object(json, "outputs"),
            Dependencies = Texts(json, "dependencies"),
        };
        return WithFlags(WithOptions(state, json), json);
    }

    private ResourceState WithOptions(ResourceState state, JsonElement json) =>
        state with
        {
            PropertyDependencies = PropertyDependencies(json),
            AdditionalSecretOutputs = Texts(json, "additionalSecretOutputs"),
            Aliases = Texts(json, "aliases"),
            InitErrors = Texts(json, "initErrors"),
            IgnoreChanges = Texts(json, "ignoreChanges"),
            ReplaceOnChanges = Texts(json, "replaceOnChanges"),
            ReplaceWith = Texts(json, "replaceWith"),
            DeletedWith = Text(json, "deletedWith"),
            ImportId = Text(json, "importID"),
            Created = Text(json, "created"),
            Modified = Text(json, "modified"),
            SourcePosition = Text(json, "sourcePosition"),
            CustomTimeouts = Timeouts(json),
            ReplacementTrigger = json.TryGetProperty("replacementTrigger", out var trigger) ? values.Value(trigger) : null,
        };

    private static ResourceState WithFlags(ResourceState state, JsonElement json) =>
        state with
        {
            Delete = Flag(json, "delete"),
            Protect = Flag(json, "protect"),
            Taint = Flag(json, "taint"),
            External = Flag(json, "external"),
            RetainOnDelete = Flag(json, "retainOnDelete"),
            PendingReplacement = Flag(json, "pendingReplacement"),
        };

    private ObjectValue Object(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object
            ? values.Object(value)
            : ObjectValue.Empty;

    private ImmutableArray<string> Texts(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? List(value) : [];

    private ImmutableArray<string> List(JsonElement json) =>
        [.. json.EnumerateArray().Select(item => Share(item.GetString() ?? ""))];

    private ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependencies(JsonElement json)
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        if (json.TryGetProperty("propertyDependencies", out var members) && members.ValueKind == JsonValueKind.Object)
            foreach (var member in members.EnumerateObject())
                found[Share(member.Name)] = member.Value.ValueKind == JsonValueKind.Array ? List(member.Value) : [];
        return found.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, double> Timeouts(JsonElement json)
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        if (json.TryGetProperty("customTimeouts", out var members) && members.ValueKind == JsonValueKind.Object)
            foreach (var member in members.EnumerateObject())
                if (member.Value.ValueKind == JsonValueKind.Number)
                    found[member.Name] = member.Value.GetDouble();
        return found.ToImmutable();
    }

    private string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? Share(value.GetString()!) : null;

    private static bool Flag(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    // URNs and types repeat throughout a checkpoint.
    private string Share(string text)
    {
        if (_shared.TryGetValue(text, out var known))
            return known;
        _shared.Add(text, text);
        return text;
    }
}
