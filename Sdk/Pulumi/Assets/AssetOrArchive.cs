namespace Pulumi;

/// <summary>A blob or a set of blobs for a resource.</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive(string signature, string form, object content) =>
        (Signature, Form, Content) = (signature, form, content);

    /// <summary>Marks it on the wire as an asset or an archive.</summary>
    internal string Signature { get; }

    /// <summary>Under which name the content stands on the wire.</summary>
    internal string Form { get; }

    /// <summary>A text, a path, an address, or members by name.</summary>
    internal object Content { get; }
}
