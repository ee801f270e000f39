using System.Text.RegularExpressions;

namespace Review.Model.Aws;

/// <summary>Names of variables whose value would be a secret.</summary>
internal static partial class SecretNames
{
    /// <summary>Whether a variable of this name holds a secret itself, and not the name or the place of one.</summary>
    public static bool IsSecret(string name) => Secret().IsMatch(name) && !Pointer().IsMatch(name);

    [GeneratedRegex(
        "(PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY|CREDENTIAL)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Secret();

    // What says where a secret is, or how long a token lives, is none.
    [GeneratedRegex(
        "(_ARN|_?NAME|_ID|_URL|_URI|_PATH|_FILE|_ENDPOINT|_TTL|_SECONDS|_MINUTES|_EXPIRY|_ISSUER|_AUDIENCE|_HEADER|_TABLE|_PARAMETER|_PREFIX)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Pointer();
}
