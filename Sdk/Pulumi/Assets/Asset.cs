namespace Pulumi;

/// <summary>A blob for a resource.</summary>
public abstract class Asset : AssetOrArchive
{
    private protected Asset(string form, string content)
        : base(WireNames.Asset, form, content) { }
}
