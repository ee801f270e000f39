namespace Pulumi.Automation.Commands;

/// <summary>What a run of the CLI came to.</summary>
/// <param name="code">Its exit code; 0 is success.</param>
/// <param name="standardOutput">What it printed.</param>
/// <param name="standardError">What it complained about.</param>
public sealed class CommandResult(int code, string standardOutput, string standardError)
{
    /// <summary>Its exit code; 0 is success.</summary>
    public int Code { get; } = code;

    /// <summary>What it printed.</summary>
    public string StandardOutput { get; } = standardOutput;

    /// <summary>What it complained about.</summary>
    public string StandardError { get; } = standardError;

    /// <summary>All three, for people.</summary>
    public override string ToString() => $"code: {Code}\nstdout: {StandardOutput}\nstderr: {StandardError}\n";
}
