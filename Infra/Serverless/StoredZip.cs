using System.Buffers.Binary;
using System.Text;

namespace Infra.Serverless;

/// <summary>
/// A zip of one small text, stored without compression and without a time. The library's own writer puts the time, the machine and its
/// compression in: the same script would be another file on each machine.
/// </summary>
internal static class StoredZip
{
    // 1 January 1980, the first day a zip knows.
    private const ushort FirstDay = 33;
    private const ushort Version = 20;
    private const uint Polynomial = 0xEDB88320;

    /// <summary>The zip.</summary>
    /// <param name="path">The path of the file in it, in ASCII.</param>
    /// <param name="text">What is in the file.</param>
    public static byte[] Of(string path, string text)
    {
        var (name, content) = (Encoding.ASCII.GetBytes(path), Encoding.UTF8.GetBytes(text));
        var about = About(name, content);
        var zip = new List<byte>();
        zip.AddRange([.. Number(0x04034b50), .. about, .. name, .. content]);
        var directory = zip.Count;
        zip.AddRange([.. Number(0x02014b50), .. Short(Version), .. about, .. new byte[14], .. name]);
        var length = zip.Count - directory;
        zip.AddRange([.. Number(0x06054b50), .. new byte[4], .. Short(1), .. Short(1)]);
        zip.AddRange([.. Number((uint)length), .. Number((uint)directory), .. new byte[2]]);
        return [.. zip];
    }

    // What both headers of a file say: version, no flags, stored, when, checksum, size twice, length of the name, nothing extra.
    private static byte[] About(byte[] name, byte[] content)
    {
        var (sum, size) = (Number(Checksum(content)), Number((uint)content.Length));
        return
        [
            .. Short(Version),
            .. new byte[6],
            .. Short(FirstDay),
            .. sum,
            .. size,
            .. size,
            .. Short((ushort)name.Length),
            .. new byte[2],
        ];
    }

    private static uint Checksum(byte[] content)
    {
        var sum = uint.MaxValue;
        foreach (var value in content)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ Polynomial;
        }
        return ~sum;
    }

    private static byte[] Number(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Short(ushort value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        return bytes;
    }
}
