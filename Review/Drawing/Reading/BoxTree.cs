using System.Collections.Immutable;
using Review.Comparison;
using Review.Model;

namespace Review.Drawing.Reading;

/// <summary>The boxes of a picture, and what they stand for.</summary>
internal sealed class BoxTree
{
    private readonly List<Node> _boxes = [];
    private readonly Dictionary<string, ImmutableArray<string>> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<Resource, string> _keys = [];

    /// <summary>Adds a box unless it is there.</summary>
    public void Add(Node box, IEnumerable<Resource> resources)
    {
        if (_resources.ContainsKey(box.Key))
            return;
        var all = resources.ToList();
        _boxes.Add(box);
        _resources[box.Key] = [.. all.Select(resource => resource.Urn)];
        if (all.Count > 0)
            _keys.TryAdd(all[0], box.Key);
    }

    /// <summary>The key of the box that a resource is drawn as, or nothing.</summary>
    public string? KeyOf(Resource resource) => _keys.GetValueOrDefault(resource);

    /// <summary>Boxes and cards, boxes before what lies in them; beside each other by kind, area, title and name.</summary>
    public ImmutableArray<Node> Nodes(IEnumerable<Node> cards)
    {
        var inside = _boxes
            .Select(box => box with { Resources = _resources[box.Key] })
            .Concat(cards)
            .Select((node, at) => (Node: node, At: node.Kind is NodeKind.Tier or NodeKind.Subnet ? at : 0))
            .OrderBy(item => Depth(item.Node))
            .ThenBy(item => item.At)
            .ThenBy(item => Areas.Rank(item.Node.Area))
            .ThenBy(item => item.Node.CopyOf ?? item.Node.Key, StringComparer.Ordinal)
            .ThenBy(item => item.Node.Name, StringComparer.Ordinal)
            .Select(item => item.Node)
            .ToLookup(node => node.Parent ?? "");
        var sorted = ImmutableArray.CreateBuilder<Node>();
        Append("");
        return sorted.ToImmutable();

        void Append(string box)
        {
            foreach (var node in inside[box])
            {
                sorted.Add(node);
                Append(node.Key);
            }
        }
    }

    // A copy stands where its original would.
    private static int Depth(Node node) => (int)(node.Kind == NodeKind.Copy ? NodeKind.Card : node.Kind);
}
