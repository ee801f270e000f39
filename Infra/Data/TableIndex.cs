namespace Infra.Data;

/// <summary>A second way to look up what is in a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="HashKey">The attribute, a text, that says which items belong together.</param>
/// <param name="RangeKey">The attribute, a text, that orders them. Default: none.</param>
internal sealed record TableIndex(string Name, string HashKey, string? RangeKey = null)
{
    /// <summary>Whether it holds whole items rather than their keys only. Default: true; the rest would have to be read from the table.</summary>
    public bool WholeItems { get; init; } = true;
}
