using System.Collections.Immutable;
using Review.Model;

namespace Review.Cost.Usage;

/// <summary>
/// The numbers this repository ships: one file for each system, and one for a system's environment where they differ. Every file is a profile with a name,
/// so that a comparison with somebody else's assumptions is a profile too.
/// </summary>
public static class UsageProfiles
{
    private const string Folder = "Review.Cost.Usage.Profiles.";
    private const string Extension = ".yaml";

    /// <summary>The names of all profiles, by letters.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. typeof(UsageProfiles)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^Extension.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The profile of a name, or nothing.</summary>
    public static UsageLayer? Find(string name)
    {
        using var stream = typeof(UsageProfiles).Assembly.GetManifestResourceStream($"{Folder}{name}{Extension}");
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return UsageReader.Read(reader.ReadToEnd(), $"profile {name}");
    }

    /// <summary>The profiles of a stack, the more special last: that of its system, and that of its system's environment.</summary>
    public static ImmutableArray<UsageLayer> For(StackModel stack)
    {
        ArgumentNullException.ThrowIfNull(stack);
        var (system, environment) = (Setting(stack, ":system"), Setting(stack, ":environment"));
        return system is null
            ? []
            : [.. new[] { Find(system), environment is null ? null : Find($"{system}-{environment}") }.OfType<UsageLayer>()];
    }

    // The key of a project, whatever it is called.
    private static string? Setting(StackModel stack, string end) =>
        stack.Config.FirstOrDefault(setting => setting.Key.EndsWith(end, StringComparison.Ordinal)).Value;
}
