using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Packages.Tests.Uses;

/// <summary>A program that uses what a package does not have: built against a stand-in for the package that does.</summary>
internal static class Planted
{
    /// <summary>What the program uses of the core.</summary>
    /// <param name="core">Source of the stand-in.</param>
    /// <param name="program">Source of the program.</param>
    public static HashSet<Use> Uses(string core, string program)
    {
        var package = Compile(OfficialPackages.Core, core, []);
        return AssemblyUses.Of(
            Compile("Program", program, [MetadataReference.CreateFromStream(package)]),
            new HashSet<string> { OfficialPackages.Core }
        );
    }

    private static MemoryStream Compile(string name, string source, IEnumerable<MetadataReference> references)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "System.Private.CoreLib.dll" or "System.Runtime.dll")
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            platform.Concat(references),
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
        );
        var file = new MemoryStream();
        var result = compilation.Emit(file);
        Assert.That(result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error), Is.Empty);
        file.Position = 0;
        return file;
    }
}
