using Engine.Values;

namespace Review.Export.Terraform;

/// <summary>Assets and archives, of which Terraform has paths.</summary>
internal static class Files
{
    /// <summary>The path or address; nothing where the content is in the program.</summary>
    public static PropertyValue? PathOf(PropertyValue value) =>
        value switch
        {
            AssetValue { Source: not AssetSource.Text, Value: var path } => new StringValue(path),
            ArchiveValue { Members: null, Value: var path } => new StringValue(path),
            _ => null,
        };
}
