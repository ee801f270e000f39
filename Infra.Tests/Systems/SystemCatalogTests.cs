using System.Text.RegularExpressions;
using Infra.Systems;

namespace Infra.Tests.Systems;

public sealed class SystemCatalogTests
{
    [Test]
    public void The_project_file_names_every_system()
    {
        var project = File.ReadAllText(Repository.PathOf("Pulumi.yaml"));
        var description = Regex.Match(project, "(?m)^  system:\n(?:    .*\n)*?    description: (.*)$").Groups[1].Value;

        Assert.That(Regex.Matches(description, "[a-z]+-?[a-z]+").Select(word => word.Value), Is.SupersetOf(SystemCatalog.Names));
    }

    [Test]
    public void Every_system_is_found_by_its_name_alone()
    {
        Assert.That(SystemCatalog.Names, Is.Unique);
        foreach (var system in SystemCatalog.All)
            Assert.That(SystemCatalog.Find(system.Name), Is.SameAs(system));
        Assert.That(SystemCatalog.Find("IDP-SERVER"), Is.Null);
    }
}
