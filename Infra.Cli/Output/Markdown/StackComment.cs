using Review.Changes;

namespace Infra.Cli.Output.Markdown;

/// <summary>What a comment says of one stack.</summary>
internal sealed record StackComment
{
    /// <summary>The stack's name.</summary>
    public required string Stack { get; init; }

    /// <summary>What changes. Default: nothing is known, there is no plan.</summary>
    public PlanChanges? Changes { get; init; }

    /// <summary>Why there is no plan, or why it would be refused. Default: nothing is wrong.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Further words for the first line, such as <c>+14 USD a month</c>. Default: none.</summary>
    public IReadOnlyList<string> Headline { get; init; } = [];

    /// <summary>Further sections below the changes, such as new findings. Default: none.</summary>
    public IReadOnlyList<CommentSection> Sections { get; init; } = [];

    /// <summary>Whether there is nothing to say of it.</summary>
    public bool IsQuiet => Changes is { IsEmpty: true } && Problems.Count == 0 && Headline.Count == 0 && Sections.Count == 0;
}
