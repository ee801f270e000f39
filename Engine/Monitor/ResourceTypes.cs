using System.Collections.Concurrent;
using System.Collections.Immutable;
using Engine.Model;
using Engine.Planning;
using Engine.Schemas;
using Engine.Text;
using Engine.Values;

namespace Engine.Monitor;

/// <summary>What the monitor needs to know of resource types and functions, out of the package schemas.</summary>
internal sealed class ResourceTypes(SchemaLibrary library, string stack)
{
    // Part of the engine itself: stacks, stack references, providers of no package.
    private const string OwnPackage = "pulumi";

    private readonly ConcurrentDictionary<string, ObjectValue?> _outputs = new(StringComparer.Ordinal);

    /// <summary>
    /// The outputs of a type of which nothing is set: unknown or the schema's default, secret where the schema says so. Nothing when its
    /// schema is not there. All resources of a type share it, which is most of what their outputs take.
    /// </summary>
    public ObjectValue? Outputs(string type) =>
        _outputs.GetOrAdd(
            type,
            static (type, library) =>
                library.Resource(type) is { } schema
                    ? new ObjectValue(
                        schema.Outputs.ToImmutableSortedDictionary(
                            output => output.Key,
                            output => Blank(output.Value),
                            StringComparer.Ordinal
                        )
                    )
                    : null,
            library
        );

    /// <summary>The names a function answers, or nothing when its schema is not there.</summary>
    public IEnumerable<string>? FunctionOutputs(string token) => library.Function(token)?.Outputs.Keys;

    /// <summary>The version of a package's schema, or nothing.</summary>
    public string? Version(string package) => library.Version(package);

    /// <summary>Reports what is wrong with a resource's type and inputs, as far as the schemas tell.</summary>
    public void Check(Goal goal, string urn, DiagnosticLog log)
    {
        var package = Urns.Package(goal.Type);
        if (goal is { Custom: false, Remote: false } || package == OwnPackage)
            return;
        if (library.Resource(goal.Type) is { } schema)
            Report(InputChecker.Check(schema, goal.Inputs), goal.Type, urn, log);
        else if (library.KnowsPackage(package))
            log.AddFinding(
                Severity.Error,
                $"{stack}: {urn}: got type {goal.Type}, want one of the schema of package {package} {library.Version(package)}; "
                    + Suggestion.For(goal.Type, library.Resources(package)),
                urn
            );
        else
            log.AddOnce(
                Severity.Warning,
                $"package {package} has no schema here: the inputs of its resources are not checked, and their computed outputs are unknown"
            );
    }

    private void Report(IReadOnlyList<SchemaProblem> problems, string type, string urn, DiagnosticLog log)
    {
        // Nobody can follow a warning that does not say what to use instead: it is told once, to know.
        foreach (var fact in problems.Where(problem => problem.IsIdle))
            log.AddOnce(Severity.Info, $"{type}: {fact.Path} is deprecated, and its schema does not say what to use instead");
        foreach (var kind in problems.Where(problem => !problem.IsIdle).GroupBy(problem => problem.IsWarning))
        {
            var lines = kind.Select(problem => problem.ToString()).ToList();
            log.AddFinding(
                kind.Key ? Severity.Warning : Severity.Error,
                $"{stack}: {urn}: {lines.Count} problem{(lines.Count == 1 ? "" : "s")} in its inputs\n  {string.Join("\n  ", lines)}",
                urn
            );
        }
    }

    private static PropertyValue Blank(PropertySchema property)
    {
        var value = property.Default ?? UnknownValue.Instance;
        return property.Secret ? SecretValue.Of(value) : value;
    }
}
