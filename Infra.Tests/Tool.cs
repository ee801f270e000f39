namespace Infra.Tests;

/// <summary>A program that some tests run for real.</summary>
internal static class Tool
{
    // Servers are often in sbin, which a user's PATH may leave out.
    private static readonly string[] Places =
    [
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        "/usr/sbin",
        "/usr/local/sbin",
        "/usr/bin",
    ];

    /// <summary>Where it is; nothing when it is not installed.</summary>
    public static string? Find(string name) => Places.Select(place => Path.Combine(place, name)).FirstOrDefault(File.Exists);

    /// <summary>Where it is.</summary>
    public static string Require(string name) =>
        Find(name) ?? throw new FileNotFoundException($"{name} is not installed; mark the test with [NeedsTools]");
}
