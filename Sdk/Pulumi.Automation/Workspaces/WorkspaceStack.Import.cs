using System.Text.Json.Nodes;

namespace Pulumi.Automation;

public sealed partial class WorkspaceStack
{
    /// <summary>Takes resources over that are there already.</summary>
    /// <param name="options">Which.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="Commands.Exceptions.CommandException">It failed.</exception>
    public async Task<ImportResult> ImportAsync(ImportOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var folder = Directory.CreateTempSubdirectory("pulumi-import-");
        try
        {
            var code = options.GenerateCode == false ? null : Path.Combine(folder.FullName, "generated_code.txt");
            var args = new Arguments("import", "--yes", "--skip-preview")
                .Option("--file", await WriteResourcesAsync(folder, options, cancellationToken).ConfigureAwait(false))
                .Flag("--protect=false", options.Protect == false)
                .Flag("--generate-code=false", code is null)
                .Option("--out", code)
                .Option("--from", options.Converter);
            if (options.Converter is not null && options.ConverterArgs is { Count: > 0 } converterArgs)
                args.Add("--").Add(converterArgs);
            var result = await RunAsync(args.ToList(), cancellationToken, options.OnStandardOutput, options.OnStandardError)
                .ConfigureAwait(false);
            var summary = await GetInfoAsync(options.ShowSecrets, cancellationToken).ConfigureAwait(false);
            var text = File.Exists(code) ? await File.ReadAllTextAsync(code, cancellationToken).ConfigureAwait(false) : null;
            return new(result.StandardOutput, result.StandardError, summary!, text);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <returns>The file; nothing if no resources are named.</returns>
    private static async Task<string?> WriteResourcesAsync(
        DirectoryInfo folder,
        ImportOptions options,
        CancellationToken cancellationToken
    )
    {
        if (options.Resources is not { Count: > 0 } resources)
            return null;
        var json = new JsonObject { ["resources"] = new JsonArray([.. resources.Select(Json)]) };
        if (options.NameTable is { Count: > 0 } names)
            json["nameTable"] = new JsonObject(names.Select(name => KeyValuePair.Create(name.Key, (JsonNode?)name.Value)));
        var path = Path.Combine(folder.FullName, "import.json");
        await File.WriteAllTextAsync(path, json.ToJsonString(), cancellationToken).ConfigureAwait(false);
        return path;
    }

    private static JsonObject Json(ImportResource resource)
    {
        var json = new JsonObject();
        Put("type", resource.Type);
        Put("name", resource.Name);
        Put("id", resource.Id);
        Put("parent", resource.Parent);
        Put("provider", resource.Provider);
        Put("version", resource.Version);
        Put("logicalName", resource.LogicalName);
        Put("component", resource.Component);
        Put("remote", resource.Remote);
        if (resource.Properties is { } properties)
            json["properties"] = new JsonArray([.. properties.Select(property => (JsonNode)property)]);
        return json;

        void Put(string name, JsonNode? value)
        {
            if (value is not null)
                json[name] = value;
        }
    }
}
