using System.Collections.Immutable;

namespace Infra.Serverless;

/// <summary>One line of what an API answers.</summary>
/// <param name="Method">For example <c>GET</c>; <c>ANY</c> for whatever no other line names.</param>
/// <param name="Path">For example <c>/tasks/{id}</c>; <c>{proxy+}</c> at the end takes all that is left.</param>
/// <param name="Function">The key of the function that answers.</param>
/// <param name="Auth">Who may call it. Default: signed-in users.</param>
internal sealed record ApiRoute(string Method, string Path, string Function, ApiAuth Auth = ApiAuth.Users)
{
    /// <summary>What stands between slashes; nothing for the root.</summary>
    public ImmutableArray<string> Segments => [.. Path.Split('/', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The names in braces.</summary>
    public IEnumerable<string> Parameters =>
        Segments.Where(segment => segment.StartsWith('{')).Select(segment => segment.Trim('{', '}', '+'));
}
