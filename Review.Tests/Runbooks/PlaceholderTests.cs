using System.Runtime.CompilerServices;
using Review.Runbooks;

namespace Review.Tests.Runbooks;

/// <summary>The names that may stand in braces, and the list of them in docs/runbooks/README.md.</summary>
public sealed class PlaceholderTests
{
    private const string Head = "| name | is | from |\n|---|---|---|\n";

    [Test]
    public void The_list_in_the_documentation_is_that_of_the_code()
    {
        var file = Path.Combine(Pages.Folder(), "README.md");
        var text = File.ReadAllText(file);
        var start = text.IndexOf(Head, StringComparison.Ordinal);
        var wanted = Head + string.Concat(Placeholders.All.Select(Row));
        if (Environment.GetEnvironmentVariable("ACCEPT_GOLDENS") == "1")
        {
            File.WriteAllText(file, (start < 0 ? text : text[..start]) + wanted);
            return;
        }
        Assert.That(start < 0 ? "" : text[start..], Is.EqualTo(wanted), "ACCEPT_GOLDENS=1 dotnet test Review.Tests writes it");
    }

    [Test]
    public void A_name_is_there_once_and_can_stand_in_braces()
    {
        Assert.That(Placeholders.All.Select(one => one.Name), Is.Unique);
        foreach (var placeholder in Placeholders.All)
            Assert.That(Braces.In($"x {{{placeholder.Name}}}"), Is.EqualTo([placeholder.Name]));
    }

    [Test]
    public void No_page_has_a_name_in_braces_that_nobody_knows()
    {
        var unknown =
            from file in Directory.GetFiles(Pages.Folder(), "*.md")
            from name in Braces.In(File.ReadAllText(file))
            where Placeholders.Find(name) is null
            select $"{Path.GetFileName(file)}: {name}";

        Assert.That(unknown, Is.Empty);
    }

    [Test]
    public void Each_name_is_used_by_a_page()
    {
        var used = Directory
            .GetFiles(Pages.Folder(), "*.md")
            .Where(file => !file.EndsWith("README.md", StringComparison.Ordinal))
            .SelectMany(file => Braces.In(File.ReadAllText(file)));

        Assert.That(Placeholders.All.Select(one => one.Name), Is.SubsetOf(used.ToHashSet()));
    }

    private static string Row(Placeholder one) =>
        $"| `{{{one.Name}}}` | {one.Meaning} | {(one.Sources.IsEmpty ? "the stack" : $"`{one.Sources[0].Type}` {one.Sources[0].Path}")} |\n";
}
