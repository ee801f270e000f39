using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Generator.Tests.Support;

/// <summary>One run of the generator over the given files, in a compilation that sees the core SDK.</summary>
internal sealed class Generation
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(Output).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly Compilation _compilation;

    private Generation(GeneratorDriver driver, Compilation compilation) => (Driver, _compilation) = (driver, compilation);

    public GeneratorDriver Driver { get; private set; }

    public GeneratorRunResult Result => Driver.GetRunResult().Results.Single();

    public static Generation Of(params SchemaText[] files) => Of("", files);

    /// <summary>The same next to a program of the user.</summary>
    public static Generation Of(string program, params SchemaText[] files)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Latest);
        var compilation = CSharpCompilation.Create(
            "Generated",
            [CSharpSyntaxTree.ParseText(program, parse)],
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
        var driver = CSharpGeneratorDriver.Create(
            [new PulumiSchemaGenerator().AsSourceGenerator()],
            files,
            parse,
            new Roles(),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)
        );
        return new Generation(driver.RunGenerators(compilation), compilation);
    }

    /// <summary>The text of the generated file of that name, without the ".g.cs".</summary>
    public string this[string name] => Result.GeneratedSources.Single(s => s.HintName == name + ".g.cs").SourceText.ToString();

    public IEnumerable<string> FileNames => Result.GeneratedSources.Select(s => s.HintName);

    /// <summary>All problems as "IDPGEN001 test.json(3,14): message".</summary>
    public IEnumerable<string> Problems => Result.Diagnostics.Select(Text);

    /// <summary>What the compiler says of the generated code and the program, hints left out.</summary>
    public IEnumerable<string> CompilerProblems
    {
        get
        {
            Driver.RunGeneratorsAndUpdateCompilation(_compilation, out var updated, out var _);
            return updated.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString());
        }
    }

    /// <summary>Runs again after the program became another one.</summary>
    public Generation Edit(string program)
    {
        var edited = _compilation.ReplaceSyntaxTree(
            _compilation.SyntaxTrees.Single(),
            CSharpSyntaxTree.ParseText(program, (CSharpParseOptions)_compilation.SyntaxTrees.Single().Options)
        );
        return new Generation(Driver.RunGenerators(edited), edited);
    }

    /// <summary>Runs again after one of the files became another one.</summary>
    public Generation Replace(SchemaText old, SchemaText @new) =>
        new(Driver.ReplaceAdditionalText(old, @new).RunGenerators(_compilation), _compilation);

    private static string Text(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        var start = place.StartLinePosition;
        return $"{diagnostic.Id} {place.Path}({start.Line + 1},{start.Character + 1}): {diagnostic.GetMessage(null)}";
    }
}
