using System.Collections.Immutable;
using Infra.Observability.Alarms;
using Infra.Validation;
using Pulumi;

namespace Infra.Serverless;

/// <summary>
/// A REST API whose paths are answered by a function for each domain, out of one table: each function has its own role, log, memory, share of
/// the account's calls and alias, so that a fault or a rush of one leaves the others alone.
/// </summary>
internal sealed class LambdaApi : ComponentResource
{
    private const string WatchPrefix = "lambda";

    /// <summary>The functions by domain.</summary>
    public ImmutableSortedDictionary<string, LambdaFunction> Functions { get; }

    /// <summary>The function that says who brings a token; nothing without one.</summary>
    public LambdaFunction? Authorizer { get; }

    /// <summary>Where events lie that a function failed at for good, by domain.</summary>
    public ImmutableSortedDictionary<string, FailedEvents> Failed { get; }

    /// <summary>The API before them.</summary>
    public RestApi Api { get; }

    /// <summary>How each function is watched, the authorizer last.</summary>
    public ImmutableArray<FunctionWatch> Watches { get; }

    /// <summary>Makes functions and API.</summary>
    public LambdaApi(string name, LambdaApiArgs args, ComponentResourceOptions? options = null)
        : base("idp:serverless:LambdaApi", name, options)
    {
        args.Validate().ThrowIfAny(this);
        Failed = args
            .Functions.Where(of => of.Value.Asynchronous is not null)
            .ToImmutableSortedDictionary(
                of => of.Key,
                of => new FailedEvents(
                    $"{name}-{of.Key}-failed",
                    LambdaApiCheck.Queue(args, of.Key, of.Value.Asynchronous!),
                    new() { Parent = this }
                ),
                StringComparer.Ordinal
            );
        Functions = args.Functions.Keys.ToImmutableSortedDictionary(
            domain => domain,
            domain => Function(domain, args.Function(domain)),
            StringComparer.Ordinal
        );
        Authorizer = args.Authorizer is { } asked ? Function(DomainAuthorizer.Role, args.AuthorizerFunction(asked)) : null;
        Api = new RestApi(
            name,
            args.Before(domain => ApiFunction.Of(Functions[domain]), Authorizer is null ? null : ApiFunction.Of(Authorizer)),
            new() { Parent = this }
        );
        Watches =
        [
            .. Functions.Select(of => of.Value.Watch($"{WatchPrefix}-{of.Key}")),
            .. Authorizer is null ? [] : new[] { Authorizer.Watch($"{WatchPrefix}-{DomainAuthorizer.Role}") },
        ];
        RegisterOutputs();

        LambdaFunction Function(string role, LambdaFunctionArgs of)
        {
            if (of.Failures is { } failures)
                of = of with { Failures = failures with { Made = Failed[role].Arn } };
            return new($"{name}-{role}", of, new() { Parent = this });
        }
    }
}
