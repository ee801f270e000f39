namespace Infra.Cli.Operations.Logs;

/// <summary>Which lines are wanted.</summary>
/// <param name="From">The earliest.</param>
/// <param name="To">The first that is too late. Default: none is.</param>
/// <param name="Filter">A filter pattern of CloudWatch Logs. Default: every line.</param>
/// <param name="Errors">Whether only lines that speak of an error are.</param>
internal sealed record LogQuery(DateTimeOffset From, DateTimeOffset? To, string? Filter, bool Errors)
{
    private static readonly string[] ErrorWords =
    [
        "ERROR",
        "Error",
        "error",
        "FATAL",
        "fatal",
        "CRITICAL",
        "critical",
        "Exception",
        "panic",
        "timed out",
    ];

    // A question mark makes a word one of several; CloudWatch would ignore such words beside others.
    private static readonly string AnyError = string.Join(' ', ErrorWords.Select(word => $"?\"{word}\""));

    /// <summary>What CloudWatch is asked to look for. Default: nothing, every line is wanted.</summary>
    public string? Pattern => Filter ?? (Errors ? AnyError : null);

    /// <summary>Whether a line that CloudWatch found is wanted: of a filter and errors together it can be asked for one only.</summary>
    public bool Wants(string message) =>
        Filter is null || !Errors || ErrorWords.Any(word => message.Contains(word, StringComparison.Ordinal));
}
