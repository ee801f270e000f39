namespace Infra.Cli.Output.Report;

/// <summary>The file that a page is written to.</summary>
internal static class ReportFile
{
    private const string Extension = ".html";

    /// <summary>What is wrong with a path, known before any work is done.</summary>
    public static IEnumerable<string> Problems(string? path)
    {
        if (string.IsNullOrWhiteSpace(path))
            return WholeFile.Problems(path ?? "").Select(problem => $"{problem}, for example -o report.html");
        var problems = WholeFile.Problems(path);
        return path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)
            ? problems
            : problems.Prepend(
                $"--output: got {ValueText.Quoted(path)}, want a name that ends in {Extension}, for example {ValueText.Quoted(Path.ChangeExtension(path, Extension))}"
            );
    }
}
