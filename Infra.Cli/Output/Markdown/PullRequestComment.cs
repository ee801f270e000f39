using System.Globalization;
using System.Text;
using Engine.Planning;
using Review.Changes;

namespace Infra.Cli.Output.Markdown;

/// <summary>
/// One comment on a pull request for all stacks: the answer in its first line, a hidden mark by which a workflow finds it again, dangerous things on
/// top, the rest folded. The same plans always make the same bytes.
/// </summary>
internal static class PullRequestComment
{
    /// <summary>By what a workflow knows its comment.</summary>
    public const string Marker = "<!-- infra-preview -->";

    /// <summary>The most a comment may hold, in bytes of UTF-8; GitHub takes 65,536 characters.</summary>
    public const int MostBytes = 60_000;

    // How many items of each list are tried, one after the other, until all of it fits.
    private static readonly int[] Rooms = [int.MaxValue, 400, 200, 100, 50, 25, 12, 6, 3, 1, 0];

    private const int MostStacks = 40;

    /// <summary>Writes it.</summary>
    /// <param name="stacks">What there is to say, in the order of the stacks.</param>
    /// <param name="command">The command that shows everything of one stack; <c>{0}</c> is its name.</param>
    /// <param name="remarks">Further lines below the first, plain text. Default: none.</param>
    public static string Of(IReadOnlyList<StackComment> stacks, string command, params IReadOnlyList<string> remarks)
    {
        foreach (var room in Rooms)
            if (Of(stacks, command, remarks, room) is var comment && Encoding.UTF8.GetByteCount(comment) <= MostBytes)
                return comment;
        // Hundreds of stacks: the first line alone, and where the rest is.
        return $"{Summary.Of(stacks, MostStacks)}\n\n{Marker}\n\nToo much for one comment; {MarkdownText.Code(string.Format(CultureInfo.InvariantCulture, command, "STACK"))} shows one stack.\n";
    }

    private static string Of(IReadOnlyList<StackComment> stacks, string command, IReadOnlyList<string> remarks, int room)
    {
        var text = new StringBuilder($"{Summary.Of(stacks, MostStacks)}\n\n{Marker}\n");
        foreach (var remark in remarks)
            text.Append(CultureInfo.InvariantCulture, $"\n{MarkdownText.Plain(remark)}\n");
        var told = new Section(text, room, command);
        told.All(
            "⚠ Destroys data",
            stacks,
            (stack, changes) => changes.Destroying.Select(step => StackItems.Danger(changes, step))
        );
        told.All("⚠ Broadens access", stacks, (stack, changes) => changes.Broadened.Select(StackItems.Broadened));
        // Stacks of which the same is to be said share a heading.
        foreach (var group in stacks.Where(stack => !stack.IsQuiet).GroupBy(stack => Body(stack, room, command)))
            if (group.Key.Length > 0)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"\n### {string.Join(", ", group.Select(stack => MarkdownText.Plain(stack.Stack)))}\n{group.Key}"
                );
        return text.ToString();
    }

    private static string Body(StackComment stack, int room, string command)
    {
        var text = new StringBuilder();
        var told = new Section(text, room, string.Format(CultureInfo.InvariantCulture, command, stack.Stack));
        told.One(new("Problems", [.. stack.Problems.Select(StackItems.Problem)]));
        if (stack.Changes is { } changes)
        {
            told.One(new("Replaced", [.. changes.Replaced.Select(step => StackItems.Danger(changes, step))]));
            told.One(new("Deleted", [.. changes.Deleted.Select(step => StackItems.Danger(changes, step))]));
            told.One(new("Changed", [.. changes.Updated.Select(StackItems.Change)]));
        }
        foreach (var section in stack.Sections)
            told.One(section);
        if (stack.Changes is { } made)
            told.One(new($"{made.Created.Length} new", [.. made.Created.Select(StackItems.Resource)], Folded: true));
        return text.ToString();
    }
}
