using System.Collections.Immutable;

namespace Review.Model.Aws;

/// <summary>One condition of a statement.</summary>
/// <param name="Operator">How values are compared, such as <c>ForAnyValue:StringEquals</c>.</param>
/// <param name="Key">What is compared, such as <c>aws:SourceArn</c>.</param>
/// <param name="Values">With what; one of them is enough.</param>
internal sealed record PolicyCondition(string Operator, string Key, ImmutableArray<string> Values)
{
    private static readonly string[] Callers =
    [
        "aws:PrincipalAccount",
        "aws:PrincipalArn",
        "aws:PrincipalOrgID",
        "aws:SourceAccount",
        "aws:SourceArn",
        "aws:SourceOrgID",
        "aws:SourceOwner",
        "aws:SourceVpc",
        "aws:SourceVpce",
        "kms:CallerAccount",
        "kms:ViaService",
    ];

    /// <summary>Whether it lets only known callers through: it compares who calls, or from where, with something that is not just any text.</summary>
    public bool NamesCaller => Callers.Contains(Key, StringComparer.OrdinalIgnoreCase) && Demands;

    /// <summary>Whether it must hold for anything to happen, and does not hold for everybody.</summary>
    public bool Demands =>
        !Operator.Contains("Not", StringComparison.OrdinalIgnoreCase)
        && !Operator.EndsWith("IfExists", StringComparison.OrdinalIgnoreCase)
        && !Operator.StartsWith("ForAllValues", StringComparison.OrdinalIgnoreCase)
        && !Values.IsEmpty
        && Values.All(value => value.AsSpan().Trim('*').Length > 0);

    /// <summary>Whether it is about this key; letter case does not matter.</summary>
    public bool Is(string key) => Key.Equals(key, StringComparison.OrdinalIgnoreCase);
}
