using Engine.Values;

namespace Review.Comparison;

/// <summary>One thing that two stacks do not have alike: a resource that only one has, or a property of one that both have.</summary>
public sealed record StackDifference
{
    /// <summary>What the resource belongs to: the middle word of the nearest component's type, such as <c>network</c>.</summary>
    public required string Area { get; init; }

    /// <summary>Type and name of the nearest component. Default: it lies below the stack itself.</summary>
    public string? Component { get; init; }

    /// <summary>The type token of the resource.</summary>
    public required string Type { get; init; }

    /// <summary>Its logical name in the left stack. Default: only the right one has it.</summary>
    public string? LeftName { get; init; }

    /// <summary>Its logical name in the right stack. Default: only the left one has it.</summary>
    public string? RightName { get; init; }

    /// <summary>Where in the resource. Default: the resource as a whole.</summary>
    public string? Path { get; init; }

    /// <summary>The value of the left stack, secrets wrapped. Default: it has none.</summary>
    public PropertyValue? Left { get; init; }

    /// <summary>The value of the right stack, secrets wrapped. Default: it has none.</summary>
    public PropertyValue? Right { get; init; }

    /// <summary>How many resources lie in it, where only one stack has it; they are not told one by one. Default: none.</summary>
    public int Inside { get; init; }

    /// <summary>Why it is meant to be so. Default: nobody said so, it is unexpected.</summary>
    public string? Accepted { get; init; }

    /// <summary>Its logical name, of the left stack where both have it.</summary>
    public string Name => LeftName ?? RightName!;

    /// <summary>Whether only one stack has the resource.</summary>
    public bool IsOnlyInOne => Path is null;
}
