using System.Collections.Immutable;
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

    /// <summary>What it is called, where a source has a name of its own. Default: the stack's prefix and <see cref="Role"/>.</summary>
    public string? Name { get; init; }

    /// <summary>What it does, as people read it in the console.</summary>
    public required string Description { get; init; }

    /// <summary>Its code.</summary>
    public required LambdaArtifact Artifact { get; init; }

    /// <summary>The key of its variables and its log. Its policy must let CloudWatch Logs and, for the account, Lambda use it.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>Whether nothing will be changed; then a declared hash stands for code that is not built. Default: false.</summary>
    public bool IsPreview { get; init; }

    /// <summary>How large it is and how many run. Default: production's.</summary>
    public LambdaShape Shape { get; init; } = new();

    /// <summary>Variables of the code. Default: none.</summary>
    public ImmutableSortedDictionary<string, Input<string>> Environment { get; init; } =
        ImmutableSortedDictionary.Create<string, Input<string>>(StringComparer.Ordinal);

    /// <summary>What the code may do on AWS. Default: nothing but write its log.</summary>
    public Input<ImmutableArray<Statement>> Statements { get; init; } = ImmutableArray<Statement>.Empty;

    /// <summary>Default: nowhere; events that failed for good are lost.</summary>
    public FailureQueue? Failures { get; init; }

    /// <summary>Default: outside any VPC, with the internet and AWS in reach.</summary>
    public LambdaNetwork? Network { get; init; }

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate() =>
        [
            .. Artifact.Validate().Concat(Artifact.Problems(IsPreview)).Select(problem => problem.Under("artifact")),
            .. LambdaCheck.Problems(Shape),
            .. LambdaCheck.Problems(this),
        ];
}
