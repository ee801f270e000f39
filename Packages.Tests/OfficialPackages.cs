using System.Reflection;
using Packages.Tests.Shapes;
using Packages.Tests.Uses;
using Pulumi;
using Sdk.Tests.Api;

namespace Packages.Tests;

/// <summary>The four packages that the program is built on, as they were built here, and what is known of the official ones.</summary>
internal static class OfficialPackages
{
    public const string Core = "Pulumi";

    /// <summary>Whether the assemblies here are the official ones: the tests were built with <c>PulumiPackages=nuget</c>.</summary>
    public static bool AreOfficial =>
#if PULUMI_PACKAGES_NUGET
        true;
#else
        false;
#endif

    private static readonly Dictionary<string, Lazy<HashSet<string>>> Known = new()
    {
        [Core] = new(() => [.. File.ReadLines(PathOf("facts/official-3.112.1.txt"))]),
        ["Pulumi.Aws"] = new(() => [.. new PackageFacts(PackageSchema.Load("aws")).Lines()]),
        ["Pulumi.Awsx"] = new(() => [.. new PackageFacts(PackageSchema.Load("awsx"), PackageSchema.Load("aws")).Lines()]),
        ["Pulumi.Random"] = new(() => [.. new PackageFacts(PackageSchema.Load("random")).Lines()]),
    };

    /// <summary>Their names.</summary>
    public static IReadOnlySet<string> Names { get; } = Known.Keys.ToHashSet();

    /// <summary>The package as it was built here.</summary>
    public static Assembly Built(string package) => Assembly.LoadFrom(PathOf($"{package}.dll"));

    /// <summary>The lines of the official package.</summary>
    public static HashSet<string> Facts(string package) => Known[package].Value;

    /// <summary>How the package is printed to be compared with its facts.</summary>
    public static IEnumerable<ApiLine> Lines(string package, Type type) =>
        package == Core ? ApiPrinter.Lines(type) : GeneratedPrinter.Lines(type);

    /// <summary>What the program must keep to, of one package.</summary>
    public static Contract Contract(string package) =>
        new(new PackageApi(Built(package), type => Lines(package, type)), Facts(package));

    public static string PathOf(string file) => Path.Combine(TestContext.CurrentContext.TestDirectory, file);
}
