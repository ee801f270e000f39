namespace Pulumi;

/// <summary>How long the operations of a resource may take before they count as failed.</summary>
public sealed class CustomTimeouts
{
    /// <summary>No limits but those of the provider.</summary>
    public CustomTimeouts() { }

    /// <summary>Limit of a creation. Default: as the provider sees fit.</summary>
    public TimeSpan? Create { get; set; }

    /// <summary>Limit of an update. Default: as the provider sees fit.</summary>
    public TimeSpan? Update { get; set; }

    /// <summary>Limit of a deletion. Default: as the provider sees fit.</summary>
    public TimeSpan? Delete { get; set; }

    internal CustomTimeouts Clone() => (CustomTimeouts)MemberwiseClone();
}
