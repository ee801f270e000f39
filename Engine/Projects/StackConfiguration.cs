using System.Collections.Immutable;
using Engine.Schemas;
using Engine.Text;

namespace Engine.Projects;

/// <summary>The effective configuration of a stack: what its file sets, and under it what the project declares.</summary>
public sealed class StackConfiguration
{
    private readonly StackFile _stack;

    private StackConfiguration(StackFile stack, ImmutableSortedDictionary<string, ConfigEntry> entries)
    {
        _stack = stack;
        Entries = entries;
    }

    /// <summary>Every value by full key.</summary>
    public ImmutableSortedDictionary<string, ConfigEntry> Entries { get; }

    /// <summary>What should be looked at although it is no error.</summary>
    public ImmutableArray<string> Warnings => _stack.Warnings;

    /// <summary>What to put in <c>PULUMI_CONFIG</c>: JSON with every value as text, secrets in plain. Nothing where there is no configuration.</summary>
    public string? ProgramConfig =>
        Entries.IsEmpty
            ? null
            : PulumiJsonWriter.Compact(writer =>
            {
                writer.StartObject();
                foreach (var (key, entry) in Entries)
                {
                    writer.Name(key);
                    writer.String(entry.Text);
                }
                writer.EndObject();
            });

    /// <summary>What to put in <c>PULUMI_CONFIG_SECRET_KEYS</c>: a JSON list of the keys whose values are secret.</summary>
    public string ProgramSecretKeys =>
        PulumiJsonWriter.Compact(writer =>
        {
            writer.StartArray();
            foreach (var (key, entry) in Entries)
                if (entry.IsSecret)
                    writer.String(key);
            writer.EndArray();
        });

    /// <summary>
    /// Where a key, or a part of its value such as <c>shop:settings.network.cidr</c>, is set: <c>Pulumi.dev.yaml:12</c>; nothing where it is not.
    /// </summary>
    public string? SourceOf(string path) =>
        _stack.LineOf(path) is { } line
            ? $"{_stack.FileName}:{line}"
            : Entries.GetValueOrDefault(ConfigKey.Path(path).Top)?.Source;

    /// <summary>
    /// Puts a stack's file and its project's declarations together. Secrets are opened with the passphrase of
    /// <c>PULUMI_CONFIG_PASSPHRASE</c> or <c>PULUMI_CONFIG_PASSPHRASE_FILE</c>; without one, or with another keeper of secrets, each is a
    /// placeholder. <paramref name="environment"/> answers environment variables; by default the process's own.
    /// </summary>
    /// <exception cref="InputException">With every problem: missing and unknown keys, wrong types, plain values for secrets, a wrong passphrase.</exception>
    public static StackConfiguration Load(ProjectFile project, StackFile stack, Func<string, string?>? environment = null) =>
        Load(project, stack, environment ?? Environment.GetEnvironmentVariable, SchemaLibrary.Default);

    internal static StackConfiguration Load(
        ProjectFile project,
        StackFile stack,
        Func<string, string?> environment,
        SchemaLibrary schemas
    )
    {
        var problems = new ProblemList(stack.FileName);
        new ConfigChecks(project, stack, schemas, problems).Run();
        var opener = new SecretOpener(stack, environment, problems);
        var declared = project.Config.ToDictionary(
            declaration => declaration.Key,
            declaration => declaration.Type,
            StringComparer.Ordinal
        );
        var entries = ImmutableSortedDictionary.CreateBuilder<string, ConfigEntry>(StringComparer.Ordinal);
        foreach (var (key, value) in ConfigMerge.Merge(project, stack))
            entries[key] = Entry(key, value, declared.GetValueOrDefault(key), opener, problems);
        problems.ThrowIfAny();
        return new StackConfiguration(stack, entries.ToImmutable());
    }

    private static ConfigEntry Entry(string key, MergedValue merged, ConfigType? type, SecretOpener opener, ProblemList problems)
    {
        var opened = new Dictionary<ConfigSecret, string>(ReferenceEqualityComparer.Instance);
        var placeholder = false;
        foreach (var (path, secret) in ConfigNodes.Secrets(merged.Value))
        {
            var kind = path.IsEmpty ? type?.Kind ?? ConfigKind.String : ConfigKind.String;
            (opened[secret], var isPlaceholder) = opener.Open(key, path, secret, kind);
            placeholder |= isPlaceholder;
            if (!isPlaceholder && kind is ConfigKind.Integer or ConfigKind.Boolean && !ConfigTypes.Fits(kind, opened[secret]))
                problems.Add($"{key} (line {secret.Line})", "[secret]", type!.Words, "what was encrypted is of another type");
        }
        return new ConfigEntry(key, ConfigText.Of(merged.Value, secret => opened[secret]), ConfigText.Masked(merged.Value))
        {
            IsSecret = opened.Count > 0,
            IsPlaceholder = placeholder,
            SecretTexts = [.. opened.Values],
            IsObject = merged.Value is ConfigMap or ConfigList,
            Source = merged.Source,
        };
    }
}
