using System.Collections.Immutable;

namespace Infra.Serverless;

/// <summary>One line of what an API answers.</summary>
/// <param name="Method">
/// For example <c>GET</c>, or several with spaces between, <c>GET POST</c>; <c>ANY</c> for whatever no other line names.
/// </param>
/// <param name="Path">For example <c>/tasks/{id}</c>; <c>{proxy+}</c> at the end takes all that is left.</param>
/// <param name="Function">The key of the function that answers.</param>
/// <param name="Auth">Who may call it. Default: signed-in users.</param>
internal sealed record ApiRoute(string Method, string Path, string Function, ApiAuth Auth = ApiAuth.Users)
{
    private static readonly string[] WithBody = ["PATCH", "POST", "PUT"];

    /// <summary>Whether an API key must come with it. Default: none.</summary>
    public ApiKeyUse Key { get; init; }

    /// <summary>Parameters of the query that must be there and not empty. Default: none must.</summary>
    public ImmutableArray<string> Queries { get; init; } = [];

    /// <summary>Headers that must be there and not empty, besides that of the token. Default: none must.</summary>
    public ImmutableArray<string> Headers { get; init; } = [];

    /// <summary>
    /// The model that bodies must fit, whatever kind of body they say they are; methods of the line that carry no body are not asked for one.
    /// Default: any body, which the function checks.
    /// </summary>
    public string? Body { get; init; }

    /// <summary>How often each method of the line is answered. Default: as often as the stage answers.</summary>
    public ApiLimit? Limit { get; init; }

    /// <summary>The same line once for each of its methods.</summary>
    public IEnumerable<ApiRoute> Calls =>
        Method.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(method => this with { Method = method });

    /// <summary>Whether calls of this one method carry a body.</summary>
    public bool CarriesBody => WithBody.Contains(Method);

    /// <summary>What stands between slashes; nothing for the root.</summary>
    public ImmutableArray<string> Segments => [.. Path.Split('/', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The names in braces.</summary>
    public IEnumerable<string> Parameters =>
        Segments.Where(segment => segment.StartsWith('{')).Select(segment => segment.Trim('{', '}', '+'));
}
