namespace Engine.Values;

/// <summary>Which of its three forms an asset or archive has.</summary>
public enum AssetSource
{
    /// <summary>The text itself.</summary>
    Text,

    /// <summary>A path on the machine of the program.</summary>
    Path,

    /// <summary>An address to fetch from.</summary>
    Uri,
}
