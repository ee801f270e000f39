using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;

namespace Pulumi.Automation;

/// <summary>A settings file, YAML or JSON. What this API does not know stays in it when it is saved; comments do not.</summary>
internal sealed class SettingsDocument
{
    private static readonly string[] Endings = [".yaml", ".yml", ".json"];
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private SettingsDocument(string path, YamlMappingNode root) => (Path, Root) = (path, root);

    /// <summary>Where it is, or would be.</summary>
    public string Path { get; }

    public YamlMappingNode Root { get; }

    /// <summary>The file of a name with whichever ending there is; with <c>.yaml</c>, if there is none.</summary>
    public static string Find(string folder, string name) =>
        Endings.Select(ending => System.IO.Path.Combine(folder, name + ending)).FirstOrDefault(File.Exists)
        ?? System.IO.Path.Combine(folder, name + Endings[0]);

    /// <summary>Reads a file; nothing if there is none.</summary>
    /// <exception cref="InvalidDataException">It is no YAML, or not a map.</exception>
    public static async Task<SettingsDocument?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            return null;
        var text = await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text)); // JSON is YAML
            return stream.Documents switch
            {
                [] => Empty(path),
                [{ RootNode: YamlMappingNode root }, ..] => new(path, root),
                [{ RootNode: YamlScalarNode { Value: null or "" } }, ..] => Empty(path),
                _ => throw new InvalidDataException($"{path}: got no map, want keys and values"),
            };
        }
        catch (YamlException e)
        {
            throw new InvalidDataException($"{path}, line {e.Start.Line}: got what is neither YAML nor JSON, want one of them");
        }
    }

    /// <summary>A file that is to be made.</summary>
    public static SettingsDocument Empty(string path) => new(path, []);

    /// <summary>Writes it, all or nothing.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        var temporary = $"{Path}.{Guid.NewGuid():N}.tmp";
        try
        {
            await File.WriteAllTextAsync(temporary, ToText(), cancellationToken).ConfigureAwait(false);
            File.Move(temporary, Path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public string ToText() =>
        System.IO.Path.GetExtension(Path) == ".json"
            ? Root.ToJson()!.ToJsonString(Indented) + "\n"
            : new SerializerBuilder().Build().Serialize(Root);
}
