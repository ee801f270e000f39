using System.Collections.Immutable;
using Engine.Projects.Yaml;

namespace Engine.Projects;

/// <summary>The settings of one stack: <c>Pulumi.&lt;stack&gt;.yaml</c>.</summary>
public sealed record StackFile
{
    internal StackFile() { }

    /// <summary>Where it lies, absolute; it need not exist.</summary>
    public required string Path { get; init; }

    /// <summary>Its name without the directory, as messages say it.</summary>
    public string FileName => System.IO.Path.GetFileName(Path);

    /// <summary>The stack's name.</summary>
    public required string Stack { get; init; }

    /// <summary>Who encrypts: <c>passphrase</c>, or the address of a key management service. Default: whoever keeps the state.</summary>
    public string? SecretsProvider { get; init; }

    /// <summary>The data key, encrypted by the key management service. Default: none.</summary>
    public string? EncryptedKey { get; init; }

    /// <summary>Salt and check of the passphrase. Default: no passphrase is used.</summary>
    public string? EncryptionSalt { get; init; }

    /// <summary>What should be looked at although it is no error.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Configuration by full key.</summary>
    internal ImmutableSortedDictionary<string, ConfigMember> Config { get; init; } = ConfigMap.None;

    /// <summary>Pulumi Cloud environments, untouched. Default: none.</summary>
    internal YamlNode? Environment { get; init; }

    /// <summary>
    /// The line of a key or of anything inside its value, for example <c>shop:settings.network.cidr</c>; nothing where the file does not set it.
    /// </summary>
    public int? LineOf(string path) => path.Contains(':', StringComparison.Ordinal) ? Find(path)?.Line : null;

    /// <summary>Reads the file of a stack. Where there is none, the stack sets nothing.</summary>
    /// <exception cref="InputException">It cannot be read, is no YAML, or has keys a stack file has not; with every problem.</exception>
    public static StackFile Load(ProjectFile project, string stack)
    {
        var path = Stacks.FilePath(project, stack);
        return Parse(File.Exists(path) ? TextFile.Read(path) : "", path, stack, project.Name);
    }

    internal static StackFile Parse(string text, string path, string stack, string project) =>
        StackReader.Read(text, path, stack, project);

    internal ConfigMember? Find(string key)
    {
        if (Config.TryGetValue(key, out var whole))
            return whole;
        var (top, inner) = ConfigKey.Path(key);
        return Config.TryGetValue(top, out var member) ? ConfigNodes.Find(member, inner.AsSpan()) : null;
    }
}
