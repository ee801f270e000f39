namespace Engine.Documents;

/// <summary>What a preview's document holds.</summary>
public sealed record PreviewDocumentOptions
{
    /// <summary>Whether unchanged resources are listed. Default: only the stack itself, and those whose protection changes.</summary>
    public bool ShowSames { get; init; }

    /// <summary>When a replacement counts as made. Default: now.</summary>
    public DateTimeOffset? Now { get; init; }
}
