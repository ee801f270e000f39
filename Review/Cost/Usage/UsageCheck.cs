using System.Collections.Immutable;
using Engine;
using Engine.Text;

namespace Review.Cost.Usage;

/// <summary>Looks for numbers of a file that no estimate asked for: a name or a setting that was misspelt would change nothing, and nobody would know.</summary>
public static class UsageCheck
{
    /// <summary>Refuses numbers for resources that are in none of the stacks, or that do not depend on them.</summary>
    /// <param name="layer">The file.</param>
    /// <param name="estimates">What was made with it.</param>
    /// <exception cref="InputException">There are such; with every problem.</exception>
    public static void Require(UsageLayer layer, IReadOnlyCollection<CostEstimate> estimates)
    {
        ArgumentNullException.ThrowIfNull(layer);
        var problems = ImmutableArray.CreateBuilder<string>();
        foreach (var (name, values) in layer.Resources)
        {
            var asked = estimates.SelectMany(estimate => estimate.Asked[name]).Select(setting => setting.Name).ToHashSet();
            if (asked.Count == 0)
                problems.Add(
                    $"resources.{name}: no resource of that name depends on usage; {Suggestion.For(name, Names(estimates))}"
                );
            else
                foreach (var setting in values.Keys.Where(setting => !asked.Contains(setting)))
                    problems.Add($"resources.{name}.{setting}: {name} does not depend on it; {Suggestion.For(setting, asked)}");
        }
        if (problems.Count > 0)
            throw new InputException(layer.Source, problems.ToImmutable());
    }

    private static HashSet<string> Names(IEnumerable<CostEstimate> estimates) =>
        [.. estimates.SelectMany(estimate => estimate.Asked.Select(asked => asked.Key))];
}
