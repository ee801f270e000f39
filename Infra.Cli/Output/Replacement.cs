using Engine.Planning;
using Review.Changes;

namespace Infra.Cli.Output;

/// <summary>What there is to say of a replacement besides what forces it.</summary>
internal static class Replacement
{
    private const string Folder = "docs/runbooks/";

    /// <summary>Why AWS does not change the resource. Default: nobody has written that down.</summary>
    public static string? Why(PlanStep step) =>
        ReplacementCauses.Of(step) is { Count: > 0 } causes
            ? string.Join("; ", causes.Select(cause => cause.Why).Distinct())
            : null;

    /// <summary>The pages that say what to do instead.</summary>
    public static IEnumerable<string> Runbooks(PlanStep step) =>
        ReplacementCauses.Of(step).Select(cause => cause.Runbook).OfType<string>().Distinct().Select(page => Folder + page);

    /// <summary>The option that approves it.</summary>
    public static string Approval(PlanStep step) => $"--approve-replace {ValueText.Quoted(step.State.Name)}";
}
