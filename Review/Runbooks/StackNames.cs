using System.Collections.Immutable;
using System.Text.Json;
using Engine.Planning;
using Engine.Values;
using Review.Model;

namespace Review.Runbooks;

/// <summary>What the names in braces stand for in one stack.</summary>
internal sealed class StackNames
{
    private readonly StackModel _stack;
    private readonly Dictionary<string, string> _own;
    private readonly Dictionary<string, string> _outputs;
    private readonly Dictionary<string, List<NameRow>> _rows = new(StringComparer.Ordinal);
    private readonly IReadOnlySet<string> _focus;

    /// <summary>Reads a plan that was made with <see cref="StandIns"/>.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="stack">The same as a model.</param>
    /// <param name="alarm">What stands for an alarm.</param>
    /// <param name="prefix">What all alarms begin with.</param>
    /// <param name="focus">Names that it is about: where a name could be several things and one of them is here, it is that one. Default: all.</param>
    public StackNames(Plan plan, StackModel stack, string alarm, string prefix, IReadOnlySet<string>? focus = null)
    {
        _stack = stack;
        _focus = focus ?? ImmutableHashSet<string>.Empty;
        _own = new(StringComparer.Ordinal)
        {
            ["stack"] = stack.Stack,
            ["region"] = Region ?? "<region>",
            ["account"] = Account(stack) ?? "<account>",
            ["alarm"] = alarm,
            ["alarm-prefix"] = prefix,
        };
        _outputs = plan
            .Outputs.Properties.Select(output => (output.Key, Text: output.Value.AsText()))
            .Where(output => output.Text is not null && Reference.IsIn(output.Text))
            .DistinctBy(output => output.Text)
            .ToDictionary(output => output.Text!, output => output.Key, StringComparer.Ordinal);
    }

    private string? Region => _stack.Config.GetValueOrDefault("aws:region");

    /// <summary>Whether a name is of the stack itself and not of a resource.</summary>
    public bool IsOwn(string name) => _own.ContainsKey(name);

    /// <summary>Every way to fill some names together; none where the stack has not all of these resources.</summary>
    public IReadOnlyList<NameRow> Rows(IReadOnlyCollection<string> names)
    {
        var own = NameRow.Empty with
        {
            Values = names.Where(IsOwn).ToImmutableSortedDictionary(name => name, name => _own[name], StringComparer.Ordinal),
        };
        var others = names.Where(name => !IsOwn(name)).Order(StringComparer.Ordinal).ToList();
        return [.. Focused(OfResources(others)).Select(own.With)];
    }

    /// <summary>What decides which resources fill some names: names with the same text here are filled together.</summary>
    public string Base(IReadOnlyCollection<string> names)
    {
        var others = names.Where(name => !IsOwn(name)).Order(StringComparer.Ordinal).ToList();
        return others.Count == 0 ? "" : BaseType(others);
    }

    private List<NameRow> Focused(List<NameRow> rows) =>
        rows.Where(row => row.Values.Values.Any(_focus.Contains)).ToList() is { Count: > 0 } meant ? meant : rows;

    private List<NameRow> OfResources(List<string> names)
    {
        if (names.Count == 0)
            return [NameRow.Empty];
        var key = string.Join(' ', names);
        if (_rows.TryGetValue(key, out var known))
            return known;
        var type = BaseType(names);
        var sources = names.Select(name => (Name: name, Source: SourceOf(name, type))).ToList();
        var covered = sources.Where(one => one.Source is not null).ToList();
        var rest = OfResources([.. sources.Where(one => one.Source is null).Select(one => one.Name)]);
        return _rows[key] = [
            .. _stack
                .All(type)
                .Where(resource => covered.All(one => one.Source!.Where?.Invoke(resource) ?? true))
                .Select(resource => new NameRow(
                    covered.ToImmutableSortedDictionary(
                        one => one.Name,
                        one => Value(resource, one.Source!.Path),
                        StringComparer.Ordinal
                    ),
                    resource.Region is { } region && region != Region ? region : null
                ))
                .DistinctBy(row => string.Join('\n', row.Values.Values.Append(row.Region)))
                .OrderBy(row => string.Join('\n', row.Values.Values), StringComparer.Ordinal)
                .SelectMany(row => rest.Select(row.With)),
        ];
    }

    // The type that most of the names can be read from; among equals the one that a name names first.
    private static string BaseType(List<string> names) =>
        names
            .SelectMany(name => Placeholders.Find(name)?.Sources ?? [])
            .Select(source => source.Type)
            .Distinct()
            .MaxBy(type => names.Count(name => SourceOf(name, type) is not null))
        ?? "";

    private static Source? SourceOf(string name, string type) =>
        Placeholders.Find(name)?.Sources.FirstOrDefault(source => source.Type == type);

    private string Value(Resource resource, string path)
    {
        var parts = path.Split('>');
        if (parts is [var property, var name])
            return resource.Referred(property).FirstOrDefault() is { } other ? Value(other, name) : Unnamed(resource);
        var text = path == "id" ? resource.State.Id : resource[path].Text;
        return text is null || resource[path].IsSecret ? Unnamed(resource)
            : !Reference.IsIn(text) ? text
            : _outputs.TryGetValue(text, out var output) ? $"$(pulumi stack output {output} --stack {_stack.Stack})"
            : path == "id" ? Readable.Of(text)
            : Named(text);
    }

    // The name of a resource that another refers to is known, though its output stands for it.
    private string Named(string text) =>
        Reference.In(text).ToList() is [var only] && only.ToString() == text && only.Output is "name" or "id"
            ? _stack.All(only.Type).FirstOrDefault(one => one.Name == only.Name)?["name"].Text ?? Readable.Of(text)
            : Readable.Of(text);

    private static string Unnamed(Resource resource) => $"<name of {resource.Name}>";

    private static string? Account(StackModel stack)
    {
        if (!stack.Config.TryGetValue("aws:allowedAccountIds", out var list))
            return null;
        try
        {
            using var accounts = JsonDocument.Parse(list);
            return accounts.RootElement.ValueKind == JsonValueKind.Array && accounts.RootElement.GetArrayLength() > 0
                ? accounts.RootElement[0].GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
