namespace Engine.Model;

/// <summary>Makes and takes apart URNs: <c>urn:pulumi:stack::project::type$chain::name</c>.</summary>
public static class Urns
{
    /// <summary>The type of the root stack.</summary>
    public const string StackType = "pulumi:pulumi:Stack";

    private const string Prefix = "urn:pulumi:";

    /// <summary>The URN of a resource. The root stack is left out of the chain of parents.</summary>
    public static string Create(string stack, string project, string? parentUrn, string type, string name)
    {
        var chain = parentUrn is null ? "" : TypeChain(parentUrn);
        var qualified = chain is "" or StackType ? type : $"{chain}${type}";
        return $"{Prefix}{stack}::{project}::{qualified}::{name}";
    }

    /// <summary>Whether a text has the form of a URN.</summary>
    public static bool IsValid(string urn) => urn.StartsWith(Prefix, StringComparison.Ordinal) && urn.Split("::").Length >= 4;

    /// <summary>The chain of types, outermost first, joined by <c>$</c>.</summary>
    public static string TypeChain(string urn) => Part(urn, 2);

    /// <summary>The resource's own type.</summary>
    public static string Type(string urn) => TypeChain(urn) is var chain ? chain[(chain.LastIndexOf('$') + 1)..] : "";

    /// <summary>The logical name; it may itself contain <c>::</c>.</summary>
    public static string Name(string urn) => Part(urn, 3);

    private static string Part(string urn, int index)
    {
        var parts = urn.Split("::", 4);
        return parts.Length == 4 ? parts[index] : throw new ArgumentException($"'{urn}' is not a URN", nameof(urn));
    }
}
