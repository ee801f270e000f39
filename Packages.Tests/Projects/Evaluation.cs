using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Packages.Tests.Projects;

/// <summary>What MSBuild makes of a project file; nothing is restored or built.</summary>
internal static class Evaluation
{
    private static readonly ConcurrentDictionary<(string Project, string Packages), Task<JsonElement>> Known = new();

    /// <summary>The items of a project when it is built on some source of packages; asked once.</summary>
    public static Task<JsonElement> OfAsync(string project, string packages) =>
        Known.GetOrAdd((project, packages), key => EvaluateAsync(key.Project, key.Packages));

    private static async Task<JsonElement> EvaluateAsync(string project, string packages)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "msbuild",
            project,
            $"-p:PulumiPackages={packages}",
            "-nologo",
            "-getItem:PackageReference",
            "-getItem:ProjectReference",
            "-getItem:PackageVersion",
            "-getProperty:NuGetLockFilePath",
            "-getProperty:DefineConstants",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, await output + await error);
        return JsonDocument.Parse(await output).RootElement;
    }

    /// <summary>The names of items of a kind.</summary>
    public static IEnumerable<string> Items(this JsonElement evaluated, string kind, string metadata = "Identity") =>
        evaluated.GetProperty("Items").GetProperty(kind).EnumerateArray().Select(item => item.GetProperty(metadata).GetString()!);
}
