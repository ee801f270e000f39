namespace Infra.Cli.Output.Markdown;

/// <summary>A list in a comment, cut where there is no room for all of it.</summary>
/// <param name="Title">What it is a list of, Markdown.</param>
/// <param name="Items">Its items, Markdown: one line each, or with lines below it that begin with two spaces.</param>
/// <param name="Folded">Whether only the title is seen until somebody opens it.</param>
internal sealed record CommentSection(string Title, IReadOnlyList<string> Items, bool Folded = false);
