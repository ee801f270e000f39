namespace Engine.Projects;

/// <summary>Where the passphrase of a stack's secrets comes from.</summary>
internal static class Passphrase
{
    public const string Variable = "PULUMI_CONFIG_PASSPHRASE";
    public const string FileVariable = "PULUMI_CONFIG_PASSPHRASE_FILE";

    /// <summary>
    /// The passphrase the environment gives: the variable as it is, even empty, else the trimmed content of the file the other one names.
    /// Nothing where neither is set; nobody is asked.
    /// </summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static string? From(Func<string, string?> environment)
    {
        if (environment(Variable) is { } passphrase)
            return passphrase;
        return environment(FileVariable) is { Length: > 0 } file ? TextFile.Read(file).Trim() : null;
    }
}
