namespace Engine.Model;

/// <summary>Makes and takes apart URNs: <c>urn:pulumi:stack::project::type$chain::name</c>.</summary>
public static class Urns
{
    /// <summary>The type of the root stack.</summary>
    public const string StackType = "pulumi:pulumi:Stack";

    /// <summary>What the type of every provider resource starts with; the package follows.</summary>
    public const string ProviderPrefix = "pulumi:providers:";

    private const string Prefix = "urn:pulumi:";
    private const string Separator = "::";

    /// <summary>The URN of a resource. The root stack is left out of the chain of parents.</summary>
    public static string Create(string stack, string project, string? parentUrn, string type, string name)
    {
        var chain = parentUrn is null ? [] : Part(parentUrn, 2);
        return chain is "" or StackType
            ? $"{Prefix}{stack}::{project}::{type}::{name}"
            : $"{Prefix}{stack}::{project}::{chain}${type}::{name}";
    }

    /// <summary>Whether a text has the form of a URN.</summary>
    public static bool IsValid(string urn)
    {
        if (!urn.StartsWith(Prefix, StringComparison.Ordinal))
            return false;
        var rest = urn.AsSpan();
        for (var i = 0; i < 3; i++)
        {
            var at = rest.IndexOf(Separator, StringComparison.Ordinal);
            if (at < 0)
                return false;
            rest = rest[(at + Separator.Length)..];
        }
        return true;
    }

    /// <summary>The chain of types, outermost first, joined by <c>$</c>.</summary>
    public static string TypeChain(string urn) => Part(urn, 2).ToString();

    /// <summary>The resource's own type.</summary>
    public static string Type(string urn)
    {
        var chain = Part(urn, 2);
        return chain[(chain.LastIndexOf('$') + 1)..].ToString();
    }

    /// <summary>The logical name; it may itself contain <c>::</c>.</summary>
    public static string Name(string urn) => Part(urn, 3).ToString();

    /// <summary>The stack's name.</summary>
    public static string Stack(string urn) => Part(urn, 0)[Prefix.Length..].ToString();

    /// <summary>The project's name.</summary>
    public static string Project(string urn) => Part(urn, 1).ToString();

    /// <summary>Whether a type is that of a provider resource.</summary>
    public static bool IsProviderType(string type) => type.StartsWith(ProviderPrefix, StringComparison.Ordinal);

    /// <summary>The package a type belongs to: for a provider the one it provides, else what stands before the first colon.</summary>
    public static string Package(string type)
    {
        if (IsProviderType(type))
            return type[ProviderPrefix.Length..];
        var colon = type.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? "" : type[..colon];
    }

    private static ReadOnlySpan<char> Part(string urn, int index)
    {
        var rest = urn.AsSpan();
        for (var i = 0; ; i++)
        {
            var at = i == 3 ? -1 : rest.IndexOf(Separator, StringComparison.Ordinal);
            if (i < 3 && at < 0)
                throw new ArgumentException($"'{urn}' is not a URN", nameof(urn));
            if (i == index)
                return i == 3 ? rest : rest[..at];
            rest = rest[(at + Separator.Length)..];
        }
    }
}
