using Conformance.Tests.Recording;

namespace Conformance.Tests.Comparison;

/// <summary>One way in which a field may differ.</summary>
/// <param name="Field">Its path, or the path's start; empty for every field.</param>
/// <param name="Reason">Why a difference there hides no fault.</param>
/// <param name="Change">What is compared in place of the value; null leaves the field out.</param>
internal sealed record Rule(string Field, string Reason, Func<Fact, string, string?> Change)
{
    public static Rule Drop(string field, string reason) => new(field, reason, (_, _) => null);

    public static Rule Drop(string field, string value, string reason) =>
        new(field, reason, (_, actual) => actual == value ? null : actual);

    public static Rule Sort(string field, string reason) =>
        new(field, reason, (_, value) => string.Join(", ", value.Split(", ").Select(Bare).Order(StringComparer.Ordinal)));

    public bool Concerns(string field) => field.StartsWith(Field, StringComparison.Ordinal);

    private static string Bare(string item) => item.Trim('[', ']', '{', '}').Replace("urns: [", "", StringComparison.Ordinal);
}
