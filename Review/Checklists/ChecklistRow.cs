using Review.Model;

namespace Review.Checklists;

/// <summary>One item of a check-list.</summary>
/// <param name="Section">The heading it stands under.</param>
/// <param name="Text">What is wanted, as a sentence about a stack that has it.</param>
/// <param name="Look">How it is found in a stack.</param>
internal sealed record ChecklistRow(string Section, string Text, Func<StackModel, Evidence> Look);
