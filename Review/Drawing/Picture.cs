using System.Collections.Immutable;
using Review.Drawing.Reading;
using Review.Model;

namespace Review.Drawing;

/// <summary>What a picture of a stack shows: boxes nested as the network is, cards in them, and lines between them. How it looks is left to others.</summary>
/// <param name="System">What the stack calls itself: the name of its one component on top, else of its project.</param>
/// <param name="Stack">The stack's name.</param>
/// <param name="Nodes">Boxes before what lies in them; those of one box in the order in which they are drawn.</param>
/// <param name="Edges">Lines, by the order of the nodes they leave.</param>
public sealed record Picture(string System, string Stack, ImmutableArray<Node> Nodes, ImmutableArray<Edge> Edges)
{
    private readonly Dictionary<string, Node> _byKey = Nodes.ToDictionary(node => node.Key, StringComparer.Ordinal);
    private readonly ILookup<string?, Node> _byParent = Nodes.ToLookup(node => node.Parent);

    /// <summary>The key of the node that stands for the stack as a whole.</summary>
    public const string Whole = "stack";

    /// <summary>The picture of a stack.</summary>
    public static Picture Of(StackModel stack)
    {
        ArgumentNullException.ThrowIfNull(stack);
        return new PictureReader(stack.ByUrn()).Read();
    }

    /// <summary>How many resources the stack has, components and providers left out.</summary>
    public int ResourceCount => Nodes.Where(node => node.Key != Whole).Sum(node => node.Resources.Length);

    /// <summary>The node of this key, or nothing.</summary>
    public Node? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>What lies in a box; nothing asks for what lies on the canvas itself.</summary>
    public IEnumerable<Node> In(string? box) => _byParent[box];
}
