namespace Pulumi;

/// <summary>How a program ended that ran in the process of its caller.</summary>
/// <param name="ExitCode">What its process would have ended with, had it had one.</param>
/// <param name="Failure">What it failed with first; nothing if it did not, or if it only logged errors.</param>
internal sealed record InlineOutcome(int ExitCode, Exception? Failure);
