namespace Engine.Projects;

/// <summary>What a project file says of one configuration key.</summary>
internal sealed record ConfigDeclaration
{
    /// <summary>The full key, <c>namespace:name</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Where it is declared.</summary>
    public required int Line { get; init; }

    /// <summary>Whether it is a key of the project itself, which a stack must then set unless there is a default.</summary>
    public required bool OfProject { get; init; }

    /// <summary>Its type. Default: any, and nothing is checked.</summary>
    public ConfigType? Type { get; init; }

    /// <summary>What it is for. Default: not said.</summary>
    public string? Description { get; init; }

    /// <summary>Whether a stack must set it encrypted.</summary>
    public bool Secret { get; init; }

    /// <summary>What it is where a stack does not set it. Default: a stack must.</summary>
    public ConfigNode? Value { get; init; }

    /// <summary>Whether <see cref="Value"/> was written as <c>value</c>, rather than as a default.</summary>
    public bool IsFixed { get; init; }
}
