using System.Collections.Immutable;
using Infra.Serverless;
using Infra.Validation;

namespace Infra.Settings.Serverless;

/// <summary>What the settings of the functions of a system say together, which each alone cannot.</summary>
/// <param name="System">The system; builds are named after it.</param>
/// <param name="Functions">The settings by domain.</param>
/// <param name="Authorizer">Those of the function that checks tokens; nothing without one.</param>
/// <param name="Concurrency">What they share with the account.</param>
internal sealed record DomainFunctions(
    string System,
    ImmutableSortedDictionary<string, DomainFunctionSettings> Functions,
    JwtAuthorizerSettings? Authorizer,
    FunctionConcurrencySettings Concurrency
)
{
    /// <summary>The functions as the component takes them, without what they may do and what they are told.</summary>
    /// <param name="describe">What a function does, by its domain.</param>
    public ImmutableSortedDictionary<string, DomainFunction> ToFunctions(Func<string, string> describe) =>
        Functions.ToImmutableSortedDictionary(
            of => of.Key,
            of => of.Value.ToFunction(System, of.Key, describe(of.Key)),
            StringComparer.Ordinal
        );

    /// <summary>A <see cref="LambdaApi"/> with these settings.</summary>
    /// <param name="functions">Of <see cref="ToFunctions"/>, with rights and variables.</param>
    /// <param name="api">The API before them.</param>
    public LambdaApiArgs ToArgs(ImmutableSortedDictionary<string, DomainFunction> functions, RestApiArgs api) =>
        new()
        {
            Functions = functions,
            Api = api,
            Authorizer = Authorizer?.ToAuthorizer(System),
            Concurrency = Concurrency.ToShared(),
        };

    /// <summary>What single settings cannot say. Files are looked at when the functions are made.</summary>
    /// <param name="production">Whether users are served.</param>
    public IEnumerable<Problem> Validate(bool production) =>
        [
            .. Functions.SelectMany(of =>
                of.Value.Validate(System, of.Key, production).Select(problem => problem.Under($"functions.{of.Key}"))
            ),
            .. Authorizer?.Validate(System, production).Select(problem => problem.Under("authorizer")) ?? [],
            .. Concurrency
                .ToShared()
                .Problems(ToFunctions(domain => domain), Authorizer?.ToAuthorizer(System))
                .Select(problem => problem.Under("concurrency")),
        ];
}
