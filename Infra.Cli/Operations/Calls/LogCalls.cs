using System.Globalization;

namespace Infra.Cli.Operations.Calls;

/// <summary>The calls to CloudWatch Logs.</summary>
internal static class LogCalls
{
    /// <summary>One page of the lines of a group, in order of time.</summary>
    /// <param name="group">The group.</param>
    /// <param name="from">The earliest line.</param>
    /// <param name="to">The first that is too late. Default: none is.</param>
    /// <param name="pattern">A filter pattern. Default: every line.</param>
    /// <param name="token">The page. Default: the first.</param>
    public static string[] Filter(string group, DateTimeOffset from, DateTimeOffset? to, string? pattern, string? token)
    {
        // The client would fetch all pages before it prints the first.
        List<string> call =
        [
            "logs",
            "filter-log-events",
            "--log-group-name",
            group,
            "--no-paginate",
            "--start-time",
            Milliseconds(from),
        ];
        if (to is { } end)
            call.AddRange("--end-time", Milliseconds(end));
        if (pattern is not null)
            call.Add($"--filter-pattern={pattern}"); // in one word, as a pattern may begin with -
        if (token is not null)
            call.AddRange("--next-token", token);
        return [.. call];
    }

    private static string Milliseconds(DateTimeOffset time) =>
        time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
