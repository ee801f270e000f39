using System.Collections.Immutable;

namespace Pulumi.Automation;

/// <summary>What came of a preview.</summary>
public class PreviewResult
{
    internal PreviewResult(string standardOutput, string standardError, IImmutableDictionary<OperationType, int> changeSummary) =>
        (StandardOutput, StandardError, ChangeSummary) = (standardOutput, standardError, changeSummary);

    /// <summary>What the CLI printed.</summary>
    public string StandardOutput { get; }

    /// <summary>What the CLI complained about.</summary>
    public string StandardError { get; }

    /// <summary>How many resources each operation would be done to.</summary>
    public IImmutableDictionary<OperationType, int> ChangeSummary { get; }
}
