using System.Collections.Immutable;
using System.Reflection;

namespace Review.Guardrails;

/// <summary>All rules there are.</summary>
public static class GuardrailCatalog
{
    private static readonly Lazy<ImmutableArray<Guardrail>> Found = new(() => Read(Assembly.GetExecutingAssembly()));

    /// <summary>Every rule, by id; the numbers in ids are compared as numbers.</summary>
    public static ImmutableArray<Guardrail> All => Found.Value;

    /// <summary>The rule of an id, or nothing. Letter case does not matter.</summary>
    public static Guardrail? Find(string id) =>
        All.FirstOrDefault(rule => rule.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The rules of all tables in an assembly.</summary>
    /// <exception cref="InvalidOperationException">Two rules have one id.</exception>
    internal static ImmutableArray<Guardrail> Read(Assembly assembly) =>
        Ordered(
            assembly
                .GetTypes()
                .Where(type => type.IsSubclassOf(typeof(GuardrailTable)) && !type.IsAbstract)
                .SelectMany(type => ((GuardrailTable)Activator.CreateInstance(type)!).Rules)
        );

    private static ImmutableArray<Guardrail> Ordered(IEnumerable<Guardrail> rules)
    {
        var ordered = rules.OrderBy(rule => rule.Id, NaturalOrder.Instance).ToImmutableArray();
        for (var i = 1; i < ordered.Length; i++)
            if (NaturalOrder.Instance.Compare(ordered[i - 1].Id, ordered[i].Id) == 0)
                throw new InvalidOperationException($"two rules have the id {ordered[i].Id}; give one of them another");
        return ordered;
    }
}
