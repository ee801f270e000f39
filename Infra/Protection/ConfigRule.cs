namespace Infra.Protection;

/// <summary>A rule that AWS writes and looks after, by which AWS Config judges what it has recorded.</summary>
/// <param name="Name">What AWS calls it in its documentation.</param>
/// <param name="Identifier">What its API calls it.</param>
/// <param name="Says">What it asks for, in a sentence without a full stop.</param>
internal sealed record ConfigRule(string Name, string Identifier, string Says)
{
    /// <summary>Its parameters as JSON. Default: none.</summary>
    public string? Parameters { get; init; }
}
