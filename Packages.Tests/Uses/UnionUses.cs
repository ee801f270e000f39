using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Packages.Tests.Uses;

/// <summary>Which unions an assembly fills with their second case.</summary>
internal static class UnionUses
{
    private const string Union = "Pulumi.InputUnion`2<";

    /// <summary>The second types of the unions that are made of a value of that type.</summary>
    public static IEnumerable<string> OfSecondCase(string file)
    {
        using var assembly = new PEReader(File.OpenRead(file));
        var reader = assembly.GetMetadataReader();
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var member in reader.MemberReferences.Select(reader.GetMemberReference))
        {
            if (member.Parent.Kind != HandleKind.TypeSpecification || member.GetKind() != MemberReferenceKind.Method)
                continue;
            var type = reader
                .GetTypeSpecification((TypeSpecificationHandle)member.Parent)
                .DecodeSignature(MetadataNames.Instance, null);
            var parameters = member.DecodeMethodSignature(MetadataNames.Instance, null).ParameterTypes;
            if (
                type.StartsWith(Union, StringComparison.Ordinal)
                && parameters.Any(one => one.Contains("!1", StringComparison.Ordinal))
            )
                found.Add(type[Union.Length..^1].Split(", ", 2)[1]);
        }
        return found;
    }
}
