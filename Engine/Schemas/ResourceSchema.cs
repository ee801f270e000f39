using System.Collections.Immutable;

namespace Engine.Schemas;

/// <summary>What a schema says of one resource type.</summary>
internal sealed record ResourceSchema
{
    /// <summary>Its type token, for example <c>aws:s3/bucket:Bucket</c>.</summary>
    public required string Token { get; init; }

    /// <summary>What a program may set, by name.</summary>
    public required IReadOnlyDictionary<string, PropertySchema> Inputs { get; init; }

    /// <summary>What the provider answers, by name.</summary>
    public required IReadOnlyDictionary<string, PropertySchema> Outputs { get; init; }

    /// <summary>Whether it is a component made by its package, rather than one real thing.</summary>
    public bool IsComponent { get; init; }

    /// <summary>Whether it is the package's provider, whose values other than texts travel as JSON texts.</summary>
    public bool IsProvider { get; init; }

    /// <summary>What to use instead. Default: it is not deprecated.</summary>
    public string? Deprecation { get; init; }

    /// <summary>Former type tokens.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];
}
