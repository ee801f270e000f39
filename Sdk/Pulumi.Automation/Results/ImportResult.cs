namespace Pulumi.Automation;

/// <summary>What came of an import of resources.</summary>
/// <param name="standardOutput">What the CLI printed.</param>
/// <param name="standardError">What the CLI complained about.</param>
/// <param name="summary">The run, as the history has it.</param>
/// <param name="generatedCode">The program that makes them. Default: none was written.</param>
public sealed class ImportResult(string standardOutput, string standardError, UpdateSummary summary, string? generatedCode = null)
{
    /// <summary>What the CLI printed.</summary>
    public string StandardOutput { get; init; } = standardOutput;

    /// <summary>What the CLI complained about.</summary>
    public string StandardError { get; init; } = standardError;

    /// <summary>The run, as the history has it.</summary>
    public UpdateSummary Summary { get; init; } = summary;

    /// <summary>The program that makes them. Default: none was written.</summary>
    public string? GeneratedCode { get; set; } = generatedCode;
}
