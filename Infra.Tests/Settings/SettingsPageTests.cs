using Infra.Settings;
using Infra.Systems;

namespace Infra.Tests.Settings;

public sealed class SettingsPageTests
{
    private const string Head = """
        # Settings

        What a stack file may say under `idp-infra:settings`. It says only what differs from the defaults of its environment. Anything it does not
        know is an error. `infra config <stack>` shows what is in force and where it comes from; `infra config schema <system>` prints a JSON Schema
        for editors.

        This page is written by a test from the words in `Infra/Settings`: `ACCEPT_GOLDENS=1 dotnet test Infra.Tests` renews it.


        """;

    [Test]
    public void The_page_says_what_the_program_does()
    {
        var page =
            Head.ReplaceLineEndings("\n")
            + string.Join("\n", SystemCatalog.All.Select(s => SettingsPage.Of(s.Name, s.Tree, s.Defaults, s.Secrets)));
        var path = Repository.PathOf("docs/settings.md");
        if (Environment.GetEnvironmentVariable("ACCEPT_GOLDENS") == "1")
            File.WriteAllText(path, page);

        Assert.That(File.ReadAllText(path), Is.EqualTo(page), "ACCEPT_GOLDENS=1 renews docs/settings.md");
    }

    [Test]
    public void Every_setting_says_what_it_decides()
    {
        foreach (var setting in SystemCatalog.All.SelectMany(system => system.Tree.Leaves))
            Assert.That(setting.About.Description, Does.EndWith(".").And.Length.GreaterThan(15), setting.Path);
    }

    [Test]
    public void No_setting_is_forgotten()
    {
        var records = typeof(SettingNode)
            .Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Settings", StringComparison.Ordinal));
        foreach (var property in records.SelectMany(record => record.GetProperties()).Where(property => property.CanWrite))
            Assert.That(
                Attribute.IsDefined(property, typeof(SettingAttribute)),
                $"{property.DeclaringType!.Name}.{property.Name}"
            );
    }
}
