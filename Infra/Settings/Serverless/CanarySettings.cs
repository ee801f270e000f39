using Infra.Serverless;
using Infra.Validation;
using Pulumi;

namespace Infra.Settings.Serverless;

/// <summary>Settings of a canary that asks the system from outside.</summary>
internal sealed record CanarySettings
{
    [Setting("Whether there is one. Each run is billed.")]
    public bool Enabled { get; init; }

    [Setting("What it asks for; it must answer 200.", Form = "a path such as /api/health", Pattern = "^/[^ ]*$")]
    public string Path { get; init; } = "/api/health";

    [Setting("How often it asks.", Unit = "minutes", Min = 1, Max = 60)]
    public int EveryMinutes { get; init; } = 5;

    [Setting("How long it waits in all.", Unit = "seconds", Min = 15, Max = 840)]
    public int TimeoutSeconds { get; init; } = 60;

    [Setting("How long what it saw is kept.", Unit = "days", Min = 1, Max = 1024)]
    public int RetentionDays { get; init; } = 31;

    [Setting("What it runs on. AWS ends old runtimes.", Form = "a runtime such as " + CanaryCheck.DefaultRuntime)]
    public string Runtime { get; init; } = CanaryCheck.DefaultRuntime;

    /// <summary>A canary with these settings.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="url">The host that it asks, with scheme and without a slash at the end.</param>
    public CanaryArgs ToArgs(StackContext context, Input<string> url) =>
        new()
        {
            Context = context,
            Address = Output.Format($"{url}{Path}"),
            EveryMinutes = EveryMinutes,
            TimeoutSeconds = TimeoutSeconds,
            RetentionDays = RetentionDays,
            Runtime = Runtime,
        };

    /// <summary>What single settings cannot say.</summary>
    public IEnumerable<Problem> Validate() => CanaryCheck.Problems(EveryMinutes, TimeoutSeconds, RetentionDays, Runtime);
}
