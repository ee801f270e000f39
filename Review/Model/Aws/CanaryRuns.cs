using System.Globalization;
using System.Text.RegularExpressions;

namespace Review.Model.Aws;

/// <summary>When canaries of CloudWatch Synthetics run, and on what.</summary>
internal static partial class CanaryRuns
{
    // The oldest of each family that runs on a Node.js or Python that is still repaired.
    private static readonly Dictionary<string, int> Oldest = new(StringComparer.Ordinal)
    {
        ["syn-nodejs-puppeteer"] = 10,
        ["syn-nodejs-playwright"] = 2,
        ["syn-nodejs"] = 3,
        ["syn-python-selenium"] = 6,
    };

    /// <summary>What is wanted of a runtime, in words.</summary>
    public static string Wanted { get; } =
        string.Join(", ", Oldest.Select(runtime => $"{runtime.Key}-{runtime.Value}.0")) + " or newer";

    /// <summary>Whether a runtime is repaired.</summary>
    public static bool IsSupported(string runtime) =>
        Version().Match(runtime) is { Success: true } match
        && Oldest.TryGetValue(match.Groups[1].Value, out var oldest)
        && int.Parse(match.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) >= oldest;

    /// <summary>The time from one run to the next, in seconds; nothing where it is not written as a rate.</summary>
    public static double? Period(string? expression) =>
        Rate().Match(expression ?? "") is { Success: true } match
            ? int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
                * (match.Groups[2].Value == "hour" ? 3600d : 60d)
            : null;

    [GeneratedRegex(@"\A(syn-[a-z-]+?)-(\d{1,4})\.\d{1,4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Version();

    [GeneratedRegex(@"\Arate\((\d{1,4}) (minute|hour)s?\)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rate();
}
