using System.Collections.Immutable;
using Review.Guardrails.Waivers;
using Review.Model;

namespace Review.Guardrails;

/// <summary>Asks every rule about a stack.</summary>
public static class GuardrailRun
{
    /// <summary>The findings, in the order of the rules and then of the names.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="waivers">What its file allows.</param>
    /// <param name="today">The day on which waivers are judged.</param>
    /// <param name="rules">Which rules. Default: all of the catalogue.</param>
    public static GuardrailReport Of(
        StackModel stack,
        ImmutableArray<Waiver> waivers,
        DateOnly today,
        ImmutableArray<Guardrail>? rules = null
    )
    {
        ArgumentNullException.ThrowIfNull(stack);
        var asked = rules ?? GuardrailCatalog.All;
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var used = new HashSet<Waiver>(ReferenceEqualityComparer.Instance);
        foreach (var rule in asked)
        foreach (var resource in stack.All(rule.On).Where(rule.When).OrderBy(resource => resource.Urn, StringComparer.Ordinal))
            findings.Add(Judge(rule, resource));
        return new GuardrailReport(stack.Stack, findings.ToImmutable(), [.. Notes()], asked.Length);

        Finding Judge(Guardrail rule, Resource resource)
        {
            var finding = new Finding(rule, resource, Ask(rule, resource));
            if (finding.Verdict.Outcome != Outcome.Fail)
                return finding;
            var covering = waivers.Where(waiver => waiver.Covers(rule.Id, resource.Name)).ToList();
            used.UnionWith(covering);
            return finding with { Waiver = covering.Find(waiver => !waiver.IsExpired(today)) };
        }

        IEnumerable<string> Notes()
        {
            foreach (var waiver in waivers)
                if (!used.Contains(waiver))
                    yield return $"the waiver of {waiver} is not used: the rule passes, or there is no such resource; remove it";
                else if (waiver.IsExpired(today))
                    yield return $"the waiver of {waiver} expired on {waiver.Expires:yyyy-MM-dd}; repair it, or ask {waiver.Owner} to renew it";
        }
    }

    // A rule of a team that breaks on a plan must neither hide the others nor look as if it passed.
    private static Verdict Ask(Guardrail rule, Resource resource)
    {
        try
        {
            var verdict = rule.Check(resource);
            return verdict.Outcome == Outcome.Fail && rule.FollowsReferences && !resource.Stack.KnowsReferences
                ? Verdict.CannotKnow("what refers to what is known only after the deployment")
                : verdict;
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            return Verdict.Fail($"the rule itself broke on this resource ({defect.GetType().Name}); repair the rule");
        }
    }
}
