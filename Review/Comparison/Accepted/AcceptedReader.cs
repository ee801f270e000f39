using System.Collections.Immutable;
using Engine.Projects;
using Engine.Projects.Yaml;

namespace Review.Comparison.Accepted;

/// <summary>Reads the list of accepted differences.</summary>
internal sealed class AcceptedReader
{
    private const string Form = "a type, or type and name with a space between them, for example aws:rds:Instance shop-db";

    private readonly ProblemList _problems;
    private readonly ImmutableArray<AcceptedLine>.Builder _lines = ImmutableArray.CreateBuilder<AcceptedLine>();

    private AcceptedReader(ProblemList problems) => _problems = problems;

    /// <summary>The list that a text holds.</summary>
    /// <exception cref="Engine.InputException">It cannot be used; with every problem.</exception>
    public static AcceptedDifferences Read(string text, string file)
    {
        var problems = new ProblemList(file);
        var document = YamlReader.Read(text, problems);
        problems.ThrowIfAny();
        var reader = new AcceptedReader(problems);
        if (document is YamlList groups)
            for (var index = 0; index < groups.Items.Length; index++)
                reader.Group(groups.Items[index], $"[{index}]");
        else if (document is not null)
            problems.Add("the file", "no list", "a list of groups with reason, between, and only or differ");
        problems.ThrowIfAny();
        return new AcceptedDifferences(reader._lines.ToImmutable());
    }

    private void Group(YamlNode node, string path)
    {
        if (node is not YamlMap map)
        {
            _problems.Add($"{path} (line {node.Line})", "no map", "reason, between, and only or differ");
            return;
        }
        var fields = new YamlFields(map, path, _problems);
        var reason = fields.Text("reason")?.Trim();
        if (string.IsNullOrEmpty(reason))
            _problems.Add($"{path}.reason (line {node.Line})", "nothing", "a text", "say why it is meant to be so");
        var group = new AcceptedGroup(reason ?? "", Between(fields, node.Line));
        var (only, differ) = (fields.Entry("only"), fields.Entry("differ"));
        if (only is null && differ is null)
            _problems.Add($"{path} (line {node.Line})", "neither only nor differ", "one of them", "say what is accepted");
        foreach (var item in Texts(fields, only))
            if (IsResource(fields.Path("only"), item))
                _lines.Add(new(group, item.Text, null, item.Line));
        Differ(fields, group);
        fields.RefuseOthers();
    }

    private ImmutableArray<(string, ImmutableArray<string>)> Between(YamlFields fields, int line)
    {
        var pairs = ImmutableArray.CreateBuilder<(string, ImmutableArray<string>)>();
        if (fields.Entry("between") is not { } between)
            _problems.Add(
                $"{fields.Path("between")} (line {line})",
                "nothing",
                "a map of systems",
                "for example idp-server: [dev, prod]"
            );
        else if (between.Value is not YamlMap systems)
            fields.Wrong(between, "a map of systems", "for example idp-server: [dev, prod]");
        else
            foreach (var system in systems.Entries)
            {
                ImmutableArray<string> sides = [.. Texts(fields, system).Select(side => side.Text)];
                if (sides.Length >= 2)
                    pairs.Add((system.Key, sides));
                else
                    _problems.Add(
                        $"{fields.Path("between")}.{system.Key} (line {system.Line})",
                        sides.Length == 0 ? "nothing" : "one name",
                        "two environments or stacks, or more",
                        "the first differs from each of the others"
                    );
            }
        return pairs.ToImmutable();
    }

    private void Differ(YamlFields fields, AcceptedGroup group)
    {
        if (fields.Entry("differ") is not { } differ)
            return;
        if (differ.Value is not YamlMap resources)
        {
            fields.Wrong(differ, "a map of resources", $"its keys are {Form}; with a * in it, in quotes");
            return;
        }
        foreach (var resource in resources.Entries)
        {
            var key = new YamlScalar(resource.Key, true, "", resource.Line, resource.Column);
            var paths = Texts(fields, resource).ToList();
            if (paths.Count == 0)
                _problems.Add($"{fields.Path("differ")}.{resource.Key} (line {resource.Line})", "nothing", "properties");
            if (IsResource(fields.Path("differ"), key))
                foreach (var path in paths)
                    _lines.Add(new(group, resource.Key, path.Text, path.Line));
        }
    }

    private bool IsResource(string path, YamlScalar text)
    {
        if (text.Text.Split(' ') is [{ Length: > 0 }] or [{ Length: > 0 }, { Length: > 0 }])
            return true;
        _problems.Add($"{path} (line {text.Line})", text.Text.Length == 0 ? "an empty text" : text.Text, Form);
        return false;
    }

    // A single text counts as a list of itself.
    private static IEnumerable<YamlScalar> Texts(YamlFields fields, YamlEntry? entry)
    {
        if (entry is null)
            yield break;
        foreach (var item in entry.Value is YamlList list ? list.Items : [entry.Value])
            if (item is YamlScalar { Text.Length: > 0 } text)
                yield return text;
            else
                fields.Wrong(entry, "texts");
    }
}
