namespace Engine.Programs;

/// <summary>How a program ended.</summary>
/// <param name="Code">Its exit code: 0 fine, 32 failed and has said why, anything else failed.</param>
/// <param name="Crash">The message of the exception that ended it. Default: none did, or it is not known.</param>
public sealed record ProgramExit(int Code, string? Crash = null)
{
    /// <summary>The exit code of a program that has reported its errors already.</summary>
    public const int AlreadyReported = 32;
}
