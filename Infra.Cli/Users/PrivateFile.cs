namespace Infra.Cli.Users;

/// <summary>A file that only its owner may read, gone as soon as it has been used.</summary>
internal sealed class PrivateFile : IDisposable
{
    /// <summary>Writes it.</summary>
    public PrivateFile(string text)
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"infra-{Guid.NewGuid():N}.json");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        // Windows gives everybody a temporary folder of their own.
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(Path, options);
        writer.Write(text);
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public void Dispose() => File.Delete(Path);
}
