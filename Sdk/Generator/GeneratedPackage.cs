using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Generator.Emit;
using Generator.Model;
using Generator.Schema;

namespace Generator;

/// <summary>What the generator makes of its input: files and problems.</summary>
internal sealed class GeneratedPackage(ImmutableArray<SourceUnit> units, ImmutableArray<DiagnosticInfo> problems)
{
    public ImmutableArray<SourceUnit> Units { get; } = units;

    public ImmutableArray<DiagnosticInfo> Problems { get; } = problems;

    /// <summary>Reads, describes, emits.</summary>
    public static GeneratedPackage From(GeneratorInput input, CancellationToken cancellation)
    {
        var problems = new List<DiagnosticInfo>();
        var packages = input.With(SchemaRole.Package);
        foreach (var second in packages.Skip(1))
            problems.Add(DiagnosticInfo.At(DiagnosticDescriptors.SeveralPackages, second, 0));

        IEnumerable<SourceUnit> units = [];
        if (packages.Length > 0 && SchemaReader.Read(packages[0], problems.Add) is { } package)
        {
            PackageSpec[] dependencies =
            [
                .. input.With(SchemaRole.Dependency).Select(f => SchemaReader.Read(f, problems.Add)).OfType<PackageSpec>(),
            ];
            var tokens = input.With(SchemaRole.Tokens).Select(f => new TokenList(f)).FirstOrDefault();
            cancellation.ThrowIfCancellationRequested();
            units = PackageEmitter.Emit(PackageDescriber.Describe(package, dependencies, tokens, problems.Add));
        }
        return new GeneratedPackage([.. units], [.. problems.Distinct()]);
    }
}
