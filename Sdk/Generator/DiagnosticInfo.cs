using System.Linq;
using Generator.Schema;
using Microsoft.CodeAnalysis;

namespace Generator;

/// <summary>A problem found, as a value: Roslyn's own diagnostics are not made to be compared between two builds.</summary>
internal sealed record DiagnosticInfo(DiagnosticDescriptor Descriptor, Location Location, string Arguments)
{
    private const char Separator = '\u001f';

    public static DiagnosticInfo At(DiagnosticDescriptor descriptor, SchemaFile file, int position, params string[] arguments) =>
        new(
            descriptor,
            file.LocationOf(position),
            string.Join(Separator.ToString(), [System.IO.Path.GetFileName(file.Path), .. arguments])
        );

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Location, [.. Arguments.Split(Separator).Cast<object>()]);
}
