using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Sdk.Tests.Api;

namespace Packages.Tests.Uses;

/// <summary>The API of one package: finds what a use means, and the line that says it.</summary>
internal sealed class PackageApi
{
    private readonly Assembly _assembly;
    private readonly Func<Type, IEnumerable<ApiLine>> _printer;
    private readonly Dictionary<string, int> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, ILookup<MemberInfo, string>> _lines = [];

    /// <summary>Reads the members of an assembly.</summary>
    public PackageApi(Assembly assembly, Func<Type, IEnumerable<ApiLine>> printer)
    {
        (_assembly, _printer) = (assembly, printer);
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var reader = file.GetMetadataReader();
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            var owner = MetadataNames.Of(reader, handle);
            _members[owner] = MetadataTokens.GetToken(handle);
            foreach (var field in type.GetFields())
            {
                var definition = reader.GetFieldDefinition(field);
                var text = definition.DecodeSignature(MetadataNames.Instance, null);
                _members[$"{owner}::{reader.GetString(definition.Name)} {text}"] = MetadataTokens.GetToken(field);
            }
            foreach (var method in type.GetMethods())
            {
                var definition = reader.GetMethodDefinition(method);
                var text = MetadataNames.Of(definition.DecodeSignature(MetadataNames.Instance, null));
                _members[$"{owner}::{reader.GetString(definition.Name)} {text}"] = MetadataTokens.GetToken(method);
            }
        }
    }

    /// <summary>The lines of the API that a use stands on.</summary>
    /// <returns>None when the package has no such thing in public.</returns>
    public IReadOnlyList<string> Lines(Use use) => Resolve(use) is { } member ? Lines(member) : [];

    /// <summary>The lines of a member: of a property for its accessors.</summary>
    public IReadOnlyList<string> Lines(MemberInfo member)
    {
        var type = member as Type ?? member.DeclaringType!;
        if (!_lines.TryGetValue(type, out var lines))
            _lines[type] = lines = _printer(type).ToLookup(line => line.Member, line => line.Text);
        // A delegate is one line: its constructor and Invoke are the compiler's.
        var written = type.IsSubclassOf(typeof(MulticastDelegate)) ? type : Property(member) ?? member;
        return [.. lines[written]];
    }

    private MemberInfo? Resolve(Use use)
    {
        for (var type = use.Type; type is not null; type = Base(type))
            if (_members.TryGetValue((use with { Type = type }).ToString(), out var token))
                return _assembly.ManifestModule.ResolveMember(token);
        return null;
    }

    // A call through a class names that class, though a class above it may declare the member.
    private string? Base(string type) =>
        _assembly.GetType(type)?.BaseType is { } above && above.Assembly == _assembly ? above.FullName : null;

    private static PropertyInfo? Property(MemberInfo member) =>
        member is MethodInfo { IsSpecialName: true } accessor
            ? accessor
                .DeclaringType!.GetProperties(
                    BindingFlags.Instance
                        | BindingFlags.Static
                        | BindingFlags.Public
                        | BindingFlags.NonPublic
                        | BindingFlags.DeclaredOnly
                )
                .FirstOrDefault(property => property.GetAccessors(true).Contains(accessor))
            : null;
}
