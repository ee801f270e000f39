namespace Review.Changes;

/// <summary>Why AWS makes a new resource rather than change one, and what one does instead.</summary>
/// <param name="Type">The type token.</param>
/// <param name="Property">The top-level property that forces it; a star for every one.</param>
/// <param name="Why">In a few words, after the change itself.</param>
/// <param name="Runbook">The page, and its section, that says what to do instead. Default: nothing has to be done instead.</param>
public sealed record ReplacementCause(string Type, string Property, string Why, string? Runbook = null);
