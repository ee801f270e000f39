using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails;

/// <summary>What rules ask about windows for backups and maintenance.</summary>
internal static class WindowChecks
{
    /// <summary>Both windows must be chosen, and must have no minute in common.</summary>
    public static Verdict HasApart(this Resource resource, string backup, string maintenance) =>
        resource.Ask(backup, IsWindow, "a window such as 17:00-17:30 (UTC)")
        & resource.Ask(maintenance, IsWindow, "a window such as sun:18:00-sun:19:00 (UTC)")
        & (
            Parse(resource, backup) is { } first && Parse(resource, maintenance) is { } second
                ? Verdict.Of(
                    !first.Overlaps(second),
                    $"{maintenance}: got {resource[maintenance].Text}, want it apart from {backup} {resource[backup].Text}"
                )
                : Verdict.Pass
        );

    private static bool IsWindow(Value value) => TimeWindow.Parse(value.Text) is not null;

    private static TimeWindow? Parse(Resource resource, string path) =>
        resource[path].IsUnknown ? null : TimeWindow.Parse(resource[path].Text);
}
