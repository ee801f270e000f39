using Engine.Values;

namespace Engine.Schemas;

/// <summary>What a schema says of one property.</summary>
internal sealed record PropertySchema
{
    /// <summary>What values it takes.</summary>
    public required SchemaType Type { get; init; }

    /// <summary>Whether it must be given (an input) or is always there (an output).</summary>
    public bool Required { get; init; }

    /// <summary>Whether its value must never be shown.</summary>
    public bool Secret { get; init; }

    /// <summary>Whether changing it, or anything inside it, takes a new resource.</summary>
    public bool WillReplaceOnChanges { get; init; }

    /// <summary>What to use instead. Default: it is not deprecated.</summary>
    public string? Deprecation { get; init; }

    /// <summary>What it is when not given. Default: the provider decides.</summary>
    public PropertyValue? Default { get; init; }
}
