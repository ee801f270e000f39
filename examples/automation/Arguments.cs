namespace Automation.Example;

/// <summary>What the script is asked for.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="IsConfirmed">Whether it is brought up to date, not only looked at.</param>
/// <param name="Directory">The folder of its <c>Pulumi.yaml</c>.</param>
internal sealed record Arguments(string Stack, bool IsConfirmed, string Directory)
{
    /// <summary>How the script is called.</summary>
    public const string Usage = "usage: automation-example STACK [--yes] [--directory DIR]";

    /// <summary>Reads the command line; nothing if it makes no sense.</summary>
    public static Arguments? Parse(string[] args)
    {
        Arguments? parsed = null;
        for (var i = 0; i < args.Length; i++)
        {
            if (i == 0 && !args[i].StartsWith('-'))
                parsed = new(args[i], IsConfirmed: false, Environment.CurrentDirectory);
            else if (args[i] == "--yes" && parsed is not null)
                parsed = parsed with { IsConfirmed = true };
            else if (args[i] == "--directory" && parsed is not null && i + 1 < args.Length)
                parsed = parsed with { Directory = Path.GetFullPath(args[++i]) };
            else
                return null;
        }
        return parsed;
    }
}
