namespace Infra.Cli;

/// <summary>What the command tells the shell. Documented in <c>docs/cli.md</c> and in every <c>--help</c>.</summary>
internal static class ExitCodes
{
    /// <summary>Everything is as it should be.</summary>
    public const int Fine = 0;

    /// <summary>The command did its work and found something to look at.</summary>
    public const int Findings = 1;

    /// <summary>An argument, a stack file or another file given cannot be used.</summary>
    public const int BadInput = 2;

    /// <summary>Going on would destroy something, and nobody approved that.</summary>
    public const int Refused = 3;

    /// <summary>The Pulumi program, or the plan it leads to, failed.</summary>
    public const int ProgramFailed = 4;

    /// <summary>Something that must be installed is not.</summary>
    public const int ToolMissing = 5;

    /// <summary>The user pressed Ctrl-C; the number every shell uses for that.</summary>
    public const int Cancelled = 130;
}
