using System.Globalization;
using System.Text;
using Review.Changes;

namespace Infra.Cli.Output.Markdown;

/// <summary>Writes lists of a comment, each cut to the room there is, with the number of what is missing and the way to see it.</summary>
/// <param name="text">Where to.</param>
/// <param name="room">How many items of each list.</param>
/// <param name="command">The command that shows the rest.</param>
internal sealed class Section(StringBuilder text, int room, string command)
{
    /// <summary>One list about all stacks, each item with its stack; nothing where it is empty.</summary>
    public void All(string title, IReadOnlyList<StackComment> stacks, Func<StackComment, PlanChanges, IEnumerable<string>> items)
    {
        // Equal items of several stacks are one.
        var all = stacks
            .Where(stack => stack.Changes is not null)
            .SelectMany(stack => items(stack, stack.Changes!).Select(item => (stack.Stack, Item: item)))
            .GroupBy(found => found.Item, found => found.Stack)
            .Select(found => $"**{string.Join(", ", found.Select(name => MarkdownText.Plain(name)))}** {found.Key}")
            .ToList();
        if (all.Count == 0)
            return;
        text.Append(CultureInfo.InvariantCulture, $"\n### {title}\n\n");
        Items(all, string.Format(CultureInfo.InvariantCulture, command, "STACK"));
    }

    /// <summary>One list; nothing where it is empty.</summary>
    public void One(CommentSection section)
    {
        if (section.Items.Count == 0)
            return;
        text.Append(section.Folded ? $"\n<details><summary>{section.Title}</summary>\n\n" : $"\n**{section.Title}**\n\n");
        Items(section.Items, command);
        if (section.Folded)
            text.Append("\n</details>\n");
    }

    private void Items(IReadOnlyList<string> items, string how)
    {
        foreach (var item in items.Take(room))
            text.Append(CultureInfo.InvariantCulture, $"- {item}\n");
        if (items.Count > room)
            text.Append(
                CultureInfo.InvariantCulture,
                $"- … {(room == 0 ? "" : "and ")}{items.Count - room}{(room == 0 ? "" : " more")}: {MarkdownText.Code(how)}\n"
            );
    }
}
