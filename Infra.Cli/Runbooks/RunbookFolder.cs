using Engine;
using Engine.Projects;
using Review.Runbooks;

namespace Infra.Cli.Runbooks;

/// <summary>The pages of a project.</summary>
internal static class RunbookFolder
{
    /// <summary>Where they are in a project.</summary>
    public const string Folder = "docs/runbooks";

    /// <summary>Reads every page but the list of them.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static List<RunbookPage> Read(ProjectFile project)
    {
        var folder = Path.Combine(project.Directory, Folder);
        List<RunbookPage> pages = Directory.Exists(folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(folder, "*.md")
                    .Where(file => Path.GetFileName(file) != "README.md")
                    .Select(file => RunbookPage.Read(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file))),
            ]
            : [];
        return pages.Count > 0
            ? pages
            : throw new InputException(
                "infra runbook",
                [
                    $"got no page in {folder}, want one runbook or more in Markdown; {Folder}/README.md of idp-infra says how they are written",
                ]
            );
    }
}
