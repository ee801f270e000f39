using System.Collections.Immutable;
using Infra.Naming;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;

namespace Infra.Observability;

/// <summary>The alarms of a table. Each tells its topic when trouble begins and when it ends, and says where to read what to do.</summary>
internal sealed class AlarmSet : ComponentResource
{
    /// <summary>The name of every alarm, in order; plain, because names are made here.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The ARN of every alarm by its key.</summary>
    public ImmutableSortedDictionary<string, Output<string>> Arns { get; }

    /// <summary>Makes the alarms.</summary>
    public AlarmSet(string name, AlarmSetArgs args, ComponentResourceOptions? options = null)
        : base("idp:observability:AlarmSet", name, options)
    {
        args.Validate().ThrowIfAny(this);
        var rows = args.Rows.ToDictionary(row => row.Key, row => Single(name, row, args), StringComparer.Ordinal);
        var arns = rows.ToImmutableSortedDictionary(row => row.Key, row => row.Value.Arn);
        foreach (var composite in args.Composites)
            arns = arns.Add(composite.Key, Composite(name, composite, args, rows).Arn);

        Arns = arns;
        Names = [.. arns.Keys.Select(key => NameOf(args, key)).Order(StringComparer.Ordinal)];
        RegisterOutputs(new Dictionary<string, object?> { ["names"] = Names.ToList() });
    }

    private static string NameOf(AlarmSetArgs args, string key)
    {
        var name = args.Rows.FirstOrDefault(row => row.Key == key)?.Name ?? key;
        return NameRule.Alarm.Check($"{args.Prefix ?? args.Context.Label.Prefix}-{name}");
    }

    private MetricAlarm Single(string name, AlarmRow row, AlarmSetArgs args)
    {
        var topic = args.Topics[row.Severity];
        var alarm = new MetricAlarmArgs
        {
            Name = NameOf(args, row.Key),
            AlarmDescription = Description(args, row.Description, row.Runbook),
            ComparisonOperator = Operator(row.Comparison),
            Threshold = row.Threshold,
            EvaluationPeriods = row.EvaluationPeriods,
            TreatMissingData = Treat(row.MissingData),
            ActionsEnabled = IsHeard(args, row.Key),
            AlarmActions = { topic },
            Tags = NameTag(args, row.Key),
        };
        if (row.DatapointsToAlarm is { } points)
            alarm.DatapointsToAlarm = points;
        if (row.NotifyOk)
            alarm.OkActions = [topic];
        if (row.Metric is { } metric)
            AddMetric(alarm, metric, row.PeriodSeconds);
        if (row.Formula is { } formula)
            alarm.MetricQueries = [.. Queries(formula, row.PeriodSeconds)];
        return new($"{name}-{row.Key}", alarm, new() { Parent = this });
    }

    private CompositeAlarm Composite(
        string name,
        CompositeAlarmRow row,
        AlarmSetArgs args,
        Dictionary<string, MetricAlarm> alarms
    ) =>
        new(
            $"{name}-{row.Key}",
            new()
            {
                AlarmName = NameOf(args, row.Key),
                AlarmDescription = Description(args, row.Description, row.Runbook),
                AlarmRule = string.Join(
                    " OR ",
                    row.AnyOf.Select(all => $"({string.Join(" AND ", all.Select(key => $"ALARM(\"{NameOf(args, key)}\")"))})")
                ),
                ActionsEnabled = IsHeard(args, row.Key),
                AlarmActions = [args.Topics[row.Severity]],
                OkActions = [args.Topics[row.Severity]],
                Tags = NameTag(args, row.Key),
            },
            // The rule holds names only, so the engine would not know that the alarms come first.
            new() { Parent = this, DependsOn = [.. row.AnyOf.SelectMany(all => all).Distinct().Select(key => alarms[key])] }
        );

    private static void AddMetric(MetricAlarmArgs alarm, MetricSource metric, int period)
    {
        alarm.Namespace = metric.Namespace;
        alarm.MetricName = metric.Name;
        alarm.Period = period;
        if (!metric.Dimensions.IsEmpty) // AWS hands no empty map back, and the difference would show for ever
            alarm.Dimensions = Dimensions(metric);
        if (metric.Unit is { } unit)
            alarm.Unit = unit;
        if (!metric.IsPercentile)
        {
            alarm.Statistic = metric.Statistic;
            return;
        }
        alarm.ExtendedStatistic = metric.Statistic;
        // The slowest of three requests in the small hours is no percentile.
        alarm.EvaluateLowSampleCountPercentiles = "ignore";
    }

    private static IEnumerable<MetricAlarmMetricQueryArgs> Queries(MetricFormula formula, int period)
    {
        yield return new()
        {
            Id = "result",
            Expression = formula.Expression,
            Label = formula.Label,
            ReturnData = true,
        };
        foreach (var (id, metric) in formula.Inputs)
        {
            var query = new MetricAlarmMetricQueryMetricArgs
            {
                Namespace = metric.Namespace,
                MetricName = metric.Name,
                Period = period,
                Stat = metric.Statistic,
            };
            if (!metric.Dimensions.IsEmpty)
                query.Dimensions = Dimensions(metric);
            if (metric.Unit is { } unit)
                query.Unit = unit;
            yield return new()
            {
                Id = id,
                Metric = query,
                ReturnData = false,
            };
        }
    }

    private static InputMap<string> Dimensions(MetricSource metric)
    {
        var map = new InputMap<string>();
        foreach (var (key, value) in metric.Dimensions)
            map.Add(key, value);
        return map;
    }

    private static InputMap<string> NameTag(AlarmSetArgs args, string key) =>
        new Dictionary<string, string> { ["Name"] = NameOf(args, key) };

    private static bool IsHeard(AlarmSetArgs args, string key) => args.ActionsEnabled && !args.Muted.Contains(key);

    private static string Description(AlarmSetArgs args, string text, string runbook) =>
        $"{text}. Runbook: {args.RunbookBase.TrimEnd('/')}/{runbook}";

    private static string Operator(AlarmComparison comparison) =>
        comparison switch
        {
            AlarmComparison.GreaterThan => "GreaterThanThreshold",
            AlarmComparison.GreaterThanOrEqual => "GreaterThanOrEqualToThreshold",
            AlarmComparison.LessThan => "LessThanThreshold",
            _ => "LessThanOrEqualToThreshold",
        };

    private static string Treat(MissingData silence) =>
        silence switch
        {
            MissingData.NotBreaching => "notBreaching",
            MissingData.Breaching => "breaching",
            MissingData.Missing => "missing",
            _ => "ignore",
        };
}
