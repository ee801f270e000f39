using System.Collections.Immutable;
using System.Globalization;
using Engine.Planning;

namespace Infra.Cli.Output.Markdown;

/// <summary>The first line of a comment: <c>**prod**: 2 change, 1 replace ⚠ data · dev: 2 change · ten stacks unchanged</c>.</summary>
internal static class Summary
{
    private static readonly ImmutableArray<string> Numbers =
    [
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ];

    /// <summary>The line; of the stacks that change so many are told at most, those first that lose something.</summary>
    public static string Of(IReadOnlyList<StackComment> stacks, int most)
    {
        var loud = stacks.Where(stack => !stack.IsQuiet).OrderByDescending(Danger).ToList();
        var parts = loud.Take(most).Select(One).ToList();
        if (loud.Count > most)
            parts.Add($"{loud.Count - most} more stacks change");
        if (stacks.Count - loud.Count is > 0 and var quiet)
            parts.Add(
                loud.Count == 0 && quiet == 1
                    ? $"{MarkdownText.Plain(stacks[0].Stack)}: no changes"
                    : $"{Number(quiet)} {(quiet == 1 ? "stack" : "stacks")} unchanged"
            );
        return string.Join(" · ", parts.DefaultIfEmpty("no stacks"));
    }

    private static int Danger(StackComment stack) =>
        stack.Changes is null ? 3
        : !stack.Changes.Destroying.IsEmpty ? 2
        : stack.Problems.Count > 0 ? 1
        : 0;

    private static string One(StackComment stack)
    {
        var name = MarkdownText.Plain(stack.Stack);
        if (stack.Changes is not { } changes)
            return $"**{name}**: ✗ no plan";
        var steps = changes.Plan.Steps.Where(step => !step.Internal).ToList();
        var words = new List<string>();
        Add(changes.Updated.Length, "change");
        Add(steps.Count(step => step.Op == StepOp.Replace), "replace");
        Add(steps.Count(step => step.Op == StepOp.Delete), "delete");
        Add(changes.Created.Length, "new");
        var data = changes.Destroying.IsEmpty ? "" : " ⚠ data";
        var access = changes.Broadened.IsEmpty ? "" : " ⚠ access";
        var refused = stack.Problems.Count == 0 ? "" : " ✗ refused";
        var counts = words.Count == 0 ? "no changes" : string.Join(", ", words);
        var told = string.Join(
            " · ",
            stack.Headline.Select(part => MarkdownText.Plain(part)).Prepend($"{counts}{data}{access}{refused}")
        );
        return Danger(stack) > 0 ? $"**{name}**: {told}" : $"{name}: {told}";

        void Add(int count, string word)
        {
            if (count > 0)
                words.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {word}"));
        }
    }

    private static string Number(int number) =>
        number < Numbers.Length ? Numbers[number] : number.ToString(CultureInfo.InvariantCulture);
}
