namespace Engine.Planning;

/// <summary>One element of a property path: a key, an index, or <see cref="Any"/>.</summary>
public readonly record struct PathElement
{
    /// <summary>Every key or index.</summary>
    public static readonly PathElement Any = new() { IsWildcard = true };

    /// <summary>A key of an object.</summary>
    public PathElement(string key) => Key = key;

    /// <summary>An index of a list.</summary>
    public PathElement(int index) => Index = index;

    /// <summary>The key. Default: none, it is an index or the wildcard.</summary>
    public string? Key { get; }

    /// <summary>The index. Default: none, it is a key or the wildcard.</summary>
    public int? Index { get; }

    /// <summary>Whether it stands for every key or index.</summary>
    public bool IsWildcard { get; private init; }
}
