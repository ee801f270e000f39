using System.Reflection;

namespace Packages.Tests.Uses;

/// <summary>What is known of a package, and whether a program keeps to it.</summary>
/// <param name="api">The package as it was built.</param>
/// <param name="facts">The lines of the official API.</param>
internal sealed class Contract(PackageApi api, IReadOnlySet<string> facts)
{
    /// <summary>Each use that the facts do not cover, with what is there instead.</summary>
    public IEnumerable<string> Breaches(IEnumerable<Use> uses) =>
        uses.SelectMany(use => Breaches(use.ToString(), api.Lines(use))).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The same for members that are overridden or implemented.</summary>
    public IEnumerable<string> Breaches(IEnumerable<MemberInfo> members) =>
        members
            .SelectMany(member => Breaches($"{member.DeclaringType}::{member}", api.Lines(member)))
            .Distinct()
            .Order(StringComparer.Ordinal);

    private IEnumerable<string> Breaches(string use, IReadOnlyList<string> lines) =>
        lines.Count == 0
            ? [$"{use}: the package has nothing public of that name and signature"]
            : lines.Where(line => !facts.Contains(line)).Select(line => $"{use}: not in the facts: {line}");
}
