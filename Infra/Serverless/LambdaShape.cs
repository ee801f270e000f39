using Infra.Compute;
using Infra.Validation;

namespace Infra.Serverless;

/// <summary>How large a function is, how many of it run, and what is kept of its log: what a stack file may say of it.</summary>
internal sealed record LambdaShape
{
    /// <summary>Default: Node.js 22.</summary>
    public string Runtime { get; init; } = LambdaRuntimes.Default;

    /// <summary>What is called: file and function, or any word for a binary. Default: <c>handler</c> of <c>index.js</c>.</summary>
    public string Handler { get; init; } = "index.handler";

    /// <summary>Default: arm64, which costs a fifth less.</summary>
    public CpuArchitecture Architecture { get; init; } = CpuArchitecture.Arm64;

    /// <summary>Memory in MiB; CPU grows with it. Default: 512.</summary>
    public int MemoryMiB { get; init; } = 512;

    /// <summary>How long a call may take. Default: as long as API Gateway waits.</summary>
    public int TimeoutSeconds { get; init; } = 29;

    /// <summary>Room in <c>/tmp</c> in MiB. Default: 512, which costs nothing.</summary>
    public int StorageMiB { get; init; } = 512;

    /// <summary>How many calls run at once at the most; so many are kept for it. Default: what the account has left.</summary>
    public int? ReservedConcurrency { get; init; }

    /// <summary>What other functions of the account reserve. Default: nothing.</summary>
    public int OtherReservedConcurrency { get; init; }

    /// <summary>How many calls the account may run at once in the region. Default: 1000, AWS's own; new accounts may have less.</summary>
    public int AccountConcurrency { get; init; } = 1000;

    /// <summary>Whether each change makes a version and points the alias <c>live</c> at it, which is how one goes back. Default: true.</summary>
    public bool Publish { get; init; } = true;

    /// <summary>How many copies are kept warm behind the alias, day and night. Default: none; each costs by the hour.</summary>
    public int ProvisionedConcurrency { get; init; }

    /// <summary>How long its log is kept. Default: a month.</summary>
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>The lines of the code that are kept. Default: INFO and worse.</summary>
    public LambdaLogLevel LogLevel { get; init; } = LambdaLogLevel.Info;

    /// <summary>Whether X-Ray traces calls. Default: false.</summary>
    public bool Tracing { get; init; }

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate() => LambdaCheck.Problems(this);
}
