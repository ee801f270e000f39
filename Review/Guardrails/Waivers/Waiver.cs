using Review.Model;

namespace Review.Guardrails.Waivers;

/// <summary>What a stack file says about a rule that a resource may break, for a while.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Resource">The name of the resource; <c>*</c> stands for any text.</param>
/// <param name="Reason">Why it is all right.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Expires">The last day on which it counts.</param>
public sealed record Waiver(string Rule, string Resource, string Reason, string Owner, DateOnly Expires)
{
    /// <summary>Whether it is about a resource of this name.</summary>
    public bool Covers(string rule, string resource) =>
        Rule.Equals(rule, StringComparison.OrdinalIgnoreCase) && Glob.Matches(Resource, resource);

    /// <summary>Whether it no longer counts.</summary>
    public bool IsExpired(DateOnly today) => today > Expires;

    /// <inheritdoc/>
    public override string ToString() => $"{Rule} on {Resource}";
}
