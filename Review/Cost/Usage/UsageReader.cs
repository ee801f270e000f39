using System.Collections.Immutable;
using System.Globalization;
using Engine.Projects;
using Engine.Projects.Yaml;
using Engine.Text;

namespace Review.Cost.Usage;

/// <summary>
/// Reads numbers of usage: <c>requestsPerMonth: 5000000</c> for the stack, and the same below <c>resources:</c> and the name of a resource for that one. A
/// number may be a map of <c>value</c> and <c>reason</c>.
/// </summary>
public static class UsageReader
{
    private const string Resources = "resources";
    private static readonly string[] Names = [.. UsageSettings.All.Select(setting => setting.Name)];

    /// <summary>The numbers of a file.</summary>
    /// <exception cref="Engine.InputException">It cannot be used; with every problem.</exception>
    public static UsageLayer Load(string path) => Read(TextFile.Read(path), path);

    /// <summary>The numbers that a text holds.</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">What it is called, in messages and results.</param>
    /// <exception cref="Engine.InputException">It cannot be used; with every problem.</exception>
    public static UsageLayer Read(string text, string source)
    {
        var problems = new ProblemList(source);
        var document = YamlReader.Read(text, problems);
        problems.ThrowIfAny();
        var values = ImmutableSortedDictionary<string, UsageValue>.Empty;
        var resources = ImmutableSortedDictionary.CreateBuilder<string, ImmutableSortedDictionary<string, UsageValue>>(
            StringComparer.Ordinal
        );
        if (document is YamlMap map)
        {
            values = Values(map.Entries.Where(entry => entry.Key != Resources), "", [.. Names, Resources], problems);
            if (map[Resources] is { } below)
                Each(below, resources, problems);
        }
        else if (document is not null and not YamlScalar { Value.Kind: ScalarKind.Null })
            problems.Add("the file", "no map", "settings and numbers, for example requestsPerMonth: 5000000");
        problems.ThrowIfAny();
        return new UsageLayer(source, values, resources.ToImmutable());
    }

    private static void Each(
        YamlEntry below,
        ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, UsageValue>>.Builder resources,
        ProblemList problems
    )
    {
        if (below.Value is YamlScalar { Value.Kind: ScalarKind.Null })
            return;
        if (below.Value is not YamlMap map)
        {
            problems.Add($"{Resources} (line {below.Line})", "no map", "names of resources with settings below each");
            return;
        }
        foreach (var entry in map.Entries)
            if (entry.Value is YamlMap settings)
                resources[entry.Key] = Values(settings.Entries, $"{Resources}.{entry.Key}.", Names, problems);
            else
                problems.Add($"{Resources}.{entry.Key} (line {entry.Line})", "no map", "settings and numbers");
    }

    private static ImmutableSortedDictionary<string, UsageValue> Values(
        IEnumerable<YamlEntry> entries,
        string path,
        IReadOnlyCollection<string> known,
        ProblemList problems
    )
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, UsageValue>(StringComparer.Ordinal);
        foreach (var entry in entries)
            if (!Names.Contains(entry.Key))
                problems.Add($"{path}{entry.Key} (line {entry.Line}): unknown key; {Suggestion.For(entry.Key, known)}");
            else if (Value(entry, $"{path}{entry.Key}", problems) is { } value)
                values[entry.Key] = value;
        return values.ToImmutable();
    }

    private static UsageValue? Value(YamlEntry entry, string path, ProblemList problems)
    {
        if (entry.Value is not YamlMap map)
            return Number(entry, path, problems) is { } plain ? new UsageValue(plain) : null;
        var fields = new YamlFields(map, path, problems);
        var reason = fields.Text("reason");
        var value = fields.Entry("value") is { } inner ? Number(inner, $"{path}.value", problems) : Missing();
        fields.RefuseOthers();
        return value is { } number ? new UsageValue(number, reason) : null;

        decimal? Missing()
        {
            problems.Add($"{path}.value (line {entry.Line})", "nothing", "a number of 0 or more");
            return null;
        }
    }

    private static decimal? Number(YamlEntry entry, string path, ProblemList problems)
    {
        const string Wanted = "a number of 0 or more";
        if (
            entry.Value is YamlScalar { Value: { Kind: ScalarKind.Integer or ScalarKind.Float, Text: var text } }
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number is >= 0 and <= Most
        )
            return entry.Key == UsageSettings.SpotDiscount.Name && number > 100 ? Wrong("a percentage of 0 to 100") : number;
        return Wrong(Wanted);

        decimal? Wrong(string wanted)
        {
            problems.Add(
                $"{path} (line {entry.Line})",
                ConfigTypes.Describe(ConfigNodes.From(entry.Value)),
                wanted,
                entry.Value is YamlScalar { Value.Kind: ScalarKind.Text } ? "write it without quotes and separators" : null
            );
            return null;
        }
    }

    // More than anybody has, and still far from where sums of money overflow.
    private const decimal Most = 1_000_000_000_000_000m;
}
