using System.Collections.Immutable;
using Review.Guardrails;

namespace Review.Drawing.Reading;

/// <summary>Gathers lines: one of a kind between two nodes, with all that is said of it.</summary>
internal sealed class EdgeSet
{
    private readonly Dictionary<(string From, string To, EdgeKind Kind), SortedSet<string>> _edges = [];

    /// <summary>Adds a line unless it is there; a line from a node to itself says nothing, nor one whose ends are not both drawn.</summary>
    public void Add(string? from, string? to, EdgeKind kind, string label = "")
    {
        if (from is null || to is null || from == to)
            return;
        if (!_edges.TryGetValue((from, to, kind), out var labels))
            _edges[(from, to, kind)] = labels = new(NaturalOrder.Instance);
        if (label.Length > 0)
            labels.Add(label);
    }

    /// <summary>Whether there is such a line.</summary>
    public bool Has(string from, string to, EdgeKind kind) => _edges.ContainsKey((from, to, kind));

    /// <summary>The lines, sorted.</summary>
    public ImmutableArray<Edge> Sorted() =>
        [
            .. _edges
                .Select(edge => new Edge(edge.Key.From, edge.Key.To, edge.Key.Kind, string.Join(", ", edge.Value)))
                .OrderBy(edge => edge.Kind)
                .ThenBy(edge => edge.From, StringComparer.Ordinal)
                .ThenBy(edge => edge.To, StringComparer.Ordinal),
        ];
}
