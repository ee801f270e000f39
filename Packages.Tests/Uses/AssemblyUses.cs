using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Packages.Tests.Uses;

/// <summary>
/// Reads out of a built assembly all that it uses of others: every type it mentions (bases, interfaces, fields, locals, type arguments), every
/// member it calls, reads, writes or has as an attribute, and every property that an attribute sets by name.
/// </summary>
internal static class AssemblyUses
{
    /// <summary>The uses of a file, of those assemblies.</summary>
    public static HashSet<Use> Of(string file, IReadOnlySet<string> assemblies)
    {
        using var stream = File.OpenRead(file);
        return Of(stream, assemblies);
    }

    /// <summary>The same of a stream.</summary>
    public static HashSet<Use> Of(Stream assembly, IReadOnlySet<string> assemblies)
    {
        using var file = new PEReader(assembly);
        var reader = file.GetMetadataReader();
        var uses = new HashSet<Use>();
        foreach (var handle in reader.TypeReferences)
            Add(uses, assemblies, Owner(reader, handle), null);
        foreach (var handle in reader.MemberReferences)
        {
            var member = reader.GetMemberReference(handle);
            Add(uses, assemblies, Owner(reader, member.Parent), Text(reader, member));
        }
        foreach (var handle in reader.CustomAttributes)
        {
            var attribute = reader.GetCustomAttribute(handle);
            if (attribute.Constructor.Kind != HandleKind.MemberReference)
                continue;
            var owner = Owner(reader, reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent);
            foreach (var argument in attribute.DecodeValue(MetadataNames.Instance).NamedArguments)
                Add(
                    uses,
                    assemblies,
                    owner,
                    argument.Kind == CustomAttributeNamedArgumentKind.Field
                        ? $"{argument.Name} {argument.Type}"
                        : $"set_{argument.Name} Void ``0({argument.Type})"
                );
        }
        return uses;
    }

    private static void Add(HashSet<Use> uses, IReadOnlySet<string> assemblies, Use? owner, string? member)
    {
        if (owner is not null && assemblies.Contains(owner.Assembly))
            uses.Add(owner with { Member = member });
    }

    private static string Text(MetadataReader reader, MemberReference member)
    {
        var name = reader.GetString(member.Name);
        return member.GetKind() == MemberReferenceKind.Field
            ? $"{name} {member.DecodeFieldSignature(MetadataNames.Instance, null)}"
            : $"{name} {MetadataNames.Of(member.DecodeMethodSignature(MetadataNames.Instance, null))}";
    }

    // The type whose member it is. Of Output<string> it is Output`1: members are declared there, with !0 in place of string.
    private static Use? Owner(MetadataReader reader, EntityHandle parent)
    {
        if (parent.Kind == HandleKind.TypeReference)
        {
            var handle = (TypeReferenceHandle)parent;
            return Home(reader, handle) is { } assembly ? new(assembly, MetadataNames.Of(reader, handle)) : null;
        }
        if (parent.Kind != HandleKind.TypeSpecification)
            return null;
        var signature = reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            return null;
        _ = signature.ReadSignatureTypeCode();
        return Owner(reader, signature.ReadTypeHandle());
    }

    private static string? Home(MetadataReader reader, TypeReferenceHandle handle)
    {
        var scope = reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.AssemblyReference => reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
            HandleKind.TypeReference => Home(reader, (TypeReferenceHandle)scope),
            _ => null,
        };
    }
}
