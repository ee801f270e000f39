using System.Runtime.CompilerServices;
using Review.Runbooks;

namespace Review.Tests.Runbooks;

/// <summary>The pages of this repository.</summary>
internal static class Pages
{
    public static string Folder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(here)!)!)!, "docs", "runbooks");

    public static IEnumerable<RunbookPage> All() =>
        Directory
            .GetFiles(Folder(), "*.md")
            .Where(file => Path.GetFileName(file) != "README.md")
            .Select(file => RunbookPage.Read(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)));
}
