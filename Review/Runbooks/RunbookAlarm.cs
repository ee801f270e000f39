using System.Collections.Immutable;
using Review.Model;
using Review.Model.Aws;

namespace Review.Runbooks;

/// <summary>An alarm of a stack and where to read what to do.</summary>
/// <param name="Name">Its physical name.</param>
/// <param name="Logical">Its logical name.</param>
/// <param name="Says">What is wrong when it rings.</param>
/// <param name="Tells">The topic that it tells; nothing where only a deployment reads it.</param>
/// <param name="Page">The page, such as <c>database</c>.</param>
/// <param name="Anchor">The section, such as <c>cpu</c>.</param>
/// <param name="About">The names of what it watches.</param>
public sealed record RunbookAlarm(
    string Name,
    string Logical,
    string Says,
    string? Tells,
    string Page,
    string Anchor,
    ImmutableHashSet<string> About
)
{
    private const string Mark = ". Runbook: ";

    // What only undoes a deployment names no runbook: people hear of the deployment.
    private const string Undone = "service.md#undone-deployment";

    /// <summary>The alarms of a stack by name.</summary>
    internal static ImmutableArray<RunbookAlarm> Of(StackModel stack) =>
        [
            .. stack
                .All(Tokens.MetricAlarm)
                .Concat(stack.All(Tokens.CompositeAlarm))
                .Select(Read)
                .OrderBy(alarm => alarm.Name, StringComparer.Ordinal),
        ];

    private static RunbookAlarm Read(Resource alarm)
    {
        var text = alarm["alarmDescription"].Text ?? "";
        var mark = text.IndexOf(Mark, StringComparison.Ordinal);
        var link =
            mark >= 0 ? text[(mark + Mark.Length)..]
            : Alarms.Of(alarm.Stack).IsReadByMachines(alarm) ? Undone
            : "";
        var parts = link[(link.LastIndexOf('/') + 1)..].Split('#');
        var page = parts[0].EndsWith(".md", StringComparison.Ordinal) ? parts[0][..^3] : parts[0];
        return new(
            alarm["name"].Text ?? alarm["alarmName"].Text ?? alarm.Name,
            alarm.Name,
            mark >= 0 ? text[..mark] : text,
            alarm.Referred("alarmActions", Tokens.Topic).Select(topic => topic["name"].Text).FirstOrDefault(),
            page,
            parts.Length > 1 ? parts[1] : "",
            [
                .. AlarmedMetric
                    .Of(alarm)
                    .SelectMany(metric => metric.Dimensions.Members)
                    .Select(one => one.Value.Text)
                    .OfType<string>()
                    .SelectMany(text => Names(alarm.Stack, text)),
            ]
        );
    }

    // Some dimensions are parts of ARNs, which only AWS knows: the name of the resource says the same.
    private static IEnumerable<string> Names(StackModel stack, string dimension) =>
        Reference.IsIn(dimension)
            ? Reference
                .In(dimension)
                .SelectMany(reference => stack.All(reference.Type).Where(one => one.Name == reference.Name))
                .Select(resource => resource["name"].Text ?? resource["comment"].Text)
                .OfType<string>()
            : [dimension];
}
