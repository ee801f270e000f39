using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Engine.Projects.Yaml;

/// <summary>Reads one YAML (or JSON) document into <see cref="YamlNode"/>s, remembering where everything stands.</summary>
internal sealed class YamlReader
{
    // A few aliases of aliases can stand for more values than memory holds.
    private const int MostNodes = 1_000_000;
    private const int DeepestNesting = 200;
    private const string MergeKey = "<<";

    private readonly Dictionary<string, (YamlNode Node, int Size)> _anchors = new(StringComparer.Ordinal);
    private readonly ProblemList _problems;
    private readonly Parser _parser;
    private readonly Scanner _scanner;
    private int _depth;
    private int _nodes;

    private YamlReader(string text, ProblemList problems)
    {
        _problems = problems;
        _scanner = new Scanner(new StringReader(text), skipComments: true);
        _parser = new Parser(_scanner);
    }

    /// <summary>The document; nothing where it is empty or no YAML, which <paramref name="problems"/> then says.</summary>
    public static YamlNode? Read(string text, ProblemList problems)
    {
        var reader = new YamlReader(text.TrimStart('\uFEFF'), problems);
        try
        {
            return reader.Document();
        }
        catch (YamlException error)
        {
            problems.Add($"line {error.Start.Line}, column {error.Start.Column}: {Sentence(error.Message)}");
        }
        catch (Exception error)
            when (error
                    is InvalidOperationException
                        or ArgumentException
                        or ArithmeticException
                        or FormatException
                        or IndexOutOfRangeException
            )
        {
            // The library answers some broken texts with an exception of its insides.
            var at = reader._scanner.CurrentPosition;
            problems.Add(
                $"line {at.Line}, column {at.Column}: this is no YAML; a bracket, quote or colon is missing here or before"
            );
        }
        return null;
    }

    private YamlNode? Document()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
            return null;
        var node = Node();
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
            _problems.Add($"line {second.Start.Line}: got a second document, want one; remove the --- and what follows");
        return node is YamlScalar { Text: "", Plain: true } ? null : node;
    }

    private YamlNode Node()
    {
        if (_parser.TryConsume<AnchorAlias>(out var alias))
            return Anchored(alias);
        _parser.Accept<ParsingEvent>(out var next);
        if (++_nodes > MostNodes)
            throw new YamlException(next!.Start, next.End, $"More than {MostNodes:N0} values");
        if (++_depth > DeepestNesting)
            throw new YamlException(next!.Start, next.End, $"More than {DeepestNesting} levels");
        var before = _nodes;
        var start = _parser.Current!.Start;
        var (line, column) = ((int)start.Line, (int)start.Column);
        var anchor = (_parser.Current as NodeEvent)?.Anchor ?? AnchorName.Empty;
        YamlNode node;
        if (_parser.TryConsume<Scalar>(out var scalar))
            node = new YamlScalar(
                scalar.Value,
                scalar.Style == ScalarStyle.Plain,
                scalar.Tag.IsEmpty ? "" : scalar.Tag.Value,
                line,
                column
            );
        else if (_parser.TryConsume<SequenceStart>(out _))
            node = new YamlList(Items(), line, column);
        else
            node = new YamlMap(Entries(_parser.Consume<MappingStart>()), line, column);
        _depth--;
        if (!anchor.IsEmpty)
            _anchors[anchor.Value] = (node, _nodes - before + 1);
        return node;
    }

    private YamlNode Anchored(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var anchored))
            throw new YamlException(alias.Start, alias.End, $"*{alias.Value.Value} names no value before it");
        _nodes += anchored.Size;
        if (_nodes > MostNodes)
            throw new YamlException(alias.Start, alias.End, $"More than {MostNodes:N0} values");
        return anchored.Node;
    }

    private ImmutableArray<YamlNode> Items()
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(Node());
        return items.ToImmutable();
    }

    private ImmutableArray<YamlEntry> Entries(MappingStart start)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var merged = new List<YamlMap>();
        var seen = new Dictionary<string, long>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (Node() is not YamlScalar key)
                throw new YamlException(start.Start, start.End, "A key must be a text");
            var value = Node();
            if (key is { Text: MergeKey, Plain: true })
                merged.AddRange(
                    value is YamlList list ? list.Items.OfType<YamlMap>()
                    : value is YamlMap map ? [map]
                    : []
                );
            else if (!seen.TryAdd(key.Text, key.Line))
                _problems.Add($"line {key.Line}: {key.Text} is there twice, first in line {seen[key.Text]}; keep one");
            else
                entries.Add(new(key.Text, key.Line, key.Column, value));
        }
        foreach (var entry in merged.SelectMany(map => map.Entries))
            if (seen.TryAdd(entry.Key, entry.Line))
                entries.Add(entry);
        return entries.ToImmutable();
    }

    private static string Sentence(string message) => message.TrimEnd('.');
}
