using System.Buffers.Binary;

namespace Protocol.Wire;

/// <summary>The five bytes before each message: a compression flag and the message's length, big-endian.</summary>
internal readonly record struct FrameHeader(byte Flag, uint Length)
{
    public const int Size = 5;

    public bool IsCompressed => Flag == 1;

    public static FrameHeader Read(ReadOnlySpan<byte> bytes) => new(bytes[0], BinaryPrimitives.ReadUInt32BigEndian(bytes[1..]));

    public static void Write(Span<byte> bytes, int length)
    {
        bytes[0] = 0;
        BinaryPrimitives.WriteUInt32BigEndian(bytes[1..], (uint)length);
    }

    /// <summary>Why a message with this header is not read, or null when it is.</summary>
    /// <param name="what">"request" or "response", for the text.</param>
    public (GrpcStatusCode Code, string Detail)? Refusal(string what) =>
        this switch
        {
            { Flag: > 1 } => (
                GrpcStatusCode.Internal,
                $"the {what}'s frame starts with byte {Flag}, want 0 (plain) or 1 (compressed); this is not a gRPC message"
            ),
            { IsCompressed: true } => (
                GrpcStatusCode.Unimplemented,
                $"the {what} is compressed; only plain messages are read ({HeaderNames.AcceptEncoding}: {HeaderNames.Identity})"
            ),
            { Length: > GrpcLimits.MaxMessageBytes } => (GrpcStatusCode.ResourceExhausted, TooLarge(what, Length)),
            _ => null,
        };

    public static string TooLarge(string what, long length) =>
        $"the {what} has {length} bytes, want at most {GrpcLimits.MaxMessageBytes} (400 MiB); send less data in one call";
}
