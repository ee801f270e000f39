using Review.Checklists;

namespace Infra.Cli.Output;

/// <summary>A check-list as Markdown. Boxes that the plan cannot tick are left for whoever works the list off.</summary>
internal static class ChecklistMarkdown
{
    /// <summary>Writes the list.</summary>
    public static void Write(TextWriter writer, CheckedList list)
    {
        writer.Write($"## Check-list of {list.Stack} ({list.System})\n");
        foreach (var section in list.Items.GroupBy(item => item.Section))
        {
            writer.Write($"\n### {section.Key}\n\n");
            foreach (var item in section)
                writer.Write($"- {Line(item)}\n");
        }
    }

    private static string Line(ChecklistItem item)
    {
        var box = item.Evidence.State == ItemState.Done ? "[x]" : "[ ]";
        var word = item.Evidence.State switch
        {
            ItemState.ByHand => " **by hand**",
            ItemState.AfterDeployment => " **after the deployment**",
            _ => "",
        };
        IEnumerable<string?> parts =
        [
            .. ChecklistReport.Facts(item.Evidence).Select(fact => $"`{fact.Replace('`', '\'')}`"),
            item.Evidence.Note,
            item.Evidence.Link is { } link ? $"[{link}]({link})" : null,
        ];
        var said = string.Join("; ", parts.OfType<string>());
        return $"{box}{word} {item.Text}{(said.Length == 0 ? "" : $": {said}")}";
    }
}
