using Review.Guardrails;

namespace Review.Model.Aws;

/// <summary>Rules that are asked one after the other, by their priorities.</summary>
internal static class Priorities
{
    /// <summary>Every one must be given, and none twice.</summary>
    /// <param name="rules">Their names and priorities.</param>
    public static Verdict Differ(IEnumerable<Member> rules)
    {
        var all = rules.ToList();
        return Verdict.All(
                all.Select(rule => rule.Value.Ask($"priority of {rule.Key}", priority => priority.Number is not null, "a number"))
            )
            & Verdict.All(
                all.Where(rule => rule.Value.Number is not null)
                    .GroupBy(rule => rule.Value.Text)
                    .Where(same => same.Skip(1).Any())
                    .Select(same =>
                        Verdict.Fail(
                            $"priority: got {same.Key} for {string.Join(" and ", same.Select(rule => rule.Key))}, want each once"
                        )
                    )
            );
    }
}
