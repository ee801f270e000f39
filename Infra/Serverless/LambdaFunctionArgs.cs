using System.Collections.Immutable;
using Infra.Compute;
using Infra.Policies;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Serverless;

/// <summary>What a <see cref="LambdaFunction"/> needs.</summary>
internal sealed record LambdaFunctionArgs
{
    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>What it is called behind the stack's prefix, for example <c>api</c>.</summary>
    public required string Role { get; init; }

    /// <summary>What it does, as people read it in the console.</summary>
    public required string Description { get; init; }

    /// <summary>Its code.</summary>
    public required LambdaArtifact Artifact { get; init; }

    /// <summary>The key of its variables and its log. Its policy must let CloudWatch Logs and, for the account, Lambda use it.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>Whether nothing will be changed; then a declared hash stands for code that is not built. Default: false.</summary>
    public bool IsPreview { get; init; }

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

    /// <summary>Variables of the code. Default: none.</summary>
    public ImmutableSortedDictionary<string, Input<string>> Environment { get; init; } =
        ImmutableSortedDictionary.Create<string, Input<string>>(StringComparer.Ordinal);

    /// <summary>What the code may do on AWS. Default: nothing but write its log.</summary>
    public Input<ImmutableArray<Statement>> Statements { get; init; } = ImmutableArray<Statement>.Empty;

    /// <summary>Default: nowhere; events that failed for good are lost.</summary>
    public FailureQueue? Failures { get; init; }

    /// <summary>Whether X-Ray traces calls. Default: false.</summary>
    public bool Tracing { get; init; }

    /// <summary>Default: outside any VPC, with the internet and AWS in reach.</summary>
    public LambdaNetwork? Network { get; init; }

    /// <summary>How long its log is kept. Default: a month.</summary>
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>The lines of the code that are kept. Default: INFO and worse.</summary>
    public string LogLevel { get; init; } = "INFO";

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate() =>
        [.. Artifact.Problems(IsPreview).Select(problem => problem.Under("artifact")), .. LambdaCheck.Problems(this)];
}
