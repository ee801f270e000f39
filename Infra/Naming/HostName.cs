using System.Text.RegularExpressions;

namespace Infra.Naming;

/// <summary>Names of hosts as AWS and certificates take them: small letters, and a dot or more between labels (RFC 1123).</summary>
internal static partial class HostName
{
    /// <summary>What one looks like, for example <c>app.example.com</c>.</summary>
    public const string Pattern = @"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$";

    /// <summary>What one part between dots looks like.</summary>
    public const string LabelPattern = "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$";

    /// <summary>Whether a text is the name of a host.</summary>
    public static bool IsSound(string text) => Whole().IsMatch(text);

    /// <summary>Whether a text can be a part of one.</summary>
    public static bool IsLabel(string text) => Label().IsMatch(text);

    [GeneratedRegex(Pattern)]
    private static partial Regex Whole();

    [GeneratedRegex(LabelPattern)]
    private static partial Regex Label();
}
