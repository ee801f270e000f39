namespace Infra.Identity;

/// <summary>Where people may be sent with a code or after signing out.</summary>
internal static class PoolUrl
{
    /// <summary>What to do about a URL that is refused; nothing for a sound one.</summary>
    public static string? Problem(string url, bool allowLocalhost)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
            return "write the whole URL";
        if (uri.Fragment.Length > 0 || url.Contains('*', StringComparison.Ordinal))
            return "Cognito compares whole URLs; leave out # and *";
        if (uri.Scheme == Uri.UriSchemeHttps)
            return null;
        // Cognito takes plain http of this very name only, not of 127.0.0.1.
        if (uri is { Scheme: "http", Host: "localhost" })
            return allowLocalhost ? null : "only stacks for developers send people to their own machine";
        return "codes must not travel in the clear";
    }
}
