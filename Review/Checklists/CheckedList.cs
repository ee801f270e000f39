using System.Collections.Immutable;
using Engine;
using Engine.Planning;
using Review.Model;

namespace Review.Checklists;

/// <summary>The check-list of a system, answered for one stack.</summary>
/// <param name="System">The system.</param>
/// <param name="Stack">The stack.</param>
/// <param name="Items">The items, section by section.</param>
public sealed record CheckedList(string System, string Stack, ImmutableArray<ChecklistItem> Items)
{
    /// <summary>Answers the check-list of a system from a plan that was made with <see cref="StandIns"/>.</summary>
    /// <exception cref="InputException">There is no check-list of this system.</exception>
    public static CheckedList Of(string? system, Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (ChecklistCatalog.All.FirstOrDefault(list => list.System == system) is not { } list)
            throw new InputException(
                "infra checklist",
                [
                    $"{plan.Stack}: got {system ?? "no system"}, want one of {string.Join(", ", ChecklistCatalog.All.Select(known => known.System))}; "
                        + "CONTRIBUTING.md says how a system gets a check-list",
                ]
            );
        var stack = StackModel.Of(plan);
        return new(
            list.System,
            plan.Stack,
            [.. list.Rows.Select(row => new ChecklistItem(row.Section, row.Text, row.Look(stack)))]
        );
    }

    /// <summary>How many items stand so.</summary>
    public int Count(ItemState state) => Items.Count(item => item.Evidence.State == state);
}
