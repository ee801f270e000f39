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

    /// <summary>Default: regional. For CloudFront the stack must be that of us-east-1, see <see cref="GlobalEdge"/>.</summary>
    public WebAclScope Scope { get; init; } = WebAclScope.Regional;

    /// <summary>The last part of its name. Default: <c>waf</c>; a second ACL of a stack needs another.</summary>
    public string Role { get; init; } = WebAcl.MainRole;

    /// <summary>The load balancer behind it. Default: none.</summary>
    public Input<string>? LoadBalancerArn { get; init; }

    /// <summary>What else is behind it, by role: stages of API Gateway, user pools. Default: nothing.</summary>
    public ImmutableSortedDictionary<string, Input<string>> Associations { get; init; } =
        ImmutableSortedDictionary.Create<string, Input<string>>(StringComparer.Ordinal);

    /// <summary>
    /// The key that encrypts the log, of the same region; its policy must let CloudWatch Logs use it. Default: none, CloudWatch Logs encrypts
    /// with its own. The key of a stack cannot be used in us-east-1.
    /// </summary>
    public Input<string>? KeyArn { get; init; }

    /// <summary>
    /// Headers of which a request must have one, or it is blocked. Default: none, every request passes that no rule blocks. Two while their
    /// secret is replaced, of one name.
    /// </summary>
    public ImmutableArray<OriginHeader> RequiredHeaders { get; init; } = [];

    /// <summary>
    /// Headers that are in the log nowhere besides tokens, cookies and <see cref="RequiredHeaders"/>, such as that of an API key. Default: none.
    /// </summary>
    public ImmutableArray<string> SecretHeaders { get; init; } = [];

    /// <summary>Rules that AWS writes, in their order. Default: the usual groups.</summary>
    public ImmutableArray<ManagedRuleGroup> Groups { get; init; } = [.. ManagedRuleGroup.All];

    /// <summary>Rules of the common rule set that count instead of block. Default: those that match sound OAuth requests.</summary>
    public ImmutableArray<string> CountedRules { get; init; } = CommonRules.Counted;

    /// <summary>
    /// Requests in five minutes after which an address is turned away. Default: 2000. Nothing: no address is, as behind a CDN, where all
    /// addresses are its own.
    /// </summary>
    public int? RequestsPerIp { get; init; } = 2000;

    /// <summary>The same on <see cref="AuthPaths"/>. Default: 200, a tenth: nobody signs in that often, who guesses passwords does.</summary>
    public int AuthRequestsPerIp { get; init; } = 200;

    /// <summary>
    /// Paths with the stricter limit, as a regular expression over the decoded path in small letters. Nothing: there is no such limit.
    /// </summary>
    public string? AuthPaths { get; init; } = DefaultAuthPaths;

    /// <summary>Paths that nobody may ask for. Default: the application's inner workings.</summary>
    public ImmutableArray<BlockedPath> BlockedPaths { get; init; } = [BlockedPath.Actuator];

    /// <summary>Days for which requests are logged. Default: 30.</summary>
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>
    /// An ACL that lets through what carries a header of the CDN, whose own firewall has seen the request already. It limits no address: those
    /// that it sees are the CDN's.
    /// </summary>
    /// <param name="context">The stack.</param>
    /// <param name="role">What it is called behind the stack's prefix.</param>
    /// <param name="guarded">What it stands before, for names.</param>
    /// <param name="guardedArn">The same as AWS names it.</param>
    /// <param name="headers">What the CDN sends.</param>
    public static WebAclArgs BehindCdn(
        StackContext context,
        string role,
        string guarded,
        Input<string> guardedArn,
        ImmutableArray<OriginHeader> headers
    ) =>
        new()
        {
            Context = context,
            Role = role,
            Associations = ImmutableSortedDictionary<string, Input<string>>.Empty.Add(guarded, guardedArn),
            RequiredHeaders = headers,
            Groups = [],
            RequestsPerIp = null,
            AuthPaths = null,
            BlockedPaths = [],
        };

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        foreach (var problem in CommonRules.Problems(CountedRules))
            yield return problem;
        foreach (var problem in Limits(RequestsPerIp, AuthRequestsPerIp, AuthPaths))
            yield return problem;
        foreach (var problem in WebAclCheck.Problems(this))
            yield return problem;
    }

    /// <summary>What is wrong with the limits.</summary>
    internal static IEnumerable<Problem> Limits(int? requests, int authRequests, string? authPaths)
    {
        if (requests < LowestLimit)
            yield return new("requestsPerIp", requests, $"{LowestLimit} or more", "WAF counts no less");
        if (authRequests < LowestLimit)
            yield return new("authRequestsPerIp", authRequests, $"{LowestLimit} or more", "WAF counts no less");
        if (authPaths is not null && authRequests > requests)
            yield return new(
                "authRequestsPerIp",
                authRequests,
                $"{requests} (requestsPerIp) at most",
                "a looser limit never applies"
            );
        if (authPaths is not null && PatternProblem("authPaths", authPaths) is { } problem)
            yield return problem;
    }

    /// <summary>What WAF refuses of a regular expression.</summary>
    internal static Problem? PatternProblem(string path, string pattern) =>
        RegexProblem(pattern) is { } wayOut
            ? new(path, pattern, $"a regular expression of {LongestRegex} characters at most", wayOut)
            : null;

    private static string? RegexProblem(string pattern)
    {
        if (pattern is DefaultAuthPaths or WebAclRules.ActuatorPath)
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
