namespace Infra.Tests.Observability;

/// <summary>What there is to read when an alarm rings.</summary>
internal static class Runbooks
{
    public static readonly string Folder = Repository.PathOf("docs/runbooks");

    // A heading is found under its words in small letters, joined by hyphens, as GitHub makes it.
    public static HashSet<string> Sections() =>
        [
            .. from page in Directory.GetFiles(Folder, "*.md")
            from line in File.ReadLines(page)
            where line.StartsWith("## ", StringComparison.Ordinal)
            select $"{Path.GetFileName(page)}#{Anchor(line[3..])}",
        ];

    private static string Anchor(string heading) =>
        string.Concat(
            heading
                .ToLowerInvariant()
                .Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-')
                .Select(letter => letter == ' ' ? '-' : letter)
        );
}
