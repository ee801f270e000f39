using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Serverless;

/// <summary>What a <see cref="Canary"/> needs.</summary>
internal sealed record CanaryArgs
{
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

    /// <summary>Default: <see cref="CanaryCheck.DefaultRuntime"/>. AWS ends runtimes about a year after the next.</summary>
    public string Runtime { get; init; } = CanaryCheck.DefaultRuntime;

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate() => CanaryCheck.Problems(EveryMinutes, TimeoutSeconds, RetentionDays, Runtime);
}
