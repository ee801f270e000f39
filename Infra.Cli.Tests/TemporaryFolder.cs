namespace Infra.Cli.Tests;

/// <summary>A folder of a test's own, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder(string name = "infra test") =>
        Directory.CreateDirectory(Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"{name} {Guid.NewGuid():N}"));

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public TemporaryFolder With(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(File(name))!);
        System.IO.File.WriteAllText(File(name), text);
        return this;
    }

    public void Dispose()
    {
        // A fixture of which no test ran has made no folder, or a test has moved it.
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
