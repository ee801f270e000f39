namespace Infra.Cli.Jobs;

/// <summary>How a job ended.</summary>
/// <param name="Task">The ARN of its task.</param>
/// <param name="State">The task when it had stopped.</param>
/// <param name="Time">From the request to the end.</param>
internal sealed record JobOutcome(string Task, TaskState State, TimeSpan Time)
{
    /// <summary>What to tell the shell: only a verification has findings, everything else either works or fails.</summary>
    public int ExitCode(string job) =>
        State.ExitCode switch
        {
            0 => ExitCodes.Fine,
            1 when job == "verify" => ExitCodes.Findings,
            _ => ExitCodes.ProgramFailed,
        };
}
