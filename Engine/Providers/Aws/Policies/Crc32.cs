namespace Engine.Providers.Aws.Policies;

/// <summary>The checksum (IEEE 802.3) from which Terraform providers make ids.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) != 0 ? (sum >> 1) ^ Polynomial : sum >> 1;
        }
        return ~sum;
    }
}
