using System.Globalization;

namespace Infra.Network;

/// <summary>An IPv4 block: its first address and its prefix length. A value of this type is always well formed.</summary>
/// <param name="Address">The first address; the bits behind the prefix are zero.</param>
/// <param name="PrefixLength">0 to 32.</param>
internal readonly record struct CidrBlock(uint Address, int PrefixLength) : IComparable<CidrBlock>
{
    /// <summary>The last address of the block.</summary>
    public uint Last => Address | ~Mask(PrefixLength);

    /// <summary>Reads <c>a.b.c.d/n</c>; nothing for any other text. Bits behind the prefix are kept out: see <paramref name="isExact"/>.</summary>
    /// <param name="text">What a person wrote.</param>
    /// <param name="isExact">Whether the address written is the first of the block.</param>
    public static CidrBlock? Parse(string text, out bool isExact)
    {
        isExact = false;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || !Number(text[(slash + 1)..], 32, out var prefix))
            return null;
        var parts = text[..slash].Split('.');
        if (parts.Length != 4)
            return null;
        var address = 0u;
        foreach (var part in parts)
        {
            if (!Number(part, 255, out var octet))
                return null;
            address = (address << 8) | (uint)octet;
        }
        isExact = (address & ~Mask(prefix)) == 0;
        return new(address & Mask(prefix), prefix);
    }

    /// <summary>Whether the two have an address in common.</summary>
    public bool Overlaps(CidrBlock other) => Address <= other.Last && other.Address <= Last;

    /// <summary>Whether every address of the other is in this one.</summary>
    public bool Contains(CidrBlock other) => Address <= other.Address && other.Last <= Last;

    /// <summary>
    /// A block of this one that overlaps none of those taken: the first at or behind <paramref name="from"/>, else the first of all;
    /// nothing when this one is full.
    /// </summary>
    public CidrBlock? FindFree(int prefixLength, IEnumerable<CidrBlock> taken, uint from = 0)
    {
        if (prefixLength < PrefixLength || prefixLength > 32)
            return null;
        var ordered = taken.Where(Overlaps).Order().ToList();
        return Search(Math.Max(from, Address), prefixLength, ordered) ?? Search(Address, prefixLength, ordered);
    }

    /// <inheritdoc/>
    public int CompareTo(CidrBlock other) => (Address, PrefixLength).CompareTo((other.Address, other.PrefixLength));

    /// <summary><c>a.b.c.d/n</c>.</summary>
    public override string ToString() =>
        $"{Address >> 24}.{(Address >> 16) & 255}.{(Address >> 8) & 255}.{Address & 255}/{PrefixLength}";

    private CidrBlock? Search(uint from, int prefixLength, List<CidrBlock> taken)
    {
        var size = 1UL << (32 - prefixLength);
        var candidate = (from + size - 1) / size * size;
        foreach (var block in taken)
        {
            if (candidate + size - 1 >= block.Address && candidate <= block.Last)
                candidate = (block.Last + size) / size * size;
        }
        return candidate + size - 1 <= Last ? new((uint)candidate, prefixLength) : null;
    }

    private static uint Mask(int prefixLength) => prefixLength == 0 ? 0 : uint.MaxValue << (32 - prefixLength);

    // Digits only: int.Parse alone would accept a sign, spaces and 010, which others read as octal.
    private static bool Number(string text, int max, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value)
        && value <= max
        && (text.Length == 1 || text[0] != '0');
}
