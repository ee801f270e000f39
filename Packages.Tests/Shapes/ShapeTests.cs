namespace Packages.Tests.Shapes;

/// <summary>The generated classes are those that the naming facts say.</summary>
public sealed class ShapeTests
{
    private static readonly string[] Kinds = ["class ", "sealed class", "static class", "readonly struct"];

    [TestCase("Pulumi.Aws")]
    [TestCase("Pulumi.Awsx")]
    [TestCase("Pulumi.Random")]
    public void Every_class_has_the_members_that_the_facts_say_and_no_other(string package)
    {
        var built = OfficialPackages
            .Built(package)
            .GetExportedTypes()
            .SelectMany(type => OfficialPackages.Lines(package, type))
            .Select(line => line.Text)
            .ToHashSet();
        var classes = built.Select(Owner).ToHashSet();
        // The official package has classes for all of AWS; what it has of those here is compared.
        if (OfficialPackages.AreOfficial)
            classes.IntersectWith(OfficialPackages.Facts(package).Select(Owner));
        built.RemoveWhere(line => !classes.Contains(Owner(line)));
        var facts = OfficialPackages.Facts(package).Where(line => classes.Contains(Owner(line))).ToHashSet();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(string.Join("\n", built.Except(facts).Order().Take(40)), Is.Empty, "built, but not in the facts");
            Assert.That(string.Join("\n", facts.Except(built).Order().Take(40)), Is.Empty, "in the facts, but not built");
        }
    }

    // The type whose line it is, or whose member.
    private static string Owner(string line)
    {
        var parts = line.Split(" : ", 2);
        var head = parts[0].Split('(')[0];
        return Kinds.Any(kind => parts[1].StartsWith(kind, StringComparison.Ordinal)) ? head : head[..head.LastIndexOf('.')];
    }
}
