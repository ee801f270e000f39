using System.Collections.Immutable;

namespace Engine.Providers.Aws.Policies;

/// <summary>
/// One or more texts as IAM writes them. A single one given as such is written as a text; a list is written as a list even of one, because
/// that is how the provider hands on documents it has read.
/// </summary>
internal readonly record struct PolicyTexts(ImmutableArray<string> Items, bool IsList)
{
    public static PolicyTexts One(string text) => new([text], IsList: false);

    public static PolicyTexts Many(IEnumerable<string> texts) => new([.. texts], IsList: true);

    /// <summary>A set from configuration: a single one as a text, several sorted backwards, each once.</summary>
    public static PolicyTexts Set(IEnumerable<string> texts)
    {
        ImmutableArray<string> items = [.. texts.Distinct(StringComparer.Ordinal).OrderDescending(StringComparer.Ordinal)];
        return new(items, items.Length != 1);
    }
}

/// <summary>Who a statement is about: one kind of principal and its identifiers.</summary>
internal sealed record PolicyPrincipal(string Type, PolicyTexts Identifiers);

/// <summary>One condition: a test, a variable, its values.</summary>
internal sealed record PolicyCondition(string Test, string Variable, PolicyTexts Values);

/// <summary>One statement of a policy document. What is not there is not written.</summary>
internal sealed record PolicyStatement
{
    public string Sid { get; init; } = "";

    public string Effect { get; init; } = "";

    public PolicyTexts? Actions { get; init; }

    public PolicyTexts? NotActions { get; init; }

    public PolicyTexts? Resources { get; init; }

    public PolicyTexts? NotResources { get; init; }

    public ImmutableArray<PolicyPrincipal> Principals { get; init; } = [];

    public ImmutableArray<PolicyPrincipal> NotPrincipals { get; init; } = [];

    public ImmutableArray<PolicyCondition> Conditions { get; init; } = [];
}
