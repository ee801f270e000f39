using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Generator.Schema;

namespace Generator.Model;

/// <summary>The official C# names of what a package has.</summary>
internal sealed class Naming(PackageSpec package)
{
    private readonly Regex _moduleFormat = new(package.ModuleFormat, RegexOptions.CultureInvariant);
    private readonly Dictionary<string, string> _namespaces = new(StringComparer.Ordinal);

    /// <summary>The package in C#, "Aws": also what its resource type attribute starts with.</summary>
    public string PackageName { get; } = NamespaceSegments(package, package.Name);

    /// <summary>"Pulumi.Aws".</summary>
    public string RootNamespace => (package.RootNamespace ?? "Pulumi") + "." + PackageName;

    /// <summary>The namespace of a token: "Pulumi.Aws.Ec2".</summary>
    public string NamespaceOf(string token)
    {
        if (token.StartsWith("pulumi:providers:", StringComparison.Ordinal))
            return RootNamespace;
        var module = token.Split(':')[1];
        if (_namespaces.TryGetValue(module, out var known))
            return known;
        var match = _moduleFormat.Match(module);
        var name = match.Groups.Count > 1 ? match.Groups[1].Value : "";
        var segments = name.StartsWith("index", StringComparison.Ordinal) ? "" : NamespaceSegments(package, name);
        return _namespaces[module] = segments.Length == 0 ? RootNamespace : RootNamespace + "." + segments;
    }

    public static string ClassOf(ResourceSpec resource) =>
        resource.IsProvider ? "Provider" : UpperFirst(resource.CSharpName ?? MemberOf(resource.Token));

    public static string ClassOf(string token) => UpperFirst(MemberOf(token));

    public static string MemberNameOf(PropertySpec property) => property.CSharpName ?? UpperFirst(Unhyphenate(property.Name));

    public static string ParameterNameOf(PropertySpec property)
    {
        var name = Unhyphenate(property.Name.TrimStart('$'));
        return Keywords.Reserved.Contains(name) ? "@" + name : name;
    }

    public static string UpperFirst(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);

    private static string MemberOf(string token) => token.Substring(token.LastIndexOf(':') + 1);

    private static string Unhyphenate(string name)
    {
        if (name.IndexOf('-') < 0)
            return name;
        var words = name.Split('-');
        return words[0] + string.Concat(words.Skip(1).Select(UpperFirst));
    }

    private static string NamespaceSegments(PackageSpec package, string name) =>
        package.Namespaces.TryGetValue(name, out var mapped)
            ? mapped
            : string.Join(".", name.Split('/').Select(part => string.Concat(part.Split('-').Select(UpperFirst))));
}
