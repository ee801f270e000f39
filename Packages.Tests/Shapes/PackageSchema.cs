using System.Text.Json;
using System.Text.RegularExpressions;

namespace Packages.Tests.Shapes;

/// <summary>A schema of Sdk/schemas, and the names that C# has for its tokens.</summary>
internal sealed class PackageSchema
{
    private readonly JsonElement _root;
    private readonly Dictionary<string, string> _namespaces;
    private readonly Regex _module;

    private PackageSchema(JsonElement root)
    {
        _root = root;
        var csharp = root.GetProperty("language").GetProperty("csharp");
        IsBridged = csharp.TryGetProperty("compatibility", out var bridge) && bridge.GetString() == "tfbridge20";
        _namespaces = csharp.TryGetProperty("namespaces", out var map)
            ? map.EnumerateObject().ToDictionary(one => one.Name, one => one.Value.GetString()!)
            : [];
        _module = new($"^{root.GetProperty("meta").GetProperty("moduleFormat").GetString()}");
        Root = $"Pulumi.{Upper(Name)}";
    }

    /// <summary>The package by its own name, such as <c>aws</c>.</summary>
    public string Name => Text("name");

    public string Version => Text("version");

    /// <summary>The namespace of what is in no module, such as <c>Pulumi.Aws</c>.</summary>
    public string Root { get; }

    /// <summary>Whether the package wraps a Terraform provider, whose classes have other names.</summary>
    public bool IsBridged { get; }

    public JsonElement Provider => _root.GetProperty("provider");

    public IEnumerable<JsonProperty> Types => _root.GetProperty("types").EnumerateObject();

    public IEnumerable<JsonProperty> Resources => _root.GetProperty("resources").EnumerateObject();

    public IEnumerable<JsonProperty> Functions => _root.GetProperty("functions").EnumerateObject();

    public static PackageSchema Load(string package) =>
        new(JsonDocument.Parse(File.ReadAllText(PathOf($"{package}.json"))).RootElement);

    /// <summary>What the package is built of: one token of a resource or function a line.</summary>
    public static IEnumerable<string> Tokens(string package) =>
        File.ReadLines(PathOf($"{package}.tokens.txt")).Where(line => line.Length > 0 && line[0] != '#');

    public bool IsEnum(string token) => _root.GetProperty("types").GetProperty(token).TryGetProperty("enum", out _);

    /// <summary>The namespace of a token's module; the part after a slash is the provider's file and says nothing.</summary>
    public string NamespaceOf(string token)
    {
        var module = _module.Match(token.Split(':')[1]) is { Success: true } match ? match.Groups[1].Value : "";
        var name =
            _namespaces.TryGetValue(module, out var mapped) ? mapped
            : module == "index" ? ""
            : Upper(module);
        return name.Length == 0 ? Root : $"{Root}.{name}";
    }

    public static string ClassOf(string token) => Upper(token[(token.LastIndexOf(':') + 1)..]);

    /// <summary>The member of a property: its own name with a capital, unless somebody chose another.</summary>
    public static string MemberOf(JsonProperty property) =>
        property.Value.TryGetProperty("language", out var language)
        && language.TryGetProperty("csharp", out var csharp)
        && csharp.TryGetProperty("name", out var chosen)
            ? chosen.GetString()!
            : Upper(property.Name);

    private static string Upper(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string PathOf(string file) => Path.Combine(TestContext.CurrentContext.TestDirectory, "schemas", file);

    private string Text(string name) => _root.GetProperty(name).GetString()!;
}
