using System.Text;
using Engine;

namespace Infra.Cli.Output;

/// <summary>Files that commands write, all of one or nothing: readers never see half of it, and what was there stays until the end.</summary>
internal static class WholeFile
{
    /// <summary>What is wrong with a place for a file, known before any work is done for it.</summary>
    public static IEnumerable<string> Problems(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            yield return "--output: got nothing, want the file to write";
        else if (Directory.Exists(path))
            yield return $"--output: got {ValueText.Quoted(path)}, which is a folder, want a file";
        else if (Folder(path) is { } folder && !Directory.Exists(folder))
            yield return $"--output: got {ValueText.Quoted(path)}, want a file in a folder that is there; mkdir -p {ValueText.Quoted(Path.GetDirectoryName(path) ?? folder)}";
    }

    /// <summary>Writes a file, in UTF-8 without a mark, and returns its size in bytes.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static long Write(string path, string text) => Write(path, writer => writer.Write(text));

    /// <summary>The same for what writes itself.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static long Write(string path, Action<TextWriter> content)
    {
        var full = Path.GetFullPath(path);
        var temporary = Path.Combine(Folder(path) ?? full, $".{Path.GetFileName(full)}.{Path.GetRandomFileName()}");
        try
        {
            try
            {
                using (var writer = new StreamWriter(temporary, false, new UTF8Encoding(false)))
                    content(writer);
                var size = new FileInfo(temporary).Length;
                File.Move(temporary, full, overwrite: true);
                return size;
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

    private static string? Folder(string path) => Path.GetDirectoryName(Path.GetFullPath(path));
}
