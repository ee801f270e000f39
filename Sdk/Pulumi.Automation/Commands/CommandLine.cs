namespace Pulumi.Automation.Commands;

/// <summary>Completes command lines.</summary>
internal static class CommandLine
{
    private const string NonInteractive = "--non-interactive";
    private const string Rest = "--";

    /// <summary>The arguments with those that keep the CLI from asking questions and tell it where to write its events.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="eventLog">The file for the events. Default: there are none.</param>
    public static List<string> Complete(IList<string> args, string? eventLog)
    {
        List<string> added = [];
        if (!BeforeRest(args).Contains(NonInteractive))
            added.Add(NonInteractive);
        if (eventLog is not null)
            added.AddRange(["--event-log", eventLog]);
        return Append(args, added);
    }

    /// <summary>The arguments with others, which come before those that are for somebody else: <c>-- …</c>.</summary>
    public static List<string> Append(IList<string> args, IEnumerable<string> added)
    {
        var own = BeforeRest(args);
        return [.. own, .. added, .. args.Skip(own.Count)];
    }

    private static List<string> BeforeRest(IList<string> args) => [.. args.TakeWhile(argument => argument != Rest)];
}
