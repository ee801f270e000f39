namespace Infra.Cli.Tools;

/// <summary>Command lines as people paste them into a shell.</summary>
internal static class CommandText
{
    private const string Plain = "-_.,=@+:/%";

    /// <summary>The words with spaces between them, quoted where a shell would take them apart.</summary>
    public static string Of(IEnumerable<string> words) => string.Join(' ', words.Select(Word));

    /// <summary>One word.</summary>
    public static string Word(string word) =>
        word.Length > 0
        && word.All(letter => char.IsAsciiLetterOrDigit(letter) || Plain.Contains(letter, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
