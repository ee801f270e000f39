namespace Engine.Projects;

/// <summary>Reads files the user named, with errors the user can act on.</summary>
internal static class TextFile
{
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException(path, ["there is no such file"]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, [$"cannot be read: {error.Message}"]);
        }
    }
}
