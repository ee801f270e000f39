using Infra.Validation;

namespace Infra.Edge;

/// <summary>What is wrong with where a web ACL stands and with its own rules.</summary>
internal static class WebAclCheck
{
    // An ACL of more units is charged by request.
    private const int MostCapacity = 1500;

    // What AWS documents: a regular expression 3, each transformation 10, a limit 2, an exact text 2.
    private const int Pattern = 3 + (3 * 10);
    private const int Limit = 2;
    private const int Text = 2;

    /// <summary>The problems.</summary>
    public static IEnumerable<Problem> Problems(WebAclArgs args) => [.. Place(args), .. Rules(args)];

    private static IEnumerable<Problem> Place(WebAclArgs args)
    {
        var isAssociated = args.LoadBalancerArn is not null || !args.Associations.IsEmpty;
        if (args.Scope == WebAclScope.Regional)
        {
            if (!isAssociated)
                yield return new("associations", "nothing", "what is behind the ACL", "an ACL before nothing protects nothing");
            yield break;
        }
        if (isAssociated)
            yield return new(
                "associations",
                "something",
                "nothing in scope cloudFront",
                "the distribution names the ACL: pass it the ARN"
            );
        if (args.Context.Region != GlobalEdge.Region)
            yield return new(
                "context.region",
                args.Context.Region,
                $"{GlobalEdge.Region} in scope cloudFront",
                "use GlobalEdge.In(context) and a provider of that region"
            );
        if (!args.RequiredHeaders.IsEmpty)
            yield return new(
                "requiredHeaders",
                args.RequiredHeaders.Select(header => header.Name),
                "none in scope cloudFront",
                "CloudFront adds the header behind the ACL, so everybody would be blocked"
            );
    }

    private static IEnumerable<Problem> Rules(WebAclArgs args)
    {
        if (OriginHeader.Names(args.RequiredHeaders) is { Length: > 1 } names)
            yield return OriginHeader.OneName("requiredHeaders", names);
        if (args.RequiredHeaders.Length > WebAclHeaderRule.Most)
            yield return new(
                "requiredHeaders",
                $"{args.RequiredHeaders.Length} headers",
                $"{WebAclHeaderRule.Most} at most",
                "the one that is sent and the one before"
            );
        foreach (var twice in args.Groups.GroupBy(group => group.Name).Where(same => same.Count() > 1))
            yield return new("groups", $"{twice.Key} twice", "each group once", "remove one");
        foreach (var twice in args.BlockedPaths.GroupBy(path => path.Name).Where(same => same.Count() > 1))
            yield return new("blockedPaths", $"{twice.Key} twice", "each name once", "rename one");
        foreach (var path in args.BlockedPaths)
        {
            if (!path.Name.All(char.IsAsciiLetterOrDigit))
                yield return new("blockedPaths", path.Name, "a name of letters and digits", "metrics are named so");
            if (WebAclArgs.PatternProblem($"blockedPaths.{path.Name}", path.Pattern) is { } problem)
                yield return problem;
        }
        if (Capacity(args) is > MostCapacity and var capacity)
            yield return new("groups", $"rules of {capacity} units", $"{MostCapacity} at most", "every request would cost extra");
    }

    private static int Capacity(WebAclArgs args) =>
        args.Groups.Sum(group => group.Capacity)
        + (args.BlockedPaths.Length * Pattern)
        + (args.RequestsPerIp is null ? 0 : Limit)
        + (args.AuthPaths is null ? 0 : Limit + Pattern)
        + (args.RequiredHeaders.Length * Text);
}
