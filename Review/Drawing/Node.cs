using System.Collections.Immutable;

namespace Review.Drawing;

/// <summary>A box or a card of a picture.</summary>
/// <param name="Key">Its name among all nodes, the same as long as its main resource keeps its name. Letters, digits, <c>-</c> and <c>.</c> only.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">What it is in AWS's words, or what a box is called.</param>
public sealed record Node(string Key, NodeKind Kind, string Title)
{
    /// <summary>The key of the box that it lies in. Default: it lies on the canvas itself.</summary>
    public string? Parent { get; init; }

    /// <summary>The name of the resource, without what every name of the stack begins with; the network of a box. Default: none.</summary>
    public string Name { get; init; } = "";

    /// <summary>Up to four letters that stand for its type.</summary>
    public string Glyph { get; init; } = "";

    /// <summary>The part of a stack that it is of, such as <c>data</c>; it decides the colour.</summary>
    public string Area { get; init; } = "";

    /// <summary>What tells it from others of its type, most telling first: class, size, copies. Never a secret.</summary>
    public ImmutableArray<string> Facts { get; init; } = [];

    /// <summary>The URNs of all resources that it stands for, in the order of the plan. Each resource of a stack is in one node.</summary>
    public ImmutableArray<string> Resources { get; init; } = [];

    /// <summary>The keys of the subnets that it lies in, if it is drawn across several of them. Default: none.</summary>
    public ImmutableArray<string> Across { get; init; } = [];

    /// <summary>The key of the card that this is a copy of. Default: it is none.</summary>
    public string? CopyOf { get; init; }

    /// <summary>The zone of a subnet. Default: not known, or no subnet.</summary>
    public string? Zone { get; init; }

    /// <summary>Whether it is drawn as one card, and not as a box around others.</summary>
    public bool IsCard => Kind is NodeKind.Card or NodeKind.Copy or NodeKind.Outside;
}
