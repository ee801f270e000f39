using System.Collections.Immutable;

namespace Review.Runbooks;

/// <summary>Text with the names of a stack in it.</summary>
/// <param name="Lines">The lines that are left.</param>
/// <param name="Kept">How many commands and rows named a resource that the stack has.</param>
/// <param name="Dropped">How many named one that it has not, and were left out.</param>
/// <param name="Concerned">What the text itself says of whom it concerns. Default: nothing.</param>
internal sealed record FilledText(ImmutableArray<string> Lines, int Kept, int Dropped, bool? Concerned)
{
    /// <summary>Whether the stack has what the text is about; nothing where it names no resource.</summary>
    public bool? IsAboutTheStack => Concerned ?? (Kept + Dropped == 0 ? null : Kept > 0);
}
