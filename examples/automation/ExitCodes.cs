namespace Automation.Example;

/// <summary>What the script tells the shell.</summary>
internal static class ExitCodes
{
    /// <summary>All is well.</summary>
    public const int Fine = 0;

    /// <summary>An argument cannot be used.</summary>
    public const int BadInput = 2;

    /// <summary>The deployment failed.</summary>
    public const int Failed = 4;

    /// <summary>The CLI is missing, or too old.</summary>
    public const int ToolMissing = 5;

    /// <summary>Ctrl-C; the number every shell uses for that.</summary>
    public const int Cancelled = 130;
}
