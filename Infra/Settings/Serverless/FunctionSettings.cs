using Infra.Compute;
using Infra.Serverless;
using Infra.Validation;

namespace Infra.Settings.Serverless;

/// <summary>Settings of a function of Lambda.</summary>
internal sealed record FunctionSettings
{
    [Setting("Its code.")]
    public ArtifactSettings Artifact { get; init; } = new();

    [Setting("What it is written in.", Words = [LambdaRuntimes.Default, "nodejs24.x", "provided.al2023"])]
    public string Runtime { get; init; } = LambdaRuntimes.Default;

    [Setting("What is called: file and function; any word for a binary.", Form = "a name such as index.handler")]
    public string Handler { get; init; } = "index.handler";

    [Setting("The processors it was built for. arm64 costs a fifth less.")]
    public CpuArchitecture Architecture { get; init; } = CpuArchitecture.Arm64;

    [Setting("Memory; CPU grows with it.", Unit = "MiB", Min = 128, Max = 10_240)]
    public int MemoryMiB { get; init; } = 512;

    [Setting("How long a call may take. API Gateway waits 29 seconds.", Unit = "seconds", Min = 1, Max = 900)]
    public int TimeoutSeconds { get; init; } = 29;

    [Setting("How many calls run at once at the most; so many are kept for it. 0 takes what the account has left.", Min = 0)]
    public int ReservedConcurrency { get; init; }

    [Setting("How many copies are kept warm, day and night. Each costs by the hour.", Min = 0)]
    public int ProvisionedConcurrency { get; init; } = 2;

    [Setting("How many calls the account may run at once in the region. New accounts may have less than 1000.", Min = 10)]
    public int AccountConcurrency { get; init; } = 1000;

    [Setting("Whether X-Ray traces calls.")]
    public bool Tracing { get; init; }

    [Setting("From which level on it logs.")]
    public LambdaLogLevel LogLevel { get; init; } = LambdaLogLevel.Info;

    [LogRetention("How long its log is kept.")]
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>The same as the component takes it.</summary>
    public LambdaShape ToShape() =>
        new()
        {
            Runtime = Runtime,
            Handler = Handler,
            Architecture = Architecture,
            MemoryMiB = MemoryMiB,
            TimeoutSeconds = TimeoutSeconds,
            ReservedConcurrency = ReservedConcurrency == 0 ? null : ReservedConcurrency,
            ProvisionedConcurrency = ProvisionedConcurrency,
            AccountConcurrency = AccountConcurrency,
            Tracing = Tracing,
            LogLevel = LogLevel,
            LogRetentionDays = LogRetentionDays,
        };

    /// <summary>What single settings cannot say.</summary>
    /// <param name="production">Whether users are served.</param>
    public IEnumerable<Problem> Validate(bool production)
    {
        foreach (var problem in Artifact.Validate())
            yield return problem.Under("artifact");
        foreach (var problem in ToShape().Validate())
            yield return problem;
        foreach (var problem in Level(LogLevel, production))
            yield return problem;
    }

    /// <summary>What is wrong with how much a function logs.</summary>
    /// <param name="level">From which level on it logs.</param>
    /// <param name="production">Whether users are served.</param>
    internal static IEnumerable<Problem> Level(LambdaLogLevel level, bool production)
    {
        if (production && level <= LambdaLogLevel.Debug)
            yield return new(
                "logLevel",
                Word.Of(level),
                "info, warn, error or fatal in production",
                "what people send would be in the log"
            );
    }
}
