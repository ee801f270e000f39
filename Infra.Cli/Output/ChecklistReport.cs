using Review.Checklists;

namespace Infra.Cli.Output;

/// <summary>A check-list as people read it, section by section, with the numbers at its end.</summary>
internal static class ChecklistReport
{
    /// <summary>Writes the report.</summary>
    public static void Write(Terminal terminal, CheckedList list)
    {
        var head = new Line().Add(list.Stack, Style.Strong).Add($" · {list.System}");
        terminal.WriteLine(head.PadTo(79).Add("offline, nothing is contacted", Style.Faint));
        var rows = new TreeRows();
        foreach (var section in list.Items.GroupBy(item => item.Section))
        {
            rows.Add(new Line());
            rows.Add(new Line().Add(section.Key, Style.Strong));
            foreach (var item in section)
                rows.Add(
                    new Line().Add(Mark(item.Evidence.State), Colour(item.Evidence.State)).Add(" ").Add(item.Text),
                    new Line().Add(Said(item.Evidence), Style.Faint)
                );
        }
        rows.Write(terminal);
        terminal.WriteLine();
        terminal.WriteLine(Counts(list), cut: false);
    }

    /// <summary>What stands before an item.</summary>
    public static string Mark(ItemState state) =>
        state switch
        {
            ItemState.Done => "[x]",
            ItemState.ByHand => "[-]",
            ItemState.AfterDeployment => "[?]",
            _ => "[ ]",
        };

    /// <summary>The facts by resource: <c>aws:rds:Instance shop-db multiAz: true, storageEncrypted: true</c>.</summary>
    public static IEnumerable<string> Facts(Evidence evidence) =>
        evidence
            .Facts.GroupBy(fact => (fact.Type, fact.Name))
            .Select(facts =>
            {
                var said = string.Join(
                    ", ",
                    facts.Where(fact => fact.Path is not null).Select(fact => $"{fact.Path}: {fact.Value}")
                );
                var more = facts.Max(fact => fact.More);
                return $"{facts.Key.Type} {facts.Key.Name}{(said.Length == 0 ? "" : $" {said}")}{(more == 0 ? "" : $" and {more} more")}";
            });

    private static string Said(Evidence evidence)
    {
        IEnumerable<string?> parts = [.. Facts(evidence), evidence.Note, evidence.Link];
        return string.Join("; ", parts.OfType<string>());
    }

    private static Line Counts(CheckedList list)
    {
        var open = list.Count(ItemState.Open);
        return new Line()
            .Add($"{list.Count(ItemState.Done)} [x] in the plan, ")
            .Add($"{open} [ ] open", open == 0 ? Style.Plain : Style.Change)
            .Add(
                $", {list.Count(ItemState.ByHand)} [-] by hand, {list.Count(ItemState.AfterDeployment)} [?] known after the deployment"
            );
    }

    private static Style Colour(ItemState state) =>
        state switch
        {
            ItemState.Done => Style.Good,
            ItemState.Open => Style.Change,
            _ => Style.Faint,
        };
}
