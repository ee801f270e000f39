using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Edge;

/// <summary>What a <see cref="WebAcl"/> needs.</summary>
internal sealed record WebAclArgs
{
    /// <summary>Where tokens are asked for and people sign in, of every tenant. The default of <see cref="AuthPaths"/>.</summary>
    public const string DefaultAuthPaths = "^/[0-9a-f-]{36}/v1/(tokens|authorizations|backchannel/authentications)";

    // WAF takes no lower limit, and no longer regular expression.
    private const int LowestLimit = 10;
    private const int LongestRegex = 512;

    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>What is protected.</summary>
    public required Input<string> LoadBalancerArn { get; init; }

    /// <summary>The key that encrypts the log; its policy must let CloudWatch Logs use it.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>Rules of the common rule set that count instead of block. Default: those that match sound OAuth requests.</summary>
    public ImmutableArray<string> CountedRules { get; init; } = CommonRules.Counted;

    /// <summary>Requests in five minutes after which an address is turned away. Default: 2000.</summary>
    public int RequestsPerIp { get; init; } = 2000;

    /// <summary>The same on <see cref="AuthPaths"/>. Default: 200, a tenth: nobody signs in that often, who guesses passwords does.</summary>
    public int AuthRequestsPerIp { get; init; } = 200;

    /// <summary>Paths with the stricter limit, as a regular expression over the decoded path in small letters.</summary>
    public string AuthPaths { get; init; } = DefaultAuthPaths;

    /// <summary>Days for which requests are logged. Default: 30.</summary>
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        foreach (var problem in CommonRules.Problems(CountedRules))
            yield return problem;
        foreach (var problem in Limits(RequestsPerIp, AuthRequestsPerIp, AuthPaths))
            yield return problem;
    }

    /// <summary>What is wrong with the limits.</summary>
    internal static IEnumerable<Problem> Limits(int requests, int authRequests, string authPaths)
    {
        if (requests < LowestLimit)
            yield return new("requestsPerIp", requests, $"{LowestLimit} or more", "WAF counts no less");
        if (authRequests < LowestLimit)
            yield return new("authRequestsPerIp", authRequests, $"{LowestLimit} or more", "WAF counts no less");
        if (authRequests > requests)
            yield return new(
                "authRequestsPerIp",
                authRequests,
                $"{requests} (requestsPerIp) at most",
                "a looser limit never applies"
            );
        if (RegexProblem(authPaths) is { } problem)
            yield return new("authPaths", authPaths, $"a regular expression of {LongestRegex} characters at most", problem);
    }

    private static string? RegexProblem(string pattern)
    {
        if (pattern == DefaultAuthPaths)
            return null; // making such a regular expression takes longer than all other checks together
        if (pattern.Length > LongestRegex)
            return "shorten it";
        try
        {
            // WAF knows no look-around and no back references either.
            _ = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return null;
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return error.Message.TrimEnd('.');
        }
    }
}
