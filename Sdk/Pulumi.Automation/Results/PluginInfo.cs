using System.Text.Json;
using Pulumi.Automation.Json;

namespace Pulumi.Automation;

/// <summary>A plugin that is installed.</summary>
public class PluginInfo
{
    private PluginInfo(JsonElement json, PluginKind kind)
    {
        Name = json.Text("name");
        Path = json.TextOrNull("path");
        Kind = kind;
        Version = json.TextOrNull("version");
        Size = json.Int64("size");
        InstallTime = json.TimeOrNull("installTime") ?? default;
        LastUsedTime = json.TimeOrNull("lastUsedTime") ?? default;
        ServerUrl = json.TextOrNull("serverURL");
    }

    /// <summary>Its name, for example <c>aws</c>.</summary>
    public string Name { get; }

    /// <summary>Where it is. Default: the CLI does not say.</summary>
    public string? Path { get; }

    /// <summary>What it is for.</summary>
    public PluginKind Kind { get; }

    /// <summary>Its version. Default: it has none.</summary>
    public string? Version { get; }

    /// <summary>Its size in bytes.</summary>
    public long Size { get; }

    /// <summary>When it was installed.</summary>
    public DateTimeOffset InstallTime { get; }

    /// <summary>When it was used last; the earliest time there is, if never.</summary>
    public DateTimeOffset LastUsedTime { get; }

    /// <summary>Where it was downloaded from. Default: where its authors keep it.</summary>
    public string? ServerUrl { get; }

    /// <summary>A plugin; nothing if it is of a kind that <see cref="PluginKind"/> has not, such as converters.</summary>
    internal static PluginInfo? OrNull(JsonElement json) =>
        json.Text("kind") switch
        {
            "analyzer" => new(json, PluginKind.Analyzer),
            "language" => new(json, PluginKind.Language),
            "resource" => new(json, PluginKind.Resource),
            _ => null,
        };
}
