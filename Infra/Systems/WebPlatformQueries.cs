using System.Collections.Immutable;
using Infra.Observability.Logs;

namespace Infra.Systems;

/// <summary>What is asked of the log of web-platform's application.</summary>
internal static class WebPlatformQueries
{
    /// <summary>The newest errors, and the slowest requests by the <c>duration:</c> that the application writes, in milliseconds.</summary>
    public static readonly ImmutableArray<SavedQuery> All =
    [
        new(
            "errors",
            """
            fields @timestamp, @message
            | filter @message like /ERROR/
            | sort @timestamp desc
            | limit 100
            """
        ),
        new(
            "slow-requests",
            """
            fields @timestamp, @message
            | filter @message like /duration/
            | parse @message /duration: (?<duration>\d+)/
            | filter duration > 1000
            | sort duration desc
            | limit 100
            """
        ),
    ];
}
