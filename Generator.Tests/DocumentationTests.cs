using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Generator.Tests;

public sealed class DocumentationTests
{
    private static readonly DiagnosticDescriptor[] Descriptors =
    [
        .. typeof(DiagnosticDescriptors)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => (DiagnosticDescriptor)f.GetValue(null)!),
    ];

    [Test]
    public void Every_diagnostic_is_explained_under_its_id_and_title()
    {
        var rows = File.ReadAllLines(Path.Combine(Root(), "docs", "diagnostics.md"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length > 3 && cells[1].StartsWith("IDPGEN", StringComparison.Ordinal))
            .Select(cells => (cells[1], cells[2]));

        Assert.That(rows, Is.EqualTo(Descriptors.Select(d => (d.Id, d.Title.ToString(null)))));
    }

    [Test]
    public void An_id_is_given_once() => Assert.That(Descriptors.Select(d => d.Id), Is.Unique.And.Ordered);

    private static string Root([CallerFilePath] string here = "") => Path.GetDirectoryName(Path.GetDirectoryName(here))!;
}
