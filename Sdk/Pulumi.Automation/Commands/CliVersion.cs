using System.Globalization;

namespace Pulumi.Automation.Commands;

/// <summary>A version of the CLI.</summary>
/// <param name="Major">Another one breaks the API.</param>
/// <param name="Minor">Counts additions.</param>
/// <param name="Patch">Counts repairs.</param>
/// <param name="PreRelease">What makes it older than the version without it, for example <c>alpha.1</c>. Default: nothing.</param>
/// <param name="Build">What says where it was built, for example <c>dirty</c>; the order ignores it. Default: nothing.</param>
internal sealed record CliVersion(int Major, int Minor, int Patch, string PreRelease = "", string Build = "")
{
    /// <summary>Reads <c>v3.260.0</c>, <c>3.261.0-alpha.1+dirty</c> and the like; nothing if it is no version.</summary>
    public static CliVersion? TryParse(string text)
    {
        var (rest, build) = Cut(text.Trim().TrimStart('v'), '+');
        var (numbers, preRelease) = Cut(rest, '-');
        return
            numbers.Split('.') is [var major, var minor, var patch]
            && Number(major) is { } first
            && Number(minor) is { } second
            && Number(patch) is { } third
            ? new(first, second, third, preRelease, build)
            : null;
    }

    /// <summary>Whether it is not older than another one. Pre-releases come before their release; which of two is older is not asked here.</summary>
    public bool IsAtLeast(CliVersion other)
    {
        var order = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        return order > 0 || (order == 0 && (PreRelease.Length == 0 || other.PreRelease.Length > 0));
    }

    /// <summary>The way it is written, without a <c>v</c>.</summary>
    public override string ToString() =>
        $"{Major}.{Minor}.{Patch}{(PreRelease.Length > 0 ? "-" : "")}{PreRelease}{(Build.Length > 0 ? "+" : "")}{Build}";

    private static (string Before, string After) Cut(string text, char mark)
    {
        var position = text.IndexOf(mark, StringComparison.Ordinal);
        return position < 0 ? (text, "") : (text[..position], text[(position + 1)..]);
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
