using System.Collections.Concurrent;
using System.Reflection;
using Engine.Model;

namespace Engine.Schemas;

/// <summary>The package schemas the engine carries. A package is read when first asked for; every answer is kept.</summary>
internal sealed class SchemaLibrary
{
    private readonly ConcurrentDictionary<string, PackageIndex?> _packages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ResourceSchema?> _resources = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FunctionSchema?> _functions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SchemaType?> _types = new(StringComparer.Ordinal);
    private readonly Func<string, byte[]?> _open;

    /// <param name="open">The JSON text of a package's schema by its name, or nothing.</param>
    public SchemaLibrary(Func<string, byte[]?> open) => _open = open;

    /// <summary>The schemas built into the engine.</summary>
    public static SchemaLibrary Default { get; } = new(Embedded) { Packages = ["aws", "awsx", "random"] };

    /// <summary>Names of the packages built into the engine.</summary>
    public IReadOnlyCollection<string> Packages { get; init; } = [];

    /// <summary>Whether a schema of this name is there.</summary>
    public bool KnowsPackage(string package) => Package(package) is not null;

    /// <summary>The version of a package's schema, or nothing where there is none.</summary>
    public string? Version(string package) => Package(package)?.Version;

    /// <summary>A resource type, also <c>pulumi:providers:package</c>; nothing where its package or the type is unknown.</summary>
    public ResourceSchema? Resource(string token) =>
        _resources.GetOrAdd(token, static (token, self) => self.ReadResource(token), this);

    /// <summary>A function, or nothing where it is unknown.</summary>
    public FunctionSchema? Function(string token) =>
        _functions.GetOrAdd(
            token,
            static (token, self) =>
                self.Package(Urns.Package(token))?.Function(token) is { } json
                    ? self.Parser(Urns.Package(token)).Function(token, json)
                    : null,
            this
        );

    /// <summary>All resource types of a package; none where it is unknown.</summary>
    public IReadOnlyCollection<string> Resources(string package) => Package(package)?.Resources ?? [];

    /// <summary>All functions of a package; none where it is unknown.</summary>
    public IReadOnlyCollection<string> Functions(string package) => Package(package)?.Functions ?? [];

    /// <summary>A named type. Its package is told by the token unless the reference was made inside a package.</summary>
    internal SchemaType? Type(string? package, string token) =>
        _types.TryGetValue(token, out var known)
            ? known
            : _types.GetOrAdd(token, ReadType(package ?? Urns.Package(token), token));

    private SchemaType? ReadType(string package, string token) =>
        Package(package)?.Type(token) is { } json ? Parser(package).Named(token, json) : null;

    private ResourceSchema? ReadResource(string token)
    {
        var package = Urns.Package(token);
        var index = Package(package);
        var json = Urns.IsProviderType(token) ? index?.Provider() : index?.Resource(token);
        return json is { } found ? Parser(package).Resource(token, found) : null;
    }

    private SchemaParser Parser(string package) => new(this, package);

    private PackageIndex? Package(string package) =>
        _packages.GetOrAdd(package, static (package, open) => open(package) is { } json ? new(json) : null, _open);

    private static byte[]? Embedded(string package)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"schemas/{package}.json");
        if (stream is null)
            return null;
        var bytes = GC.AllocateUninitializedArray<byte>((int)stream.Length);
        stream.ReadExactly(bytes);
        return bytes;
    }
}
