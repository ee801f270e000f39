namespace Pulumi;

/// <summary>A set of blobs for a resource.</summary>
public abstract class Archive : AssetOrArchive
{
    private protected Archive(string form, object content)
        : base(WireNames.Archive, form, content) { }
}
