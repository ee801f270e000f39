using System.Collections.Immutable;
using Infra.Observability;
using Infra.Validation;
using Pulumi;

namespace Infra.Settings.Observability;

/// <summary>Settings of the group of traces that shows trouble.</summary>
internal sealed record TraceGroupSettings
{
    [Setting("Whether there is one. It shows something only where functions and the API are traced.")]
    public bool Enabled { get; init; } = true;

    [Setting("From when on an answer counts as slow.", Unit = "seconds", Min = 1, Max = 900)]
    public int SlowSeconds { get; init; } = 3;

    [Setting("Whether X-Ray looks for unusual faults. Each trace is billed a second time then.")]
    public bool Insights { get; init; } = true;

    [Setting(
        "The share of requests that is traced, besides one a second. 5 is what X-Ray takes by itself.",
        Unit = "percent",
        Min = 0,
        Max = 100
    )]
    public int SamplePercent { get; init; } = 5;

    /// <summary>The same as the component takes it.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="services">The services, as X-Ray names them.</param>
    /// <param name="topicArn">The topic that hears of unusual faults.</param>
    public TraceGroupArgs ToArgs(StackContext context, ImmutableArray<string> services, Output<string>? topicArn) =>
        new()
        {
            Context = context,
            Services = services,
            SlowSeconds = SlowSeconds,
            Insights = Insights,
            SamplePercent = SamplePercent == 5 ? null : SamplePercent,
            TopicArn = Insights ? topicArn : null,
        };

    /// <summary>What single settings cannot say.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="services">The services, as X-Ray names them.</param>
    public IEnumerable<Problem> Validate(StackContext context, ImmutableArray<string> services) =>
        Enabled ? ToArgs(context, services, null).Validate() : [];
}
