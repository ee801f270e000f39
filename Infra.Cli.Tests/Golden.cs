using System.Runtime.CompilerServices;

namespace Infra.Cli.Tests;

/// <summary>Compares a text with a committed file; <c>ACCEPT_GOLDENS=1</c> writes the file instead.</summary>
internal static class Golden
{
    public static void Check(string text, string name, [CallerFilePath] string caller = "")
    {
        var folder = Path.Combine(Repository.Of(caller), "Infra.Cli.Tests", "Goldens");
        var file = Path.Combine(folder, $"{name}.verified.txt");
        if (Environment.GetEnvironmentVariable("ACCEPT_GOLDENS") == "1")
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(file, text);
            return;
        }
        Assert.That(File.Exists(file), $"{file} is missing; ACCEPT_GOLDENS=1 dotnet test writes it");
        Assert.That(
            text,
            Is.EqualTo(File.ReadAllText(file)),
            $"differs from {file}; ACCEPT_GOLDENS=1 dotnet test accepts the new text"
        );
    }
}
