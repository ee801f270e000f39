using System.Text.RegularExpressions;
using Infra.Validation;

namespace Infra.Serverless;

/// <summary>What AWS or this program refuses of a canary.</summary>
internal static partial class CanaryCheck
{
    /// <summary>The newest runtime that AWS had in autumn 2026.</summary>
    public const string DefaultRuntime = "syn-nodejs-puppeteer-17.0";

    /// <summary>The problems, under the names that args and settings share.</summary>
    public static IEnumerable<Problem> Problems(int everyMinutes, int timeoutSeconds, int retentionDays, string runtime)
    {
        if (everyMinutes is < 1 or > 60)
            yield return new("everyMinutes", everyMinutes, "1 to 60", "AWS asks no less than every hour");
        else if (timeoutSeconds < 15 || timeoutSeconds > Math.Min(840, everyMinutes * 60))
            yield return new(
                "timeoutSeconds",
                timeoutSeconds,
                $"15 to {Math.Min(840, everyMinutes * 60)}",
                "the runtime needs some seconds to start, and one run ends before the next"
            );
        if (retentionDays is < 1 or > 1024)
            yield return new("retentionDays", retentionDays, "1 to 1024", "AWS keeps runs no longer");
        if (!Known().IsMatch(runtime))
            yield return new(
                "runtime",
                runtime,
                $"syn-nodejs-puppeteer-13.1 or later, such as {DefaultRuntime}",
                "the script uses modules that older runtimes do not have"
            );
    }

    [GeneratedRegex(@"^syn-nodejs-puppeteer-(13\.[1-9]|1[4-9]\.\d|[2-9]\d\.\d)$")]
    private static partial Regex Known();
}
