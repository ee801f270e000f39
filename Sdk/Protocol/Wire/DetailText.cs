using System.Text;

namespace Protocol.Wire;

/// <summary>The percent encoding of <c>grpc-message</c>: printable ASCII stays, every other byte of the UTF-8 text becomes %XX.</summary>
internal static class DetailText
{
    private const string Cut = " ... (cut)";

    public static string Encode(string detail)
    {
        if (
            detail.Length <= GrpcLimits.MaxDetailBytes
            && !detail.AsSpan().ContainsAnyExceptInRange(' ', '~')
            && !detail.Contains('%')
        )
            return detail;

        var encoded = new StringBuilder(detail.Length + 16);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in detail.EnumerateRunes())
        {
            var before = encoded.Length;
            foreach (var unit in utf8[..rune.EncodeToUtf8(utf8)])
            {
                if (unit is >= (byte)' ' and <= (byte)'~' and not (byte)'%')
                    encoded.Append((char)unit);
                else
                    encoded.Append('%').Append(Hex(unit >> 4)).Append(Hex(unit & 15));
            }

            if (encoded.Length <= GrpcLimits.MaxDetailBytes - Cut.Length)
                continue;
            encoded.Length = before; // whole characters only
            return encoded.Append(Cut).ToString();
        }

        return encoded.ToString();
    }

    /// <summary>The reverse; a sequence that is no valid escape is kept as it stands, as gRPC demands.</summary>
    public static string Decode(string encoded)
    {
        if (!encoded.Contains('%'))
            return encoded;

        var utf8 = new byte[Encoding.UTF8.GetMaxByteCount(encoded.Length)];
        var length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] == '%' && i + 2 < encoded.Length && IsHex(encoded[i + 1]) && IsHex(encoded[i + 2]))
            {
                utf8[length++] = Convert.FromHexString(encoded.AsSpan(i + 1, 2))[0];
                i += 2;
            }
            else
            {
                length += Encoding.UTF8.GetBytes(encoded.AsSpan(i, 1), utf8.AsSpan(length));
            }
        }

        return Encoding.UTF8.GetString(utf8, 0, length);
    }

    private static bool IsHex(char c) => char.IsAsciiHexDigit(c);

    private static char Hex(int digit) => (char)(digit < 10 ? '0' + digit : 'A' + digit - 10);
}
