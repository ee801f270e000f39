namespace Infra.Cli;

/// <summary>A command cannot go on. Its message is all the user sees.</summary>
/// <param name="exitCode">One of <see cref="ExitCodes"/>.</param>
/// <param name="message">Who, what was got, what is wanted, the way out.</param>
internal sealed class CommandException(int exitCode, string message) : Exception(message)
{
    /// <summary>What the shell is told.</summary>
    public int ExitCode { get; } = exitCode;
}
