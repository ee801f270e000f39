using Engine.Model;

namespace Review.Model;

/// <summary>One resource of a stack, easy to ask.</summary>
public sealed class Resource(ResourceState state, StackModel stack)
{
    private readonly Dictionary<string, Value> _documents = new(StringComparer.Ordinal);

    /// <summary>The resource as the program registered it.</summary>
    public ResourceState State { get; } = state;

    /// <summary>The stack it is part of.</summary>
    public StackModel Stack { get; } = stack;

    /// <summary>Its unique name.</summary>
    public string Urn => State.Urn;

    /// <summary>Its type token.</summary>
    public string Type => State.Type;

    /// <summary>Its logical name.</summary>
    public string Name { get; } = state.Name;

    /// <summary>The region it lives in, as far as it is known.</summary>
    public string? Region => Stack.RegionOf(State);

    /// <summary>An input by its path; see <see cref="Value.this"/>.</summary>
    public Value this[string path] => new Value(State.Inputs)[path];

    /// <summary>The JSON document that an input holds as a text; it is read once.</summary>
    public Value Json(string property) =>
        _documents.TryGetValue(property, out var known) ? known : _documents[property] = this[property].Json();

    /// <summary>
    /// The resources of a type that an input refers to: by an output of theirs in its value, by what it depends on where the value is unknown, or by
    /// a name that they have.
    /// </summary>
    /// <param name="property">The top-level input.</param>
    /// <param name="type">The type token. Default: any.</param>
    public IEnumerable<Resource> Referred(string property, string? type = null) =>
        Stack.References.From(this, property).Where(target => type is null || target.Type == type);

    /// <summary>The resources of a type of which some input, or the one named, refers to this one.</summary>
    public IEnumerable<Resource> ReferredBy(string type, string? property = null) =>
        Stack
            .References.To(this)
            .Where(use => use.From.Type == type && (property is null || use.Property == property))
            .Select(use => use.From)
            .Distinct();

    /// <inheritdoc/>
    public override string ToString() => $"{Type} {Name}";
}
