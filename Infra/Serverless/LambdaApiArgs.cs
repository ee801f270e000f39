using System.Collections.Immutable;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Serverless;

/// <summary>What a <see cref="LambdaApi"/> needs.</summary>
internal sealed record LambdaApiArgs
{
    /// <summary>The functions by domain, which is also the last part of their names: <c>{prefix}-auth</c>.</summary>
    public required ImmutableSortedDictionary<string, DomainFunction> Functions { get; init; }

    /// <summary>The API before them. Its routes name the domains; functions and authorizer are put in here.</summary>
    public required RestApiArgs Api { get; init; }

    /// <summary>The function that says who brings a token. Default: none.</summary>
    public DomainAuthorizer? Authorizer { get; init; }

    /// <summary>Where all functions but the authorizer stand. Default: outside of any VPC.</summary>
    public LambdaNetwork? Network { get; init; }

    /// <summary>Variables of every function but the authorizer. Default: none.</summary>
    public ImmutableSortedDictionary<string, Input<string>> Environment { get; init; } =
        ImmutableSortedDictionary.Create<string, Input<string>>(StringComparer.Ordinal);

    /// <summary>How many calls they share with the rest of the account. Default: 100 of 1000.</summary>
    public SharedConcurrency Concurrency { get; init; } = new();

    /// <summary>The stack.</summary>
    public StackContext Context => Api.Context;

    /// <summary>The args of the function of a domain.</summary>
    public LambdaFunctionArgs Function(string domain)
    {
        var of = Functions[domain];
        return Args(domain, of) with
        {
            Network = Network,
            Environment = Environment.SetItems(of.Environment),
            Failures = of.Asynchronous is { } calls
                ? new(FailedEvents.ArnOf(Context, domain))
                {
                    Retries = calls.Retries,
                    MaxAgeSeconds = calls.MaxAgeSeconds,
                    Encrypted = true,
                }
                : null,
        };
    }

    /// <summary>The args of the authorizer.</summary>
    public LambdaFunctionArgs AuthorizerFunction(DomainAuthorizer authorizer) => Args(DomainAuthorizer.Role, authorizer.Function);

    /// <summary>The args of the API, with its functions in place.</summary>
    /// <param name="call">The function of a domain, as it is called.</param>
    /// <param name="ask">The authorizer, as it is called; nothing without one.</param>
    public RestApiArgs Before(Func<string, ApiFunction> call, ApiFunction? ask) =>
        Api with
        {
            // A function that only events call has no route, and nothing for API Gateway to do.
            Functions = Functions
                .Where(of => of.Value.Asynchronous is null || Api.Routes.Any(route => route.Function == of.Key))
                .ToImmutableSortedDictionary(of => of.Key, of => call(of.Key), StringComparer.Ordinal),
            Authorizer = ask is null || Authorizer is null ? null : new(ask) { CacheSeconds = Authorizer.CacheSeconds },
        };

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate() => LambdaApiCheck.Problems(this);

    private LambdaFunctionArgs Args(string role, DomainFunction of) =>
        new()
        {
            Context = Context,
            Role = role,
            Description = of.Description,
            Artifact = of.Artifact,
            KeyArn = Api.KeyArn,
            IsPreview = Context.IsPreview,
            Shape = of.Shape with { AccountConcurrency = Concurrency.Account },
            Environment = of.Environment,
            Statements = of.Statements,
        };
}
