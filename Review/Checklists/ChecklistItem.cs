namespace Review.Checklists;

/// <summary>An item of a check-list and how it stands.</summary>
/// <param name="Section">The heading it stands under.</param>
/// <param name="Text">What is wanted.</param>
/// <param name="Evidence">How it stands, and why.</param>
public sealed record ChecklistItem(string Section, string Text, Evidence Evidence);
