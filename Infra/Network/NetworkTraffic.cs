using System.Collections.Immutable;
using Infra.Validation;

namespace Infra.Network;

/// <summary>
/// Everything that may pass between the things in a network, and so all that may. Names need no rule: security groups do not filter the VPC's
/// own resolver.
/// </summary>
/// <param name="Groups">Who has a security group, by role; see <see cref="SecurityRole"/>.</param>
/// <param name="Rules">What they let through.</param>
internal sealed record NetworkTraffic(
    ImmutableSortedDictionary<string, SecurityGroupText> Groups,
    ImmutableArray<SecurityRule> Rules
)
{
    /// <summary>What contradicts itself.</summary>
    public IEnumerable<Problem> Validate()
    {
        foreach (var rule in Rules)
        foreach (var group in rule.IsOpen ? [rule.Group] : new[] { rule.Group, rule.Peer })
            if (!Groups.ContainsKey(group))
                yield return new(
                    $"rules.{rule.Role}",
                    group,
                    Spelling.OneOf([.. Groups.Keys]),
                    "a rule is between groups that there are"
                );
        foreach (var twice in Rules.CountBy(rule => rule.Role).Where(count => count.Value > 1))
            yield return new($"rules.{twice.Key}", "the same rule twice", "each rule once", "AWS refuses the second");
        // A way out that nobody lets in, or the other way round, carries nothing.
        foreach (var rule in Rules.Where(rule => !rule.IsOpen && !Rules.Any(rule.IsAnsweredBy)))
            yield return new(
                $"rules.{rule.Role}",
                "one direction only",
                "a rule of the other group that answers it",
                "both groups must let it pass"
            );
    }
}
