using Infra.Compute;
using Infra.Serverless;
using Infra.Validation;

namespace Infra.Settings.Serverless;

/// <summary>Settings of one of several functions behind an API, each for a domain of its own.</summary>
internal sealed record DomainFunctionSettings
{
    [Setting("Its code. Without a path and without a bucket it is artifacts/<system>-<function>.zip.")]
    public ArtifactSettings Artifact { get; init; } = new();

    [Setting(
        "What it runs on. Binaries, such as those of Go, run on provided.al2023; provided.al2 has reached its end and is refused.",
        Form = "a runtime such as " + LambdaRuntimes.Provided
    )]
    public string Runtime { get; init; } = LambdaRuntimes.Provided;

    [Setting("What is called; any word for a binary, which must be named bootstrap.", Form = "a name such as bootstrap")]
    public string Handler { get; init; } = "bootstrap";

    [Setting("The processors it was built for. arm64 costs a fifth less.")]
    public CpuArchitecture Architecture { get; init; } = CpuArchitecture.Arm64;

    [Setting("Memory; CPU grows with it.", Unit = "MiB", Min = 128, Max = 10_240)]
    public int MemoryMiB { get; init; } = 512;

    [Setting(
        "How long a call may take. API Gateway waits 29 seconds: one more lets the function end by itself and say what took so long.",
        Unit = "seconds",
        Min = 1,
        Max = 900
    )]
    public int TimeoutSeconds { get; init; } = LambdaApiCheck.LongestSeconds;

    [Setting("How many calls run at once at the most; so many are kept for it. 0 takes what the account has left.", Min = 0)]
    public int ReservedConcurrency { get; init; }

    [Setting("How many copies are kept warm, day and night. Each costs by the hour.", Min = 0)]
    public int ProvisionedConcurrency { get; init; }

    [Setting("Whether X-Ray traces calls.")]
    public bool Tracing { get; init; } = true;

    [Setting("From which level on it logs.")]
    public LambdaLogLevel LogLevel { get; init; } = LambdaLogLevel.Info;

    [LogRetention("How long its log is kept.")]
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>The same as the component takes it.</summary>
    /// <param name="system">The system; its builds are named after it.</param>
    /// <param name="key">The function, for example <c>auth</c>.</param>
    /// <param name="description">What it does.</param>
    public DomainFunction ToFunction(string system, string key, string description) =>
        new()
        {
            Description = description,
            Artifact = Code(system, key).ToArtifact(),
            Shape = ToShape(),
        };

    /// <summary>What single settings cannot say.</summary>
    /// <param name="system">The system.</param>
    /// <param name="key">The function.</param>
    /// <param name="production">Whether users are served.</param>
    public IEnumerable<Problem> Validate(string system, string key, bool production) =>
        [
            .. Code(system, key).Validate().Select(problem => problem.Under("artifact")),
            .. ToShape().Validate(),
            .. FunctionSettings.Level(LogLevel, production),
        ];

    /// <summary>The code, where the build puts it unless the stack file names another place.</summary>
    private ArtifactSettings Code(string system, string key) =>
        Artifact.Or($"artifacts/{system}-{key}.zip") is { Path: { } path, BuildCommand: null } built
            ? built with
            {
                BuildCommand = BuildOf(key, path, Architecture),
            }
            : Artifact.Or("");

    private LambdaShape ToShape() =>
        DomainFunction.Binary with
        {
            Runtime = Runtime,
            Handler = Handler,
            Architecture = Architecture,
            MemoryMiB = MemoryMiB,
            TimeoutSeconds = TimeoutSeconds,
            ReservedConcurrency = ReservedConcurrency == 0 ? null : ReservedConcurrency,
            ProvisionedConcurrency = ProvisionedConcurrency,
            Tracing = Tracing,
            LogLevel = LogLevel,
            LogRetentionDays = LogRetentionDays,
        };

    // The tag leaves out the old RPC of a runtime that is gone. Without paths and build ids the same source gives the same bytes, and -X leaves
    // out what else zip would add; the time of the file still tells two builds apart.
    private static string BuildOf(string key, string path, CpuArchitecture architecture) =>
        $"GOOS=linux GOARCH={(architecture == CpuArchitecture.Arm64 ? "arm64" : "amd64")} CGO_ENABLED=0 "
        + $"go build -trimpath -ldflags=-buildid= -tags lambda.norpc -o bootstrap ./cmd/{key} && zip -X {path} bootstrap";
}
