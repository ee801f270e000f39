namespace Infra.Compute;

/// <summary>
/// A directory in memory (tmpfs). Unlike a volume, which belongs to root, every user of the container may write there.
/// </summary>
/// <param name="Path">Where the container sees it.</param>
/// <param name="SizeMiB">The most it holds.</param>
internal sealed record MemoryMount(string Path, int SizeMiB);
