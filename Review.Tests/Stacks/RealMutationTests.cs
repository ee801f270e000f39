using System.Collections.Immutable;
using Engine.Planning;
using Review.Guardrails;
using Review.Model;
using Review.Tests.Guardrails;

namespace Review.Tests.Stacks;

/// <summary>
/// A rule must fail on at least one real stack: as it is, where a waiver then allows it, or when one of the properties that its cases flip is flipped there, or
/// a resource that they take away is taken away. So a rule that looks past real resources is found.
/// </summary>
internal sealed class RealMutationTests
{
    // What no single change of a real stack breaks, and why; its cases show that it can fail.
    private static readonly Dictionary<string, string> Steadfast = new(StringComparer.Ordinal)
    {
        ["AutoScaling.2"] = "the subnets are a list of references",
        ["EC2.22"] = "every group has several users, or one that the outputs name",
        ["SQS.3"] = "its queue is guarded by several statements",
        ["SecretsManager.3"] = "every secret has several readers",
        ["elb-alarms"] = "several alarms watch each load balancer",
        ["elb-target-alarms"] = "several alarms watch each target group",
        ["iam-trust-accounts"] = "no real role trusts another account",
        ["logs-filter-used"] = "alarms and dashboards both read each metric",
        ["pulumi-protect-table"] = "real tables are retained too",
        ["pulumi-protect-user-pool"] = "real pools are retained too",
        ["vpc-endpoint-port"] = "several groups are let in",
        ["waf-log-redaction"] = "real web ACLs protect the same fields themselves too",
    };

    [Test]
    public async Task Every_rule_fails_on_a_real_stack_or_it_is_listed_why_not()
    {
        var lines = new List<string>();
        foreach (var rule in GuardrailCatalog.All)
            if (await UnbrokenAsync(rule) is { } why)
                lines.Add($"{rule.Id}: {why}\n");
        Golden.Check(string.Concat(lines), "Review.Tests", "Stacks", "unbroken-rules.verified.txt");
    }

    // Why no real stack makes it fail; nothing where one does.
    private static async Task<string?> UnbrokenAsync(Guardrail rule)
    {
        var flips = RuleCases.All.Where(one => one.Rule == rule.Id).SelectMany(one => one.Flips).Distinct().ToList();
        var (applies, tried) = (false, new List<Flip>());
        foreach (var stack in RealStacks.Names)
        {
            var plan = await RealStacks.ReviewedAsync(stack);
            var findings = Findings(rule, plan);
            if (findings.IsEmpty)
                continue;
            applies = true;
            if (findings.Any(IsFailing))
                return null;
            foreach (var flip in flips)
            foreach (var changed in Mutated(plan, flip))
            {
                tried.Add(flip);
                if (!Findings(rule, changed).Any(IsFailing))
                    continue;
                Assert.That(Steadfast.Keys, Has.None.EqualTo(rule.Id), $"{flip} makes it fail on {stack}: take it off the list");
                return null;
            }
        }
        if (!applies)
            return "about nothing in the stacks of this repository";
        if (Steadfast.TryGetValue(rule.Id, out var why))
            return why;
        Assert.That(tried, Is.Empty, $"{rule.Id}: none of {string.Join(", ", tried.Distinct())} makes it fail on a real stack");
        return "fails for want of other resources only; its cases show that";
    }

    private static ImmutableArray<Finding> Findings(Guardrail rule, Plan plan) =>
        GuardrailRun.Of(StackModel.Of(plan), [], RealStacks.Today, [rule]).Findings;

    private static bool IsFailing(Finding finding) => finding.Verdict.Outcome == Outcome.Fail;

    // Each of the first resources of the type, one after the other.
    private static IEnumerable<Plan> Mutated(Plan plan, Flip flip)
    {
        const int Enough = 60;
        var tried = 0;
        for (var index = 0; index < plan.Steps.Length && tried < Enough; index++)
        {
            if (plan.Steps[index] is not { Internal: false, New: { } state } step || state.Type != flip.Type)
                continue;
            tried++;
            if (flip.Path is null)
                yield return plan with
                {
                    Steps = plan.Steps.RemoveAt(index),
                };
            foreach (var changed in flip.Apply(state).Take(Enough))
                yield return plan with
                {
                    Steps = plan.Steps.SetItem(index, step with { New = changed }),
                };
        }
    }
}
