namespace Pulumi.Automation.Commands.Exceptions;

/// <summary>A command of the CLI failed.</summary>
public class CommandException : Exception
{
    private const string Mask = "[secret]";

    internal CommandException(CommandResult result)
        : this(nameof(CommandException), result) { }

    internal CommandException(string name, CommandResult result)
        : base(result.ToString()) => (Name, Result) = (name, result);

    /// <summary>Name of the class, for scripts that look at names.</summary>
    public string Name { get; }

    /// <summary>How it ended.</summary>
    internal CommandResult Result { get; }

    /// <summary>The kind of failure, which only its words tell.</summary>
    internal static CommandException Of(CommandResult result) =>
        FailureKinds.IsStackNotFound(result.StandardError) ? new StackNotFoundException(result)
        : FailureKinds.IsStackAlreadyExists(result.StandardError) ? new StackAlreadyExistsException(result)
        : FailureKinds.IsConcurrentUpdate(result.StandardError) ? new ConcurrentUpdateException(result)
        : new CommandException(result);

    /// <summary>The same failure without some texts that nobody may see.</summary>
    internal CommandException Without(IEnumerable<string> secrets)
    {
        var hidden = secrets.Where(secret => secret.Length > 0).OrderByDescending(secret => secret.Length).ToList();
        return hidden.Count == 0
            ? this
            : Of(new(Result.Code, Hide(Result.StandardOutput, hidden), Hide(Result.StandardError, hidden)));
    }

    private static string Hide(string text, List<string> secrets) =>
        secrets.Aggregate(text, (shown, secret) => shown.Replace(secret, Mask, StringComparison.Ordinal));
}
