using System.Text.RegularExpressions;
using Infra.Validation;

namespace Infra.Serverless;

/// <summary>What AWS or this program refuses of the functions behind an API, one by one and together.</summary>
internal static partial class LambdaApiCheck
{
    /// <summary>The longest that a function may run which only an API calls: one second more than API Gateway waits.</summary>
    public const int LongestSeconds = 30;

    private static readonly ApiFunction Stub = new("function", null, "arn", "arn");

    /// <summary>The problems.</summary>
    public static IEnumerable<Problem> Problems(LambdaApiArgs args)
    {
        if (args.Functions.IsEmpty)
        {
            yield return new("functions", "an empty map", "one or more functions", "an API of nothing answers nothing");
            yield break;
        }
        foreach (var (domain, function) in args.Functions)
        foreach (var problem in Domain(args, domain, function))
            yield return problem.Under($"functions.{domain}");
        if (args.Authorizer is { } authorizer)
            foreach (var problem in Authorizer(args, authorizer))
                yield return problem.Under("authorizer");
        foreach (var problem in args.Concurrency.Problems(args.Functions, args.Authorizer))
            yield return problem.Under("concurrency");
        foreach (var problem in args.Before(_ => Stub, args.Authorizer is null ? null : Stub).Validate())
            yield return problem.Under("api");
    }

    private static IEnumerable<Problem> Domain(LambdaApiArgs args, string domain, DomainFunction function)
    {
        if (!Name().IsMatch(domain))
            yield return new("", domain, "small letters, digits and -", "function, role and log are named after it");
        if (domain == DomainAuthorizer.Role && args.Authorizer is not null)
            yield return new("", domain, "another word", "the authorizer is called so");
        foreach (var problem in args.Function(domain).Validate())
            yield return problem;
        if (function.Shape.TimeoutSeconds > LongestSeconds && function.Asynchronous is null)
            yield return new(
                "timeoutSeconds",
                function.Shape.TimeoutSeconds,
                $"{LongestSeconds} at most for a function that only the API calls",
                "API Gateway stops waiting after 29 seconds, and nobody would see the answer"
            );
        if (function.Asynchronous is { } calls)
            foreach (var problem in Queue(args, domain, calls).Validate())
                yield return problem.Under("asynchronous");
    }

    private static IEnumerable<Problem> Authorizer(LambdaApiArgs args, DomainAuthorizer authorizer)
    {
        foreach (var problem in args.AuthorizerFunction(authorizer).Validate())
            yield return problem;
        if (authorizer.Function.Shape.TimeoutSeconds >= LongestSeconds)
            yield return new(
                "timeoutSeconds",
                authorizer.Function.Shape.TimeoutSeconds,
                $"{LongestSeconds - 1} at most",
                "what it takes is taken from the 29 seconds of the call"
            );
        if (authorizer.Function.Asynchronous is not null)
            yield return new("asynchronous", "a queue", "none", "API Gateway waits for it");
    }

    /// <summary>The args of the queue of a domain.</summary>
    internal static FailedEventsArgs Queue(LambdaApiArgs args, string domain, AsynchronousCalls calls) =>
        new()
        {
            Context = args.Context,
            Role = domain,
            KeyArn = args.Api.KeyArn,
            RetentionDays = calls.RetentionDays,
        };

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex Name();
}
