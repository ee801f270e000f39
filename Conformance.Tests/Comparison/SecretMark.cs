namespace Conformance.Tests.Comparison;

/// <summary>The mark of secrets in the text of a value.</summary>
internal static class SecretMark
{
    private const string Open = "secret(";

    /// <summary>The text without its marks.</summary>
    public static string Off(string text)
    {
        while (text.IndexOf(Open, StringComparison.Ordinal) is var start and >= 0)
        {
            var depth = 1;
            var end = start + Open.Length;
            for (; depth > 0; end++)
                depth += text[end] switch
                {
                    '(' => 1,
                    ')' => -1,
                    _ => 0,
                };
            text = text[..start] + text[(start + Open.Length)..(end - 1)] + text[end..];
        }
        return text;
    }
}
