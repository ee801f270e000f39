using System.Text.RegularExpressions;

namespace Infra.Tests.Edge.Replay;

/// <summary>
/// A small model of what AWS documents of its managed rules ("AWS Managed Rules rule groups list" in the WAF developer guide): which part of a
/// request a rule looks at and for what. The real ones know many more patterns; none looks at another part.
/// </summary>
internal static partial class ManagedRules
{
    private const int LongestQuery = 2048;
    private const int LongestCookie = 10_240;
    private const int LongestPath = 1024;

    /// <summary>Rules in their order, by the group they are in.</summary>
    public static readonly Dictionary<string, (string Rule, Func<WebRequest, bool> Matches)[]> Groups = new()
    {
        ["AWSManagedRulesCommonRuleSet"] =
        [
            ("NoUserAgent_HEADER", request => !request.Headers.ContainsKey("user-agent")),
            ("UserAgent_BadBots_HEADER", request => BadBot().IsMatch(Header(request, "user-agent"))),
            ("SizeRestrictions_QUERYSTRING", request => request.Query.Length > LongestQuery),
            ("SizeRestrictions_Cookie_HEADER", request => Header(request, "cookie").Length > LongestCookie),
            ("SizeRestrictions_BODY", request => request.Body.Length > WebRequest.InspectedBody),
            ("SizeRestrictions_URIPATH", request => request.Path.Length > LongestPath),
            .. InEveryPart("EC2MetaDataSSRF", Metadata(), withCookie: true),
            .. InEveryPart("GenericLFI", Traversal(), withCookie: false),
            ("RestrictedExtensions_URIPATH", request => Extension().IsMatch(request.DecodedPath)),
            ("RestrictedExtensions_QUERYARGUMENTS", request => request.Arguments.Any(Extension().IsMatch)),
            .. InEveryPart("GenericRFI", UrlWithAddress(), withCookie: false),
            .. InEveryPart("CrossSiteScripting", Script(), withCookie: true),
        ],
        ["AWSManagedRulesKnownBadInputsRuleSet"] =
        [
            ("Host_localhost_HEADER", request => Header(request, "host").StartsWith("localhost", StringComparison.Ordinal)),
            ("PROPFIND_METHOD", request => request.Method == "PROPFIND"),
            ("ExploitablePaths_URIPATH", request => request.DecodedPath.Contains("web-inf", StringComparison.OrdinalIgnoreCase)),
            ("Log4JRCE_HEADER", request => request.Headers.Values.Any(Jndi().IsMatch)),
            ("Log4JRCE_QUERYSTRING", request => Jndi().IsMatch(WebRequest.Decode(request.Query))),
            ("Log4JRCE_BODY", request => Jndi().IsMatch(request.SeenBody)),
            ("Log4JRCE_URIPATH", request => Jndi().IsMatch(request.DecodedPath)),
        ],
        ["AWSManagedRulesSQLiRuleSet"] =
        [
            ("SQLi_QUERYARGUMENTS", request => request.Arguments.Any(Sql().IsMatch)),
            ("SQLi_BODY", request => Sql().IsMatch(request.SeenBody)),
            ("SQLi_COOKIE", request => Sql().IsMatch(Header(request, "cookie"))),
            ("SQLi_URIPATH", request => Sql().IsMatch(request.DecodedPath)),
        ],
        ["AWSManagedRulesAmazonIpReputationList"] = [("AWSManagedIPReputationList", request => request.Ip == KnownAttacker)],
    };

    /// <summary>An address that stands for those on Amazon's list.</summary>
    public const string KnownAttacker = "198.51.100.66";

    private static IEnumerable<(string, Func<WebRequest, bool>)> InEveryPart(string rule, Regex pattern, bool withCookie)
    {
        yield return ($"{rule}_QUERYARGUMENTS", request => request.Arguments.Any(pattern.IsMatch));
        yield return ($"{rule}_BODY", request => pattern.IsMatch(request.SeenBody));
        yield return ($"{rule}_URIPATH", request => pattern.IsMatch(request.DecodedPath));
        if (withCookie)
            yield return ($"{rule}_COOKIE", request => pattern.IsMatch(Header(request, "cookie")));
    }

    private static string Header(WebRequest request, string name) => request.Headers.GetValueOrDefault(name, "");

    [GeneratedRegex("nessus|nmap|sqlmap", RegexOptions.IgnoreCase)]
    private static partial Regex BadBot();

    // Documented as metadata of EC2; users report that every loopback address and localhost match too, redirect_uri among them.
    [GeneratedRegex(@"169\.254\.169\.254|127\.0\.0\.1|://localhost\b|\[::1\]", RegexOptions.IgnoreCase)]
    private static partial Regex Metadata();

    [GeneratedRegex(@"\.\./|\.\.\\")]
    private static partial Regex Traversal();

    [GeneratedRegex(@"\.(bak|backup|conf|config|ini|log)$", RegexOptions.IgnoreCase)]
    private static partial Regex Extension();

    // A URL of one of these schemes with an IPv4 address as its host.
    [GeneratedRegex(@"(https?|ftps?|file)://\d{1,3}(\.\d{1,3}){3}", RegexOptions.IgnoreCase)]
    private static partial Regex UrlWithAddress();

    [GeneratedRegex("<script|javascript:|onerror=", RegexOptions.IgnoreCase)]
    private static partial Regex Script();

    [GeneratedRegex(@"\$\{\s*jndi:", RegexOptions.IgnoreCase)]
    private static partial Regex Jndi();

    [GeneratedRegex(@"'\s*(or|and)\s+'?\d+'?\s*=|union\s+(all\s+)?select|;\s*drop\s+table", RegexOptions.IgnoreCase)]
    private static partial Regex Sql();
}
