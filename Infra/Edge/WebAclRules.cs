using Pulumi;
using Pulumi.Aws.WafV2.Inputs;

namespace Infra.Edge;

/// <summary>The rules of a web ACL, in the order in which requests pass them; the first that blocks ends it.</summary>
internal static class WebAclRules
{
    /// <summary>Metrics of the rules that are written here rather than by AWS.</summary>
    public const string ActuatorMetric = "BlockActuatorMetric";

    /// <inheritdoc cref="ActuatorMetric"/>
    public const string RateMetric = "RateLimitMetric";

    /// <inheritdoc cref="ActuatorMetric"/>
    public const string AuthRateMetric = "AuthRateLimitMetric";

    /// <summary>
    /// A path with the segment <c>actuator</c>, which tells how the application is built and how it is doing. Semicolons begin parameters
    /// that servers cut away, so <c>/;x/actuator</c> reaches the same place.
    /// </summary>
    public const string ActuatorPath = "(^|[/;])actuator([/;.]|$)";

    // Over which requests are counted; the limits are for five minutes.
    private const int WindowSeconds = 300;

    // "Too many requests": a client that reads it slows down; 403 would look like a wrong password.
    private const int TooManyRequests = 429;

    // A path may be written in many ways; servers see through all of them, so the rules must.
    private static readonly string[] PathTransformations = ["URL_DECODE", "NORMALIZE_PATH", "LOWERCASE"];

    /// <summary>All rules, with priorities in their order.</summary>
    public static WebAclRuleArgs[] Of(WebAclArgs args) =>
        [
            .. ManagedRuleGroup.All.Select((group, index) => Managed(group, index + 1, args)),
            BlockActuator(ManagedRuleGroup.All.Length + 1),
            Limit("RateLimitPerIp", RateMetric, ManagedRuleGroup.All.Length + 2, args.RequestsPerIp, null),
            Limit("AuthRateLimitPerIp", AuthRateMetric, ManagedRuleGroup.All.Length + 3, args.AuthRequestsPerIp, args.AuthPaths),
        ];

    /// <summary>Metrics and samples of a rule, or of the whole ACL, which WAF demands too.</summary>
    public static WebAclRuleVisibilityConfigArgs Visible(string metric) =>
        new()
        {
            CloudwatchMetricsEnabled = true,
            SampledRequestsEnabled = true,
            MetricName = metric,
        };

    private static WebAclRuleArgs Managed(ManagedRuleGroup group, int priority, WebAclArgs args)
    {
        var statement = new WebAclRuleStatementManagedRuleGroupStatementArgs { VendorName = "AWS", Name = group.Name };
        if (group == ManagedRuleGroup.Common)
            statement.RuleActionOverrides = args.CountedRules.Select(Count).ToArray();
        return new()
        {
            Name = group.Name,
            Priority = priority,
            OverrideAction = new WebAclRuleOverrideActionArgs { None = new WebAclRuleOverrideActionNoneArgs() },
            Statement = new WebAclRuleStatementArgs { ManagedRuleGroupStatement = statement },
            VisibilityConfig = Visible(group.Metric),
        };
    }

    private static WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs Count(string rule) =>
        new()
        {
            Name = rule,
            ActionToUse = new WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseArgs
            {
                Count = new WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseCountArgs(),
            },
        };

    // Health checks of the load balancer do not pass WAF, so they still reach it.
    private static WebAclRuleArgs BlockActuator(int priority) =>
        new()
        {
            Name = "BlockActuator",
            Priority = priority,
            Action = new WebAclRuleActionArgs { Block = new WebAclRuleActionBlockArgs() },
            Statement = new WebAclRuleStatementArgs
            {
                RegexMatchStatement = new WebAclRuleStatementRegexMatchStatementArgs
                {
                    RegexString = ActuatorPath,
                    FieldToMatch = new WebAclRuleStatementRegexMatchStatementFieldToMatchArgs
                    {
                        UriPath = new WebAclRuleStatementRegexMatchStatementFieldToMatchUriPathArgs(),
                    },
                    TextTransformations = PathTransformations
                        .Select(
                            (type, order) =>
                                new WebAclRuleStatementRegexMatchStatementTextTransformationArgs { Priority = order, Type = type }
                        )
                        .ToArray(),
                },
            },
            VisibilityConfig = Visible(ActuatorMetric),
        };

    private static WebAclRuleArgs Limit(string name, string metric, int priority, int limit, string? paths)
    {
        var statement = new WebAclRuleStatementRateBasedStatementArgs
        {
            AggregateKeyType = "IP",
            EvaluationWindowSec = WindowSeconds,
            Limit = limit,
        };
        if (paths is not null)
            statement.ScopeDownStatement = On(paths);
        return new()
        {
            Name = name,
            Priority = priority,
            Action = new WebAclRuleActionArgs
            {
                Block = new WebAclRuleActionBlockArgs
                {
                    CustomResponse = new WebAclRuleActionBlockCustomResponseArgs { ResponseCode = TooManyRequests },
                },
            },
            Statement = new WebAclRuleStatementArgs { RateBasedStatement = statement },
            VisibilityConfig = Visible(metric),
        };
    }

    private static WebAclRuleStatementRateBasedStatementScopeDownStatementArgs On(string paths) =>
        new()
        {
            RegexMatchStatement = new WebAclRuleStatementRateBasedStatementScopeDownStatementRegexMatchStatementArgs
            {
                RegexString = paths,
                FieldToMatch = new WebAclRuleStatementRateBasedStatementScopeDownStatementRegexMatchStatementFieldToMatchArgs
                {
                    UriPath =
                        new WebAclRuleStatementRateBasedStatementScopeDownStatementRegexMatchStatementFieldToMatchUriPathArgs(),
                },
                TextTransformations = PathTransformations
                    .Select(
                        (type, order) =>
                            new WebAclRuleStatementRateBasedStatementScopeDownStatementRegexMatchStatementTextTransformationArgs
                            {
                                Priority = order,
                                Type = type,
                            }
                    )
                    .ToArray(),
            },
        };
}
