namespace Pulumi;

/// <summary>Takes type tokens, <c>package:module:Type</c>, apart.</summary>
internal static class TypeTokens
{
    /// <summary>The package, or nothing if the text is no type token.</summary>
    public static string? Package(string token)
    {
        var first = token.IndexOf(':', StringComparison.Ordinal);
        var last = token.LastIndexOf(':');
        var isToken = first > 0 && first != last && token.IndexOf(':', first + 1) == last;
        return isToken ? token[..first] : null;
    }
}
