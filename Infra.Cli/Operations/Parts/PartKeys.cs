using Review.Model;

namespace Infra.Cli.Operations.Parts;

/// <summary>What people call a part of a stack: its logical name without the system in front and without what it is behind.</summary>
internal static class PartKeys
{
    private static readonly string[] Kinds = ["-service", "-logs", "-log"];

    /// <summary>The key of a resource. Default: the system's name, where nothing else is left.</summary>
    public static string Of(Resource resource, string system)
    {
        var key = resource.Name;
        foreach (var kind in Kinds)
            if (key.EndsWith(kind, StringComparison.Ordinal))
            {
                key = key[..^kind.Length];
                break;
            }
        foreach (var start in (string[])[$"{system}-", "log-"])
            if (key.StartsWith(start, StringComparison.Ordinal))
                key = key[start.Length..];
        return key;
    }
}
