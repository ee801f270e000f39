using System.Text.RegularExpressions;
using Infra.Validation;

namespace Infra.Serverless;

/// <summary>What AWS or this program refuses of what routes ask of their callers: tokens, keys, parameters and bodies.</summary>
internal static partial class ApiDemandCheck
{
    /// <summary>The problems of one method of a route.</summary>
    public static IEnumerable<Problem> Problems(ApiRoute call, RestApiArgs args)
    {
        if (call.Auth == ApiAuth.Token && args.Authorizer is null)
            yield return new("auth", "token", "anybody while there is no authorizer", "give the function, or open the route");
        foreach (var problem in Key(call, args).Concat(Limit(call, args)))
            yield return problem;
        foreach (var odd in call.Queries.Where(query => !Query().IsMatch(query)))
            yield return new("queries", odd, "letters, digits and ._~$-", "the name of a parameter, without its value");
        foreach (var odd in call.Headers.Where(header => !ApiAuthorizer.Header().IsMatch(header)))
            yield return new("headers", odd, "letters, digits and -", "the name of a header, without its value");
        if (call.Body is { } body && !args.Models.ContainsKey(body))
            yield return Problem.UnknownKey("body", body, [.. args.Models.Keys]);
    }

    /// <summary>What no route uses, or a whole line cannot.</summary>
    public static IEnumerable<Problem> Unused(RestApiArgs args)
    {
        if (args is { Authorizer: not null, UserPoolArn: not null })
            yield return new("authorizer", "a user pool beside it", "one of the two", "an API knows its callers in one way");
        if (args.Authorizer is not null && args.Routes.All(route => route.Auth != ApiAuth.Token))
            yield return new("authorizer", "no route", "one or more with token", "nothing would ask it; leave it out");
        if (args.Usage is not null && args.Routes.All(route => route.Key == ApiKeyUse.None))
            yield return new("usage", "no route", "one or more that ask for a key", "no client would be counted; leave it out");
        foreach (var problem in args.Usage?.Beyond(args.RequestsPerSecond) ?? [])
            yield return problem.Under("usage");
        foreach (var idle in args.Models.Keys.Where(model => args.Routes.All(route => route.Body != model)))
            yield return new($"models.{idle}", "no route", "one or more", "nothing would be checked by it; leave it out");
        foreach (var route in args.Routes.Where(route => route.Body is not null && !route.Calls.Any(call => call.CarriesBody)))
            yield return new(
                $"routes.{route.Method} {route.Path}.body",
                route.Body,
                "none without PATCH, POST or PUT",
                "other calls carry no body; name the methods instead of ANY"
            );
    }

    private static IEnumerable<Problem> Key(ApiRoute call, RestApiArgs args)
    {
        if (call.Key != ApiKeyUse.None && args.Usage is null)
            yield return new("key", Settings.Word.Of(call.Key), "none while there is no usage plan", "nobody would have a key");
        if (call is { Key: ApiKeyUse.Counted, Auth: ApiAuth.Anybody })
            yield return new(
                "key",
                "counted on a route for anybody",
                "token or users, or counted-only",
                "a key says whose quota is used and not who calls: it keeps nobody out"
            );
        if (call.Key == ApiKeyUse.CountedOnly && call.Auth != ApiAuth.Anybody)
            yield return new("key", "counted-only on a route with authentication", "counted", "somebody is asked who calls");
    }

    private static IEnumerable<Problem> Limit(ApiRoute call, RestApiArgs args)
    {
        if (call.Limit is not { } limit)
            yield break;
        foreach (var problem in limit.Validate())
            yield return problem.Under("limit");
        if (call.Method == ApiMethods.Any || call.Segments.IsEmpty)
            yield return new(
                "limit",
                $"{call.Method} {call.Path}",
                "a method by its name, below the root",
                "the stage's own holds there"
            );
        if (limit.RequestsPerSecond > args.RequestsPerSecond)
            yield return new(
                "limit.requestsPerSecond",
                limit.RequestsPerSecond,
                $"{args.RequestsPerSecond} at most, the requestsPerSecond of the stage",
                "raise that one if a single method may take so much"
            );
    }

    [GeneratedRegex("^[A-Za-z0-9._~$-]+$")]
    private static partial Regex Query();
}
