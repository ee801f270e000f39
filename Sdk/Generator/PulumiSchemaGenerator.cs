using System.Linq;
using System.Text;
using Generator.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Generator;

/// <summary>
/// Turns a Pulumi package schema into C# in the shape of the official packages. The schema is an additional file with the metadata
/// <c>PulumiSchema="package"</c>; <c>tokens</c> marks a list of what to generate, <c>dependency</c> the schema of a package
/// that the first one refers to. Without a package nothing is generated.
/// </summary>
[Generator]
public sealed class PulumiSchemaGenerator : IIncrementalGenerator
{
    /// <summary>Names of the steps, for tests of the caching.</summary>
    internal static class Steps
    {
        public const string Files = nameof(Files);
        public const string Input = nameof(Input);
        public const string Package = nameof(Package);
        public const string Problems = nameof(Problems);
        public const string Units = nameof(Units);
    }

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context
            .AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Select((pair, cancellation) => SchemaFile.From(pair.Left, pair.Right, cancellation))
            .Where(file => file is not null)
            .Select((file, _) => file!)
            .WithTrackingName(Steps.Files);
        var input = files.Collect().Select((all, _) => new GeneratorInput(all)).WithTrackingName(Steps.Input);
        var package = input.Select(GeneratedPackage.From).WithTrackingName(Steps.Package);
        var problems = package.SelectMany((made, _) => made.Problems).WithTrackingName(Steps.Problems);
        var units = package.SelectMany((made, _) => made.Units).WithTrackingName(Steps.Units);

        context.RegisterSourceOutput(problems, (output, problem) => output.ReportDiagnostic(problem.ToDiagnostic()));
        context.RegisterSourceOutput(
            units,
            (output, unit) => output.AddSource(unit.HintName, SourceText.From(unit.Text, Encoding.UTF8))
        );
    }
}
