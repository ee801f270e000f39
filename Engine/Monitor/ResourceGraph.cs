using Engine.Model;

namespace Engine.Monitor;

/// <summary>Every resource registered so far, by URN and in order. Callers hold <see cref="Gate"/>.</summary>
internal sealed class ResourceGraph
{
    private readonly Dictionary<string, Node> _nodes = new(StringComparer.Ordinal);
    private readonly List<Node> _order = [];

    /// <summary>Serialises registrations: each is quick, and the planner wants them one at a time.</summary>
    public Lock Gate { get; } = new();

    public IReadOnlyList<Node> Nodes => _order;

    /// <summary>The root stack's URN, once registered or told.</summary>
    public string? Root { get; set; }

    public Node? Find(string urn) => _nodes.GetValueOrDefault(urn);

    public void Add(Node node)
    {
        _nodes.Add(node.Urn, node);
        _order.Add(node);
        if (node.State.Type == Urns.StackType)
            Root ??= node.Urn;
    }
}
