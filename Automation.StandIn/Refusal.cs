namespace Automation.StandIn;

/// <summary>What the stand-in says when it was not told what to play: a message, and the exit code of a command line that is no command.</summary>
internal static class Refusal
{
    private const int BadInvocation = 2;

    public static int Say(string message)
    {
        Console.Error.WriteLine($"stand-in for pulumi: {message}");
        return BadInvocation;
    }
}
