using Pulumi;
using Pulumi.Aws.WafV2.Inputs;

namespace Infra.Edge;

/// <summary>The rules of a web ACL, in the order in which requests pass them; the first that blocks ends it.</summary>
internal static class WebAclRules
{
    /// <summary>The pattern of <see cref="BlockedPath.Actuator"/>.</summary>
    public const string ActuatorPath = "(^|[/;])actuator([/;.]|$)";

    // Over which requests are counted; the limits are for five minutes.
    private const int WindowSeconds = 300;

    // "Too many requests": a client that reads it slows down; 403 would look like a wrong password.
    private const int TooManyRequests = 429;

    // A path may be written in many ways; servers see through all of them, so the rules must.
    private static readonly string[] PathTransformations = ["URL_DECODE", "NORMALIZE_PATH", "LOWERCASE"];

    /// <summary>All rules, with priorities in their order.</summary>
    public static WebAclRuleArgs[] Of(WebAclArgs args)
    {
        WebAclRuleArgs[] rules =
        [
            .. args.Groups.Select(group => Managed(group, args)),
            .. args.BlockedPaths.Select(Block),
            .. args.RequestsPerIp is { } limit
                ? [Limit("RateLimitPerIp", "RateLimitMetric", limit, null)]
                : Array.Empty<WebAclRuleArgs>(),
            .. args.AuthPaths is null
                ? Array.Empty<WebAclRuleArgs>()
                : [Limit("AuthRateLimitPerIp", "AuthRateLimitMetric", args.AuthRequestsPerIp, args.AuthPaths)],
            .. WebAclHeaderRule.Of(args.RequiredHeaders),
        ];
        for (var index = 0; index < rules.Length; index++)
            rules[index].Priority = index + 1;
        return rules;
    }

    /// <summary>Metrics and samples of a rule, or of the whole ACL, which WAF demands too.</summary>
    public static WebAclRuleVisibilityConfigArgs Visible(string metric) =>
        new()
        {
            CloudwatchMetricsEnabled = true,
            SampledRequestsEnabled = true,
            MetricName = metric,
        };

    private static WebAclRuleArgs Managed(ManagedRuleGroup group, WebAclArgs args)
    {
        var statement = new WebAclRuleStatementManagedRuleGroupStatementArgs { VendorName = "AWS", Name = group.Name };
        if (group == ManagedRuleGroup.Common)
            statement.RuleActionOverrides = args.CountedRules.Select(Count).ToArray();
        return new()
        {
            Name = group.Name,
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

    private static WebAclRuleArgs Block(BlockedPath path) =>
        new()
        {
            Name = path.Name,
            Action = new WebAclRuleActionArgs { Block = new WebAclRuleActionBlockArgs() },
            Statement = new WebAclRuleStatementArgs
            {
                RegexMatchStatement = new WebAclRuleStatementRegexMatchStatementArgs
                {
                    RegexString = path.Pattern,
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
            VisibilityConfig = Visible(path.Metric),
        };

    private static WebAclRuleArgs Limit(string name, string metric, int limit, string? paths)
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
