using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Observability;

/// <summary>What a <see cref="TraceGroup"/> needs.</summary>
internal sealed partial record TraceGroupArgs
{
    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>What the group is called behind the stack's prefix; 32 characters in all. Default: <c>trouble</c>.</summary>
    public string Role { get; init; } = "trouble";

    /// <summary>
    /// The services whose traces it holds, as X-Ray names them: a function by its name, a stage of a REST API as <c>api/stage</c>.
    /// </summary>
    public required ImmutableArray<string> Services { get; init; }

    /// <summary>Seconds from which on an answer counts as slow. Default: 3.</summary>
    public int SlowSeconds { get; init; } = 3;

    /// <summary>Whether the caller's own mistakes (4xx) count as trouble. Default: false, each mistyped password would.</summary>
    public bool CallerErrors { get; init; }

    /// <summary>Whether X-Ray looks for faults that are unusual; each trace recorded is billed a second time then. Default: true.</summary>
    public bool Insights { get; init; } = true;

    /// <summary>A topic that hears when it has found one; its policy must let event rules publish. Default: nobody hears.</summary>
    public Output<string>? TopicArn { get; init; }

    /// <summary>
    /// The share of requests that is traced where a stage of a REST API is asked, in percent, besides one a second. Default: nothing of our own,
    /// so that X-Ray takes 5.
    /// </summary>
    public int? SamplePercent { get; init; }

    /// <summary>The filter, in X-Ray's words.</summary>
    public string Filter =>
        string.Join(
            " OR ",
            Services.Select(service =>
                $"service(\"{service}\") {{ {(CallerErrors ? "error OR " : "")}fault OR responsetime > {SlowSeconds} }}"
            )
        );

    /// <summary>What X-Ray refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (Services.IsDefaultOrEmpty)
            yield return new("services", "none", "one or more", "the group would be empty");
        foreach (var service in Services.IsDefault ? [] : Services.Where(service => !Service().IsMatch(service)))
            yield return new("services", service, "a name such as finsight-api/prod", "quotes and braces are part of the filter");
        if (SlowSeconds is < 1 or > 900)
            yield return new("slowSeconds", SlowSeconds, "1 to 900", "nothing takes longer than a function may");
        if (SamplePercent is < 0 or > 100)
            yield return new("samplePercent", SamplePercent, "0 to 100", "it is a share");
        if (TopicArn is not null && !Insights)
            yield return new("insights", false, "true with a topic", "only insights are told");
    }

    [GeneratedRegex("^[A-Za-z0-9._/-]+$")]
    private static partial Regex Service();
}
