using Engine.Projects.Yaml;

namespace Engine.Projects;

/// <summary>A configuration value and where it comes from.</summary>
internal sealed record MergedValue(ConfigNode Value, string Source);

/// <summary>Puts what a project declares under what a stack sets.</summary>
internal static class ConfigMerge
{
    /// <summary>Every effective value by full key. What has neither value nor default is not there.</summary>
    public static SortedDictionary<string, MergedValue> Merge(ProjectFile project, StackFile stack)
    {
        var merged = new SortedDictionary<string, MergedValue>(StringComparer.Ordinal);
        foreach (var (key, member) in stack.Config)
            merged[key] = new MergedValue(member.Value, $"{stack.FileName}:{member.Line}");
        foreach (var declaration in project.Config)
            if (declaration.Value is { } value && stack.Find(declaration.Key) is null)
                Insert(merged, declaration, AsPlain(value), project.FileName);
        return merged;
    }

    private static void Insert(
        SortedDictionary<string, MergedValue> merged,
        ConfigDeclaration declaration,
        ConfigNode value,
        string file
    )
    {
        var (top, inner) = ConfigKey.Path(declaration.Key);
        var there = merged.GetValueOrDefault(top);
        var source = there?.Source ?? $"{file}:{declaration.Line}{(declaration.IsFixed ? "" : " (default)")}";
        merged[top] = new MergedValue(ConfigNodes.Put(there?.Value, inner.AsSpan(), value), source);
    }

    // Scalars become texts, as if the stack file had set them; all else stays as it is.
    private static ConfigNode AsPlain(ConfigNode value) =>
        value is ConfigScalar { Value: { Kind: ScalarKind.Boolean or ScalarKind.Integer, Text: var text } }
            ? ConfigScalar.Of(text, value.Line)
            : value;
}
