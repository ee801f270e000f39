using System.Security.Cryptography;
using System.Text;

namespace Infra.Serverless;

/// <summary>
/// All that a deployment of an API freezes, as one text. API Gateway serves what was there when it was last deployed: whatever is missing here
/// changes in the plan and not for callers.
/// </summary>
internal static class ApiDefinition
{
    // Raise it when RestApi itself makes other methods, integrations or answers of the same args.
    private const int Form = 1;

    /// <summary>The hash of the text.</summary>
    public static string HashOf(RestApiArgs args) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Lines(args)))));

    private static IEnumerable<string> Lines(RestApiArgs args)
    {
        yield return $"form {Form}";
        yield return $"execute-endpoint {args.AnswersAsAws}";
        foreach (
            var route in args
                .Calls.OrderBy(route => route.Path, StringComparer.Ordinal)
                .ThenBy(route => route.Method, StringComparer.Ordinal)
        )
            yield return $"route {route.Method} {route.Path} {route.Auth} {args.Functions[route.Function].CallArn}{Demands(route)}";
        yield return $"scopes {string.Join(' ', args.Scopes.Order(StringComparer.Ordinal))}";
        if (args.Authorizer is { } authorizer)
            yield return $"authorizer {authorizer.Function.CallArn} {authorizer.CacheSeconds} {authorizer.IdentitySource}";
        foreach (var (name, schema) in args.Models)
            yield return $"model {name} {schema}";
        if (args.AnsweredCors is not { } cors)
            yield break;
        foreach (var (name, value) in cors.Preflight([ApiMethods.Any]))
            yield return $"cors {name}: {value}";
    }

    // Only what is asked for, so that an API which asks for nothing is not deployed anew when there is something new to ask for.
    private static string Demands(ApiRoute route)
    {
        var text = new StringBuilder();
        if (route.Key != ApiKeyUse.None)
            text.Append(" key");
        foreach (var query in route.Queries.Order(StringComparer.Ordinal))
            text.Append($" query:{query}");
        foreach (var header in route.Headers.Order(StringComparer.Ordinal))
            text.Append($" header:{header}");
        if (route is { Body: { } body, CarriesBody: true })
            text.Append($" body:{body}");
        return text.ToString();
    }
}
