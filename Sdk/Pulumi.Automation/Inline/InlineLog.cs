using Microsoft.Extensions.Logging;

namespace Pulumi.Automation.Inline;

/// <summary>What a run of an inline program has to say to a logger.</summary>
internal static partial class InlineLog
{
    public static void Started(ILogger? logger, string project, string stack, bool isPreview)
    {
        if (logger is not null)
            WriteStarted(logger, project, stack, isPreview);
    }

    public static void Ended(ILogger? logger, string project, string stack, int exitCode)
    {
        if (logger is not null)
            WriteEnded(logger, project, stack, exitCode);
    }

    [LoggerMessage(1, LogLevel.Debug, "The program of {Project}, stack {Stack}, starts; preview: {IsPreview}")]
    private static partial void WriteStarted(ILogger logger, string project, string stack, bool isPreview);

    [LoggerMessage(2, LogLevel.Debug, "The program of {Project}, stack {Stack}, has ended with {ExitCode}")]
    private static partial void WriteEnded(ILogger logger, string project, string stack, int exitCode);
}
