using Engine;
using Engine.Values;

namespace Infra.Cli.Previews;

/// <summary>
/// The key under which plan files keep the digests of secrets: <c>INFRA_PLAN_KEY</c>, else <c>.build/plan.key</c>, which git ignores and only its owner
/// can read. Whoever has both it and a plan file can try out passwords, so it is kept apart from plan files.
/// </summary>
internal static class PlanKeys
{
    /// <summary>The environment variable, for machines that keep no files.</summary>
    public const string Variable = "INFRA_PLAN_KEY";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The key of a project.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="make">Whether a key is made where there is none. Default: then there is none.</param>
    /// <exception cref="InputException">What is there is no key, or cannot be read or written.</exception>
    public static SecretKey? Find(string folder, bool make = false)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text)
            return Read(text, Variable);
        var file = Path.Combine(folder, ".build", "plan.key");
        try
        {
            if (File.Exists(file))
                return Read(File.ReadAllText(file), file);
            return make ? Make(file) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException(file, [$"cannot be read or written: {error.Message}; {Variable} takes its place"]);
        }
    }

    private static SecretKey? Make(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        var text = SecretKey.NewText();
        using (var writer = new StreamWriter(file, options))
            writer.Write(text + "\n");
        return Read(text, file);
    }

    private static SecretKey Read(string text, string source) =>
        SecretKey.Of(text)
        ?? throw new InputException(
            source,
            [
                $"got a text of {text.Trim().Length} characters, want {SecretKey.MinimumLength} or more that nobody can guess, for example of openssl rand -hex 32",
            ]
        );
}
