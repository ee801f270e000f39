namespace Infra.Cli.Operations.Rollback;

/// <summary>What is different between two maps of variables or secrets: names are told, values never.</summary>
internal static class NameChanges
{
    /// <summary>A line for each name: <c>environment: + TOKEN</c>.</summary>
    /// <param name="what">What the names are of.</param>
    /// <param name="from">What serves.</param>
    /// <param name="to">What would.</param>
    public static IEnumerable<string> Of(
        string what,
        IReadOnlyDictionary<string, string> from,
        IReadOnlyDictionary<string, string> to
    )
    {
        foreach (var name in from.Keys.Union(to.Keys).Order(StringComparer.Ordinal))
            if (!from.TryGetValue(name, out var old))
                yield return $"{what}: + {name}";
            else if (!to.TryGetValue(name, out var other))
                yield return $"{what}: - {name}";
            else if (old != other)
                yield return $"{what}: ~ {name}";
    }
}
