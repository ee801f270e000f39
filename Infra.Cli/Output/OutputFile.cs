using System.Text;
using Engine;

namespace Infra.Cli.Output;

/// <summary>A file that a command writes, all of it or nothing: readers never see half of one.</summary>
internal sealed class OutputFile
{
    /// <summary>Looks at a path before any work is done for it.</summary>
    /// <exception cref="InputException">Nothing can be written there.</exception>
    public OutputFile(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new InputException("--output", ["got nothing, want the file to write, for example -o plan.json"]);
        if (Directory.Exists(path))
            throw new InputException("--output", [$"got {ValueText.Quoted(path)}, which is a folder, want a file"]);
        Path = path;
        if (!Directory.Exists(Folder))
            throw new InputException("--output", [$"there is no folder {Folder}; make it first"]);
    }

    /// <summary>The file, as it was asked for.</summary>
    public string Path { get; }

    private string Full => System.IO.Path.GetFullPath(Path);

    private string Folder => System.IO.Path.GetDirectoryName(Full) ?? Full;

    /// <summary>Writes it; what was there before is replaced at the end.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public void Write(Action<TextWriter> content)
    {
        var temporary = System.IO.Path.Combine(
            Folder,
            $".{System.IO.Path.GetFileName(Full)}.{System.IO.Path.GetRandomFileName()}"
        );
        try
        {
            try
            {
                using (var writer = new StreamWriter(temporary, false, new UTF8Encoding(false)))
                    content(writer);
                File.Move(temporary, Full, overwrite: true);
            }
            finally
            {
                File.Delete(temporary);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException(Path, [$"cannot be written: {error.Message}"]);
        }
    }
}
