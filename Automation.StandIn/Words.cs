namespace Automation.StandIn;

/// <summary>The names under which the answer to a command line may be kept: its leading words, joined by <c>-</c>.</summary>
internal static class Words
{
    /// <summary>The longest first: <c>stack init dev</c> is answered by <c>stack-init-dev</c>, <c>stack-init</c> or <c>stack</c>.</summary>
    public static IEnumerable<string> Candidates(IReadOnlyList<string> arguments)
    {
        var words = arguments.TakeWhile(argument => !argument.StartsWith('-')).Select(FileName).ToList();
        if (words.Count == 0)
            yield return "none";
        for (var count = words.Count; count > 0; count--)
            yield return string.Join('-', words.Take(count));
    }

    private static string FileName(string word) =>
        string.Concat(word.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' ? letter : '_'));
}
