using System.Collections.Immutable;

namespace Pulumi.Automation;

/// <summary>What came of bringing a stack up to date.</summary>
public sealed class UpResult : UpdateResult
{
    internal UpResult(
        string standardOutput,
        string standardError,
        UpdateSummary summary,
        IImmutableDictionary<string, OutputValue> outputs
    )
        : base(standardOutput, standardError, summary) => Outputs = outputs;

    /// <summary>The outputs of the stack, secrets among them.</summary>
    public IImmutableDictionary<string, OutputValue> Outputs { get; }
}
