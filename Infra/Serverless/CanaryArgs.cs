using System.Text.RegularExpressions;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Serverless;

/// <summary>What a <see cref="Canary"/> needs.</summary>
internal sealed partial record CanaryArgs
{
    /// <summary>The newest runtime that AWS had in autumn 2026.</summary>
    public const string DefaultRuntime = "syn-nodejs-puppeteer-17.0";

    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>What it is asked, such as <c>https://app.example.com/api/health</c>. It must answer 200.</summary>
    public required Input<string> Address { get; init; }

    /// <summary>What it is called behind the stack's prefix. Default: <c>health</c>.</summary>
    public string Role { get; init; } = "health";

    /// <summary>How often it asks, in minutes. Default: every 5; each run is billed.</summary>
    public int EveryMinutes { get; init; } = 5;

    /// <summary>How long it waits in all, start of the runtime included. Default: a minute.</summary>
    public int TimeoutSeconds { get; init; } = 60;

    /// <summary>How long what it saw is kept. Default: a month.</summary>
    public int RetentionDays { get; init; } = 31;

    /// <summary>Whether it runs. Default: true.</summary>
    public bool Start { get; init; } = true;

    /// <summary>Default: <see cref="DefaultRuntime"/>. AWS ends runtimes about a year after the next.</summary>
    public string Runtime { get; init; } = DefaultRuntime;

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (EveryMinutes is < 1 or > 60)
            yield return new("everyMinutes", EveryMinutes, "1 to 60", "AWS asks no less than every hour");
        if (TimeoutSeconds is < 15 or > 840 || TimeoutSeconds > EveryMinutes * 60)
            yield return new(
                "timeoutSeconds",
                TimeoutSeconds,
                $"15 to {Math.Min(840, EveryMinutes * 60)}",
                "the runtime needs some seconds to start, and one run ends before the next"
            );
        if (RetentionDays is < 1 or > 1024)
            yield return new("retentionDays", RetentionDays, "1 to 1024", "AWS keeps runs no longer");
        if (!Known().IsMatch(Runtime))
            yield return new(
                "runtime",
                Runtime,
                $"syn-nodejs-puppeteer-13.1 or later, such as {DefaultRuntime}",
                "the script uses modules that older runtimes do not have"
            );
    }

    [GeneratedRegex(@"^syn-nodejs-puppeteer-(13\.[1-9]|1[4-9]\.\d|[2-9]\d\.\d)$")]
    private static partial Regex Known();
}
