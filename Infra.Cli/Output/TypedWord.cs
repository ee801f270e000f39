namespace Infra.Cli.Output;

/// <summary>Waits until a person has typed a word, which nobody does by mistake, before something is done that cannot be taken back.</summary>
internal static class TypedWord
{
    /// <summary>Asks for the word; what it stands for has been shown before.</summary>
    /// <param name="terminal">Where the question goes.</param>
    /// <param name="stack">The stack, for messages.</param>
    /// <param name="word">What must be typed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="noun">What the word is, where the question must not give it away: <c>user name</c>. Default: the question names the word.</param>
    /// <param name="without">The options that go ahead without a person.</param>
    /// <exception cref="CommandException">Another word was typed, or nobody was there to type.</exception>
    public static async Task AskAsync(
        Terminal terminal,
        string stack,
        string word,
        CancellationToken cancellationToken,
        string? noun = null,
        string without = "--yes"
    )
    {
        var wanted = noun is null ? word : $"the {noun}";
        terminal.WriteLine($"Type {wanted} to go ahead:", Style.Strong);
        terminal.Flush();
        // A console cannot be asked to stop reading.
        var typed = await Task.Run(Console.In.ReadLine, CancellationToken.None).WaitAsync(cancellationToken);
        if (typed?.Trim() != word)
            throw new CommandException(
                ExitCodes.Refused,
                typed is null
                    ? $"{stack}: refused, nobody typed {wanted}; {without} goes ahead without"
                    : $"{stack}: refused, got {ValueText.Quoted(typed.Trim())}, want {word}; nothing was done"
            );
    }
}
