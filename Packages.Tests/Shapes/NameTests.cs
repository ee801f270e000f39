using System.Text.Json;

namespace Packages.Tests.Shapes;

/// <summary>Names that no rule gives are those that were seen: names.txt says where.</summary>
public sealed class NameTests
{
    private static readonly string[][] Facts =
    [
        .. File.ReadLines(OfficialPackages.PathOf("Shapes/names.txt"))
            .Where(line => line[0] != '#')
            .Select(line => line.Split(' ')),
    ];

    [Test]
    public void The_schemas_have_the_chosen_names_and_no_others([Values("aws", "awsx", "random")] string package)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(OfficialPackages.PathOf($"schemas/{package}.json")));
        var root = schema.RootElement;
        var modules = root.GetProperty("language").GetProperty("csharp").TryGetProperty("namespaces", out var map)
            ? map.EnumerateObject()
                .Where(module => module.Name.Length > 0 && module.Name != package && module.Name != "index")
                .Select(module => $"module {module.Name} {module.Value.GetString()}")
            : [];
        var members =
            from list in new[] { root.GetProperty("types"), root.GetProperty("resources") }
            from owner in list.EnumerateObject()
            from name in new[] { "properties", "inputProperties" }
            where owner.Value.TryGetProperty(name, out _)
            from property in owner.Value.GetProperty(name).EnumerateObject()
            where property.Value.TryGetProperty("language", out _)
            select $"member {owner.Name} {property.Name} {PackageSchema.MemberOf(property)}";

        Assert.That(
            modules.Concat(members.Distinct()),
            Is.EquivalentTo(Facts.Where(fact => fact[0] == package).Select(fact => string.Join(' ', fact[1..^1])))
        );
    }

    [Test]
    public void Each_name_says_where_it_was_seen() =>
        Assert.That(Facts.Select(fact => fact[^1]), Is.All.AnyOf("resources.go", "sdk", "schema"));
}
