namespace Infra.Cli.Commands;

/// <summary>The word by which people choose how a command answers.</summary>
internal static class FormatWord
{
    /// <summary>What a word means, whatever its case; nothing where it is none. A number is none, though <see cref="Enum"/> takes it.</summary>
    public static T? Read<T>(string word)
        where T : struct, Enum =>
        Enum.TryParse<T>(word, ignoreCase: true, out var format) && Enum.IsDefined(format) && char.IsAsciiLetter(word[0])
            ? format
            : null;
}
