namespace SchemaTool;

/// <summary>Reads a list of tokens: one a line, "#" starts a comment.</summary>
internal static class TokenLines
{
    public static IEnumerable<string> Read(IEnumerable<string> lines) =>
        lines.Select(line => line.Split('#')[0].Trim()).Where(token => token.Length > 0);
}
