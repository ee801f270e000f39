using System.Text;
using Engine;

namespace Infra.Cli.Output.Report;

/// <summary>The file of a report.</summary>
internal static class ReportFile
{
    private const string Extension = ".html";

    /// <summary>What is wrong with a path, known before any work is done.</summary>
    public static IEnumerable<string> Problems(string? path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            yield return "-o: got nothing, want the page to write, for example -o report.html";
            yield break;
        }
        if (!path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
            yield return $"-o: got {ValueText.Quoted(path)}, want a name that ends in {Extension}, for example {ValueText.Quoted(Path.ChangeExtension(path, Extension))}";
        else if (Directory.Exists(path))
            yield return $"-o: got {ValueText.Quoted(path)}, which is a folder, want a file";
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder))
            yield return $"-o: there is no folder {folder}; make it first";
    }

    /// <summary>Writes the page, all of it or nothing, and returns its size in bytes.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static long Write(string path, string page)
    {
        var full = Path.GetFullPath(path);
        var temporary = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.{Path.GetRandomFileName()}");
        try
        {
            try
            {
                var bytes = new UTF8Encoding(false).GetBytes(page);
                File.WriteAllBytes(temporary, bytes);
                File.Move(temporary, full, overwrite: true);
                return bytes.Length;
            }
            finally
            {
                File.Delete(temporary);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, [$"cannot be written: {error.Message}"]);
        }
    }
}
