using Engine.Planning;
using Review.Changes;
using Review.Model;

namespace Infra.Cli.Output.Markdown;

/// <summary>The steps of a plan as items of a comment.</summary>
internal static class StackItems
{
    private const int ValueLength = 120;
    private const int MostChanges = 12;

    /// <summary>A replacement or deletion with all there is to say of it.</summary>
    public static string Danger(PlanChanges changes, PlanStep step)
    {
        var lines = new List<string> { $"{MarkdownText.Code(step.Op.Sign())} {Resource(step)}{Forced(step)}" };
        if (changes.Loss(step) is { } loss)
            lines.Add($"lost with it: **{MarkdownText.Plain(loss)}**");
        if (changes.After(step) is { Count: > 0 } after)
            lines.Add($"after it: {MarkdownText.Plain(Nouns.Count(after.Select(it => it.State)))}");
        foreach (var page in Replacement.Runbooks(step))
            lines.Add($"what to do instead: {MarkdownText.Code(page)}");
        if (changes.Loss(step) is not null)
            lines.Add($"to go ahead anyway: {MarkdownText.Code(Replacement.Approval(step))}");
        return string.Join("\n  - ", lines);
    }

    /// <summary>A change in place, its differences on lines of their own where there are several.</summary>
    public static string Change(PlanStep step)
    {
        var changes = StepChanges.Of(step);
        if (changes is [var only])
            return $"{Resource(step)}: {Text(only)}";
        var lines = changes.Take(MostChanges).Select(Text).Prepend(Resource(step)).ToList();
        if (changes.Count > MostChanges)
            lines.Add($"… and {changes.Count - MostChanges} more");
        return string.Join("\n  - ", lines);
    }

    /// <summary>What is wrong, line by line.</summary>
    public static string Problem(string text) =>
        string.Join(
            "\n  - ",
            text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Take(MostChanges)
                .Select(line => MarkdownText.Plain(line))
        );

    /// <summary>Where somebody may do more than before.</summary>
    public static string Broadened(Review.Changes.Broadening.BroadenedAccess found) =>
        $"{MarkdownText.Code(Names.Of(found.Urn))} {MarkdownText.Code(found.Path)}: + {MarkdownText.Code(StandIns.Readable(found.What), 300)}";

    /// <summary>A resource by type and name.</summary>
    public static string Resource(PlanStep step) => MarkdownText.Code($"{Names.Type(step.State.Type)} {step.State.Name}");

    private static string Forced(PlanStep step)
    {
        if (step.Op != StepOp.Replace)
            return "";
        var forcing = StepChanges.Of(step).Where(change => change.Replaces).Take(3).Select(Text).ToList();
        if (forcing.Count == 0)
            forcing = [.. step.ReplaceReasons.Select(reason => $"because of {MarkdownText.Code(reason)}")];
        var why = Replacement.Why(step) is { } said ? $" ({MarkdownText.Plain(said)})" : "";
        return forcing.Count == 0 ? why : $": {string.Join(", ", forcing)}{why}";
    }

    private static string Text(Change change)
    {
        var path = MarkdownText.Code(change.Path);
        return change.Kind switch
        {
            ChangeKind.Added => $"{path} + {Value(change.New)}",
            ChangeKind.Removed => $"{path} − {Value(change.Old)}",
            _ => $"{path} {Value(change.Old)} → {Value(change.New)}",
        };
    }

    private static string Value(Engine.Values.PropertyValue? value) =>
        MarkdownText.Code(ValueText.Short(value, ValueLength), ValueLength);
}
