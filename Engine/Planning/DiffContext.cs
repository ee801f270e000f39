using Engine.Schemas;

namespace Engine.Planning;

/// <summary>What a comparison of inputs needs to know besides them.</summary>
internal sealed record DiffContext
{
    /// <summary>The type of the resource. Default: not said; then lists are ordered and texts are only texts.</summary>
    public string Type { get; init; } = "";

    /// <summary>What is known of the type. Default: nothing, no property replaces it.</summary>
    public ResourceSchema? Schema { get; init; }

    /// <summary>Whether what a top-level property's value comes from is made anew. Default: nothing is.</summary>
    public Func<string, bool> Renewed { get; init; } = _ => false;

    /// <summary>Whether a text was made of an output that was assumed and is made anew. Default: none is.</summary>
    public Func<string, bool> RenewedText { get; init; } = _ => false;

    /// <summary>How secrets are compared. Default: within this process only.</summary>
    public SecretComparison Secrets { get; init; } = new();
}
