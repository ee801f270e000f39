namespace Review.Checklists;

/// <summary>The check-list of one system. Every class that derives from this one is found by itself.</summary>
internal abstract class Checklist
{
    /// <summary>The system, as stack files name it.</summary>
    public abstract string System { get; }

    /// <summary>The items, section by section.</summary>
    public abstract IReadOnlyList<ChecklistRow> Rows { get; }
}
