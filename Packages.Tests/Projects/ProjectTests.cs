using System.Runtime.CompilerServices;
using Packages.Tests.Shapes;

namespace Packages.Tests.Projects;

/// <summary>With <c>PulumiPackages=nuget</c> the program and its tests are built on the official packages and on nothing of Sdk/Pulumi.</summary>
public sealed class ProjectTests
{
    private static readonly string Root = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(Here())!)!)!;

    [Test]
    public async Task The_program_takes_the_four_packages_in_place_of_the_four_projects()
    {
        var (source, nuget) = (await EvaluateAsync("source"), await EvaluateAsync("nuget"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                nuget.Items("PackageReference").Except(source.Items("PackageReference")),
                Is.EquivalentTo(OfficialPackages.Names)
            );
            Assert.That(
                source.Items("ProjectReference", "Filename").Except(nuget.Items("ProjectReference", "Filename")),
                Is.EquivalentTo(OfficialPackages.Names)
            );
            Assert.That(source.Items("PackageReference").Except(nuget.Items("PackageReference")), Is.Empty);
        }
    }

    // The command loads the program into its own process, which has one Pulumi.dll.
    [TestCase("Infra.Tests")]
    [TestCase("Infra.Cli")]
    public async Task Nothing_that_uses_the_program_brings_the_projects_back(string name)
    {
        var open = new Queue<string>([Path.Combine(Root, name, $"{name}.csproj")]);
        var seen = new HashSet<string>();
        while (open.TryDequeue(out var project))
            if (seen.Add(project))
                foreach (var reference in (await Evaluation.OfAsync(project, "nuget")).Items("ProjectReference", "FullPath"))
                    open.Enqueue(reference);

        Assert.That(
            seen.Select(project => Path.GetFileNameWithoutExtension(project)),
            Is.SupersetOf([name, "Infra", "Engine"])
                .And.No.Member("Pulumi")
                .And.No.Member("Pulumi.Aws")
                .And.No.Member("Pulumi.Automation")
        );
    }

    [TestCase("aws", "Pulumi.Aws")]
    [TestCase("awsx", "Pulumi.Awsx")]
    [TestCase("random", "Pulumi.Random")]
    public async Task The_version_of_a_package_is_that_of_its_schema(string schema, string package)
    {
        var versions = (await EvaluateAsync("nuget")).GetProperty("Items").GetProperty("PackageVersion").EnumerateArray();

        Assert.That(
            versions.Single(item => item.GetProperty("Identity").GetString() == package).GetProperty("Version").GetString(),
            Is.EqualTo(PackageSchema.Load(schema).Version)
        );
    }

    [Test]
    public async Task The_committed_lock_files_are_those_of_the_source_only()
    {
        var (source, nuget) = (await EvaluateAsync("source"), await EvaluateAsync("nuget"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(source.GetProperty("Properties").GetProperty("NuGetLockFilePath").GetString(), Is.Empty);
            Assert.That(
                nuget.GetProperty("Properties").GetProperty("NuGetLockFilePath").GetString(),
                Does.EndWith("Infra/obj/packages.nuget.lock.json")
            );
        }
    }

    [Test]
    public void No_code_depends_on_where_the_packages_came_from_but_the_guard_of_production()
    {
        var conditional =
            from folder in new[] { "Infra", "Infra.Tests" }
            from file in Directory.GetFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            from line in File.ReadLines(file)
            where line.TrimStart().StartsWith("#if", StringComparison.Ordinal)
            select $"{Path.GetFileName(file)}: {line.Trim()}";

        Assert.That(conditional, Is.EqualTo(["ProductionGuard.cs: #if PULUMI_PACKAGES_NUGET"]));
    }

    private static Task<System.Text.Json.JsonElement> EvaluateAsync(string packages) =>
        Evaluation.OfAsync(Path.Combine(Root, "Infra", "Infra.csproj"), packages);

    private static string Here([CallerFilePath] string path = "") => path;
}
