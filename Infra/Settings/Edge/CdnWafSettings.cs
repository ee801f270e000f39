using System.Collections.Immutable;
using Infra.Edge;
using Infra.Validation;

namespace Infra.Settings.Edge;

/// <summary>Settings of the web application firewall before a CDN.</summary>
internal sealed record CdnWafSettings
{
    [Setting("Whether requests pass a firewall.")]
    public bool Enabled { get; init; } = true;

    [Setting(
        "Rules of AWSManagedRulesCommonRuleSet that count instead of block. By default servers that name no user agent and uploads of more "
            + "than 8 KiB; every further one is a hole.",
        Form = "rules of AWSManagedRulesCommonRuleSet"
    )]
    public ImmutableArray<string> CountedRules { get; init; } = ["NoUserAgent_HEADER", "SizeRestrictions_BODY"];

    [Setting("Whether VPNs, Tor and hosting providers are turned away: people who use a VPN and servers that call an API too.")]
    public bool BlockAnonymousIps { get; init; }

    [Setting("After how many requests in five minutes an address is turned away.", Min = 10, Max = 2_000_000_000)]
    public int RequestsPerIp { get; init; } = 2000;

    [Setting("The same on authPaths.", Min = 10, Max = 2_000_000_000)]
    public int AuthRequestsPerIp { get; init; } = 200;

    [Setting(
        "Paths with the stricter limit, as they are in small letters. Without one there is none: people sign in at Cognito, which limits by "
            + "itself.",
        Form = "a regular expression"
    )]
    public string? AuthPaths { get; init; }

    [LogRetention("How long requests are logged. Tokens, cookies and query strings are not in the log.")]
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>An ACL with these settings, before a CDN: it lives in us-east-1.</summary>
    /// <param name="context">The stack.</param>
    public WebAclArgs ToArgs(StackContext context) =>
        new()
        {
            Context = GlobalEdge.In(context),
            Scope = WebAclScope.CloudFront,
            Groups = BlockAnonymousIps ? [.. ManagedRuleGroup.All, ManagedRuleGroup.AnonymousIps] : [.. ManagedRuleGroup.All],
            CountedRules = CountedRules,
            RequestsPerIp = RequestsPerIp,
            AuthRequestsPerIp = AuthRequestsPerIp,
            AuthPaths = AuthPaths,
            BlockedPaths = [], // the applications here have no /actuator
            LogRetentionDays = LogRetentionDays,
        };

    /// <summary>What the bounds alone cannot say.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="protect">Whether the stack is protected.</param>
    public IEnumerable<Problem> Validate(StackContext context, bool protect)
    {
        if (protect && !Enabled)
            yield return new(
                "enabled",
                false,
                "true while protect is true",
                "attacks that AWS knows would reach the application"
            );
        foreach (var problem in ToArgs(context).Validate())
            yield return problem;
    }
}
