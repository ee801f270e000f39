using System.Collections.Immutable;

namespace Pulumi;

/// <summary>An archive of named members.</summary>
/// <param name="assets">The members by their paths in the archive.</param>
public sealed class AssetArchive(IDictionary<string, AssetOrArchive> assets)
    : Archive(WireNames.Assets, assets.ToImmutableDictionary());
