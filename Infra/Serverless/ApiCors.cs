using System.Collections.Immutable;
using Pulumi;

namespace Infra.Serverless;

/// <summary>
/// What lets pages of one other origin call an API. Answers of functions need the same header from the functions: API Gateway passes them on
/// as they are.
/// </summary>
/// <param name="Origin">The origin. One only: answers of API Gateway itself can name no more, and all of them must agree.</param>
internal sealed record ApiCors(string Origin)
{
    private const string EveryMethod = "DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT";

    // Browsers ask again after two hours at the latest, whatever they are told.
    private const int MaxAgeSeconds = 7200;

    /// <summary>What requests may carry. Default: the token and the kind of the body.</summary>
    public ImmutableArray<string> Headers { get; init; } = ["Authorization", "Content-Type"];

    /// <summary>The methods that pages may use, whatever else a path answers. Default: all.</summary>
    public ImmutableArray<string> Methods { get; init; } = [];

    /// <summary>Headers of the answer to a browser that asks what it may call.</summary>
    /// <param name="methods">The methods of the path.</param>
    public ImmutableSortedDictionary<string, string> Preflight(IEnumerable<string> methods)
    {
        var named = methods.Append(ApiMethods.Options).Distinct().Order(StringComparer.Ordinal).ToList();
        return Answer(named.Contains(ApiMethods.Any) ? Allowed : string.Join(',', named.Where(May)))
            .Add("Access-Control-Max-Age", Quoted($"{MaxAgeSeconds}"));
    }

    /// <summary>Headers of answers that API Gateway gives itself, such as 401 and 504.</summary>
    public ImmutableSortedDictionary<string, string> Refusal => Answer(Allowed);

    /// <summary>The same for an API that asks for keys: browsers send no header that is not named here.</summary>
    public ApiCors WithKeys =>
        Headers.Contains(ApiKeys.Header, StringComparer.OrdinalIgnoreCase)
            ? this
            : this with
            {
                Headers = [.. Headers, ApiKeys.Header],
            };

    /// <summary>The headers under longer names, as API Gateway writes them.</summary>
    public static InputMap<string> Under(string prefix, ImmutableSortedDictionary<string, string> headers)
    {
        var map = new InputMap<string>();
        foreach (var (name, value) in headers)
            map.Add(prefix + name, value);
        return map;
    }

    private string Allowed =>
        Methods.IsEmpty
            ? EveryMethod
            : string.Join(',', Methods.Append(ApiMethods.Options).Distinct().Order(StringComparer.Ordinal));

    private bool May(string method) => Methods.IsEmpty || method == ApiMethods.Options || Methods.Contains(method);

    private ImmutableSortedDictionary<string, string> Answer(string methods) =>
        ImmutableSortedDictionary
            .Create<string, string>(StringComparer.Ordinal)
            .Add("Access-Control-Allow-Headers", Quoted(string.Join(',', Headers)))
            .Add("Access-Control-Allow-Methods", Quoted(methods))
            .Add("Access-Control-Allow-Origin", Quoted(Origin))
            .Add("Vary", Quoted("Origin"));

    // A text and not an expression.
    private static string Quoted(string text) => $"'{text}'";
}
