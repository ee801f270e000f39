using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Review.Model.Aws;

/// <summary>The alarms of a stack: what they watch, and who reads them.</summary>
internal sealed partial class Alarms
{
    private static readonly ConditionalWeakTable<StackModel, Alarms> Known = [];

    private readonly ILookup<Resource, string> _watched;
    private readonly HashSet<string> _metrics;
    private readonly HashSet<string> _combined;

    private Alarms(StackModel stack)
    {
        var alarms = stack.All(Tokens.MetricAlarm).ToList();
        var metrics = alarms.SelectMany(AlarmedMetric.Of).ToList();
        _metrics = [.. metrics.Select(metric => FullName(metric.Namespace, metric.Name))];
        var dimensions = Dimensions.Of(stack);
        _watched = (
            from metric in metrics
            from dimension in metric.Dimensions.Members
            let text = dimension.Value.Text
            where text is not null && Dimensions.Means(metric, dimension.Key)
            let resource = dimensions.Find(dimension.Key, text)
            where resource is not null
            select new { resource, metric.Name }
        )
            .Distinct()
            .ToLookup(watched => watched.resource, watched => watched.Name);
        _combined = [.. stack.All(Tokens.CompositeAlarm).SelectMany(Combined)];
    }

    /// <summary>The alarms of a stack, found once.</summary>
    public static Alarms Of(StackModel stack) => Known.GetValue(stack, static stack => new(stack));

    /// <summary>The names of metrics by which alarms watch a resource.</summary>
    public IEnumerable<string> Watching(Resource resource) => _watched[resource];

    /// <summary>Whether an alarm reads a metric, whatever its dimensions.</summary>
    public bool Reads(string space, string metric) => _metrics.Contains(FullName(space, metric));

    private static string FullName(string space, string metric) => $"{space}/{metric}";

    /// <summary>Whether something else than people reads an alarm: a deployment that it undoes, or a composite alarm.</summary>
    public bool IsReadByMachines(Resource alarm) =>
        alarm["name"].Text is { } name && _combined.Contains(name)
        || alarm.ReferredBy("aws:ecs/service:Service", "alarms").Any()
        || alarm.ReferredBy("aws:codedeploy/deploymentGroup:DeploymentGroup", "alarmConfiguration").Any();

    /// <summary>The names of the alarms that a composite alarm is made of.</summary>
    public static IEnumerable<string> Combined(Resource composite) =>
        State().Matches(composite["alarmRule"].Text ?? "").Select(match => match.Groups[1].Value);

    [GeneratedRegex("""(?:ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*"?([^")]+?)"?\s*\)""")]
    private static partial Regex State();
}
