namespace Engine.Schemas;

/// <summary>What a schema says of one function.</summary>
internal sealed record FunctionSchema
{
    /// <summary>Its token, for example <c>aws:index/getRegion:getRegion</c>.</summary>
    public required string Token { get; init; }

    /// <summary>Its arguments, by name.</summary>
    public required IReadOnlyDictionary<string, PropertySchema> Inputs { get; init; }

    /// <summary>What it answers, by name.</summary>
    public required IReadOnlyDictionary<string, PropertySchema> Outputs { get; init; }
}
