using System.Collections.Immutable;
using Infra.Edge;
using Infra.Validation;

namespace Infra.Settings.IdpServer;

/// <summary>Settings of the web application firewall.</summary>
internal sealed record WafSettings
{
    [Setting("Whether requests pass a firewall. Without one the application's own health and metrics are open to everybody.")]
    public bool Enabled { get; init; } = true;

    [Setting(
        "Rules of AWSManagedRulesCommonRuleSet that count instead of block. The default are those that sound OAuth requests match; every "
            + "further one is a hole.",
        Form = "rules of AWSManagedRulesCommonRuleSet"
    )]
    public ImmutableArray<string> CountedRules { get; init; } = CommonRules.Counted;

    [Setting("After how many requests in five minutes an address is turned away.", Min = 10, Max = 2_000_000_000)]
    public int RequestsPerIp { get; init; } = 2000;

    [Setting("The same where tokens are asked for and people sign in.", Min = 10, Max = 2_000_000_000)]
    public int AuthRequestsPerIp { get; init; } = 200;

    [Setting("Paths with the stricter limit, as they are in small letters.", Form = "a regular expression")]
    public string AuthPaths { get; init; } = WebAclArgs.DefaultAuthPaths;

    [LogRetention("How long requests are logged. Tokens, cookies and query strings are not in the log.")]
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>What the bounds alone cannot say.</summary>
    /// <param name="protect">Whether the stack is protected.</param>
    public IEnumerable<Problem> Validate(bool protect)
    {
        if (protect && !Enabled)
            yield return new("enabled", false, "true while protect is true", "/actuator would be open to the internet");
        foreach (var problem in CommonRules.Problems(CountedRules))
            yield return problem;
        foreach (var problem in WebAclArgs.Limits(RequestsPerIp, AuthRequestsPerIp, AuthPaths))
            yield return problem;
    }
}
