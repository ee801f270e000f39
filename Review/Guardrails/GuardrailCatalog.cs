using System.Collections.Immutable;
using Review.Guardrails.Rules;

namespace Review.Guardrails;

/// <summary>All rules there are.</summary>
public static class GuardrailCatalog
{
    private static readonly Lazy<ImmutableArray<Guardrail>> Found = new(() =>
        Ordered(RuleTables.All().SelectMany(table => table.Rules))
    );

    /// <summary>Every rule, by id; the numbers in ids are compared as numbers.</summary>
    public static ImmutableArray<Guardrail> All => Found.Value;

    /// <summary>The rule of an id, or nothing. Letter case does not matter.</summary>
    public static Guardrail? Find(string id) =>
        All.FirstOrDefault(rule => rule.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    private static ImmutableArray<Guardrail> Ordered(IEnumerable<Guardrail> rules)
    {
        var ordered = rules.OrderBy(rule => rule.Id, NaturalOrder.Instance).ToImmutableArray();
        for (var i = 1; i < ordered.Length; i++)
            if (NaturalOrder.Instance.Compare(ordered[i - 1].Id, ordered[i].Id) == 0)
                throw new InvalidOperationException($"two rules have the id {ordered[i].Id}; give one of them another");
        return ordered;
    }
}
