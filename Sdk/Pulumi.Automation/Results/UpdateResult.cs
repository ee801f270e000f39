namespace Pulumi.Automation;

/// <summary>What came of a refresh or a deletion.</summary>
public class UpdateResult
{
    internal UpdateResult(string standardOutput, string standardError, UpdateSummary summary) =>
        (StandardOutput, StandardError, Summary) = (standardOutput, standardError, summary);

    /// <summary>What the CLI printed.</summary>
    public string StandardOutput { get; }

    /// <summary>What the CLI complained about.</summary>
    public string StandardError { get; }

    /// <summary>The run, as the history has it.</summary>
    public UpdateSummary Summary { get; }
}
