namespace Infra.Observability;

/// <summary>One alarm, as a row of a table.</summary>
internal sealed record AlarmRow
{
    /// <summary>How the alarm is told from the others of the stack, and what it is called behind the stack's prefix.</summary>
    public required string Key { get; init; }

    /// <summary>What AWS calls it behind the prefix, where a source has names of its own. Default: the key.</summary>
    public string? Name { get; init; }

    /// <summary>The thing it watches. A row about a thing that the stack does not have is refused: it would never have data.</summary>
    public required string Watches { get; init; }

    /// <summary>How soon somebody must look.</summary>
    public required AlertSeverity Severity { get; init; }

    /// <summary>What is wrong when it rings, in a sentence without a full stop.</summary>
    public required string Description { get; init; }

    /// <summary>What to do then: a page and its section, such as <c>database.md#cpu</c>.</summary>
    public required string Runbook { get; init; }

    /// <summary>The metric. Default: none, so that there must be a formula.</summary>
    public MetricSource? Metric { get; init; }

    /// <summary>The formula. Default: none, so that there must be a metric.</summary>
    public MetricFormula? Formula { get; init; }

    /// <summary>Default: above the threshold something is wrong.</summary>
    public AlarmComparison Comparison { get; init; } = AlarmComparison.GreaterThan;

    /// <summary>In the unit of the metric.</summary>
    public required double Threshold { get; init; }

    /// <summary>The largest value that the metric can have, such as 100 for a share. Default: no bound.</summary>
    public double? Highest { get; init; }

    /// <summary>How long the metric is summed up, in seconds. Default: five minutes.</summary>
    public int PeriodSeconds { get; init; } = 300;

    /// <summary>How many periods are looked at. Default: two, so that one odd measurement wakes nobody.</summary>
    public int EvaluationPeriods { get; init; } = 2;

    /// <summary>How many of those periods must be wrong. Default: all.</summary>
    public int? DatapointsToAlarm { get; init; }

    /// <summary>What silence means. There is no default: it is another thing for each metric.</summary>
    public required MissingData MissingData { get; init; }

    /// <summary>Whether the end of the trouble is told too. Default: true.</summary>
    public bool NotifyOk { get; init; } = true;
}
