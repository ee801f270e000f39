using System.Text.RegularExpressions;
using Infra.Validation;

namespace Infra.Serverless;

/// <summary>What AWS or this program refuses of an API.</summary>
internal static partial class ApiCheck
{
    /// <summary>The problems.</summary>
    public static IEnumerable<Problem> Problems(RestApiArgs args)
    {
        if (args.Routes.IsDefaultOrEmpty)
        {
            yield return new("routes", "an empty list", "one or more routes", "an API of nothing answers nothing");
            yield break;
        }
        foreach (var problem in args.Calls.SelectMany(route => Route(route, args)).Concat(Table(args)).Concat(Parts(args)))
            yield return problem;
        if (args.Cors is { } cors && !Origin().IsMatch(cors.Origin))
            yield return new(
                "cors.origin",
                cors.Origin,
                "one origin such as https://app.example.com, or http://localhost:3000",
                "scheme and host, without a path; * would let every page in"
            );
        foreach (var odd in args.Cors?.Methods.Except(ApiMethods.All.Where(method => method != ApiMethods.Any)) ?? [])
            yield return new("cors.methods", odd, Spelling.OneOf([.. ApiMethods.All.Skip(1)]), "in capitals, each by its name");
        if (!Stage().IsMatch(args.StageName))
            yield return new("stageName", args.StageName, "letters, digits and _", "it is the first word of every path");
        foreach (var problem in new ApiLimit(args.RequestsPerSecond, args.Burst).Validate())
            yield return problem;
        if (args.LogRetentionDays < 1)
            yield return new("logRetentionDays", args.LogRetentionDays, "1 or more", "a log that is not kept helps nobody");
    }

    private static IEnumerable<Problem> Route(ApiRoute route, RestApiArgs args)
    {
        var at = $"routes.{route.Method} {route.Path}";
        if (!ApiMethods.All.Contains(route.Method))
            yield return new($"{at}.method", route.Method, Spelling.OneOf(ApiMethods.All), "in capitals");
        if (args.Cors is not null && route.Method == ApiMethods.Options)
            yield return new($"{at}.method", route.Method, "another method while cors is set", "OPTIONS is answered already");
        if (!Path().IsMatch(route.Path))
            yield return new(
                $"{at}.path",
                route.Path,
                "a path such as /tasks/{id}, {proxy+} at its end only",
                "it begins with / and ends without one"
            );
        if (!args.Functions.ContainsKey(route.Function))
            yield return Problem.UnknownKey($"{at}.function", route.Function, [.. args.Functions.Keys]);
        if (route.Auth == ApiAuth.Users && args.UserPoolArn is null)
            yield return new($"{at}.auth", "users", "anybody while there is no userPoolArn", "give the pool, or open the route");
        foreach (var problem in ApiDemandCheck.Problems(route, args))
            yield return problem.Under(at);
    }

    private static IEnumerable<Problem> Parts(RestApiArgs args) =>
        [
            .. args.Authorizer?.Validate().Select(problem => problem.Under("authorizer")) ?? [],
            .. args.Domain?.Validate().Select(problem => problem.Under("domain")) ?? [],
            .. args.Usage?.Validate().Select(problem => problem.Under("usage")) ?? [],
            .. args.Models.SelectMany(model => ApiModels.Problems(model.Key, model.Value)),
            .. ApiDemandCheck.Unused(args),
        ];

    private static IEnumerable<Problem> Table(RestApiArgs args)
    {
        foreach (var empty in args.Routes.Where(route => !route.Calls.Any()))
            yield return new($"routes. {empty.Path}.method", empty.Method, Spelling.OneOf(ApiMethods.All), "in capitals");
        foreach (var twice in args.Calls.GroupBy(route => (route.Method, route.Path)).Where(same => same.Count() > 1))
            yield return new("routes", $"{twice.Key.Method} {twice.Key.Path} twice", "each route once", "remove one");
        foreach (var idle in args.Functions.Keys.Where(key => args.Routes.All(route => route.Function != key)))
            yield return new($"functions.{idle}", "no route", "one or more", "nothing would call it; leave it out");
        var rivals =
            from route in args.Routes
            from depth in Enumerable.Range(0, route.Segments.Length)
            where route.Segments[depth].StartsWith('{')
            group route.Segments[depth] by string.Join('/', route.Segments.Take(depth)) into names
            let different = names.Distinct().Order(StringComparer.Ordinal).ToList()
            where different.Count > 1
            select (Parent: $"/{names.Key}", Names: different);
        foreach (var (parent, names) in rivals)
            yield return new(
                "routes",
                $"{Spelling.List(names, "and")} under {parent}",
                "one name there",
                "API Gateway takes one variable in a place"
            );
    }

    [GeneratedRegex(@"^https://[a-z0-9.-]+(:\d+)?$|^http://localhost(:\d+)?$")]
    private static partial Regex Origin();

    [GeneratedRegex("^[a-zA-Z0-9_]{1,128}$")]
    private static partial Regex Stage();

    [GeneratedRegex(@"^(/|(/([a-zA-Z0-9._~:-]+|\{[a-zA-Z0-9_]+\}))*/([a-zA-Z0-9._~:-]+|\{[a-zA-Z0-9_]+\+?\}))$")]
    private static partial Regex Path();
}
