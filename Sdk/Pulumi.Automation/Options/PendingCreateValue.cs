namespace Pulumi.Automation;

/// <summary>The id of a resource whose creation was broken off.</summary>
/// <param name="urn">The resource.</param>
/// <param name="id">Its id at the provider.</param>
public sealed class PendingCreateValue(string urn, string id)
{
    /// <summary>The resource.</summary>
    public string Urn { get; set; } = urn;

    /// <summary>Its id at the provider.</summary>
    public string Id { get; set; } = id;
}
