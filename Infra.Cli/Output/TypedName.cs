namespace Infra.Cli.Output;

/// <summary>Waits until somebody types a name, which nobody does by mistake.</summary>
internal static class TypedName
{
    /// <summary>Asks for it.</summary>
    /// <param name="terminal">Where the question goes.</param>
    /// <param name="noun">What is to be typed: <c>user name</c>.</param>
    /// <param name="name">The name.</param>
    /// <param name="stack">The stack, for the message.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CommandException">Another name was typed, or nobody was there to type.</exception>
    public static async Task AskAsync(
        Terminal terminal,
        string noun,
        string name,
        string stack,
        CancellationToken cancellationToken
    )
    {
        terminal.WriteLine($"Type the {noun} to go ahead:");
        terminal.Flush();
        // A console cannot be asked to stop reading.
        var typed = await Task.Run(Console.In.ReadLine, CancellationToken.None).WaitAsync(cancellationToken);
        if (typed?.Trim() != name)
            throw new CommandException(
                ExitCodes.Refused,
                typed is null
                    ? $"{stack}: refused, nobody typed the {noun}; --yes goes ahead without"
                    : $"{stack}: refused, got {typed.Trim()}, want {name}; nothing was done"
            );
    }
}
