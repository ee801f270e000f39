using System.Collections.Immutable;
using Infra.Policies;
using Pulumi;

namespace Infra.Serverless;

/// <summary>One function of a <see cref="LambdaApi"/>, with what differs between them; network, key and prefix are all the same.</summary>
internal sealed record DomainFunction
{
    /// <summary>What it does, as people read it in the console.</summary>
    public required string Description { get; init; }

    /// <summary>Its code.</summary>
    public required LambdaArtifact Artifact { get; init; }

    /// <summary>How large it is and how many run. Default: a binary on arm64, 30 seconds.</summary>
    public LambdaShape Shape { get; init; } = Binary;

    /// <summary>Variables of its own; they stand before those of all functions. Default: none.</summary>
    public ImmutableSortedDictionary<string, Input<string>> Environment { get; init; } =
        ImmutableSortedDictionary.Create<string, Input<string>>(StringComparer.Ordinal);

    /// <summary>What its code may do on AWS. Default: nothing but write its log.</summary>
    public Input<ImmutableArray<Statement>> Statements { get; init; } = ImmutableArray<Statement>.Empty;

    /// <summary>How it is called by those who do not wait. Default: only the API calls it, which waits.</summary>
    public AsynchronousCalls? Asynchronous { get; init; }

    /// <summary>
    /// The shape of a program that was compiled: Go as <c>bootstrap</c>. Its 30 seconds are one more than API Gateway waits, so that the function
    /// ends by itself and says in its log what took so long.
    /// </summary>
    public static LambdaShape Binary { get; } =
        new()
        {
            Runtime = LambdaRuntimes.Provided,
            Handler = "bootstrap",
            TimeoutSeconds = LambdaApiCheck.LongestSeconds,
            Tracing = true,
        };
}
