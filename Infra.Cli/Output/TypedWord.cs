namespace Infra.Cli.Output;

/// <summary>Waits until a person has typed a word, before something is done that cannot be taken back.</summary>
internal static class TypedWord
{
    /// <summary>Asks for the word; what it stands for has been shown before.</summary>
    /// <param name="terminal">Where the question goes.</param>
    /// <param name="stack">The stack, for messages.</param>
    /// <param name="word">What must be typed.</param>
    /// <param name="without">The options that go ahead without a person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CommandException">Another word was typed, or nobody was there to type.</exception>
    public static async Task AskAsync(
        Terminal terminal,
        string stack,
        string word,
        string without,
        CancellationToken cancellationToken
    )
    {
        terminal.WriteLine($"Type {word} to go ahead:", Style.Strong);
        terminal.Flush();
        // A console cannot be asked to stop reading.
        var typed = await Task.Run(Console.In.ReadLine, CancellationToken.None).WaitAsync(cancellationToken);
        if (typed?.Trim() != word)
            throw new CommandException(
                ExitCodes.Refused,
                typed is null
                    ? $"{stack}: refused, nobody typed {word}; {without} goes ahead without"
                    : $"{stack}: refused, got {ValueText.Quoted(typed.Trim())}, want {word}; nothing was done"
            );
    }
}
