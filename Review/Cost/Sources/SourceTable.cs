using System.Collections.Immutable;

namespace Review.Cost.Sources;

/// <summary>A table of monthly costs from a source document, and how to make a bill that can be held against it.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Stack">The stack that is priced.</param>
/// <param name="Profile">The usage that the source assumes; a profile of this repository.</param>
/// <param name="Low">The sum as the source gives it, the lower end.</param>
/// <param name="High">The upper end.</param>
/// <param name="Rows">Its rows. A line of our bill belongs to the first that it fits.</param>
public sealed record SourceTable(
    string Title,
    string Stack,
    string Profile,
    decimal Low,
    decimal High,
    ImmutableArray<SourceRow> Rows
)
{
    /// <summary>The class that the source gives the database where the stack has another. Default: as planned.</summary>
    public string? DatabaseClass { get; init; }

    /// <summary>Whether the source doubles the database. Default: as planned.</summary>
    public bool? MultiAz { get; init; }
}
