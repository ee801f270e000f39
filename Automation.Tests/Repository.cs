namespace Automation.Tests;

/// <summary>The repository these tests are of.</summary>
internal static class Repository
{
    /// <summary>Its folder: this assembly is in <c>Automation.Tests/bin/configuration/framework</c>.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", ".."));
}
