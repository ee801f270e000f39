using System.Collections.Immutable;
using System.Reflection;

namespace Review.Checklists;

/// <summary>All check-lists there are.</summary>
internal static class ChecklistCatalog
{
    private static readonly Lazy<ImmutableArray<Checklist>> Found = new(() =>
        [
            .. Assembly
                .GetExecutingAssembly()
                .GetTypes()
                .Where(type => type.IsSubclassOf(typeof(Checklist)) && !type.IsAbstract)
                .Select(type => (Checklist)Activator.CreateInstance(type)!)
                .OrderBy(list => list.System, StringComparer.Ordinal),
        ]
    );

    /// <summary>Every check-list, by system.</summary>
    public static ImmutableArray<Checklist> All => Found.Value;
}
