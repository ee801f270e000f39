using System.Buffers.Binary;
using Google.Protobuf;

namespace Protocol.Wire;

/// <summary>The five bytes before each message: a compression flag and the message's length, big-endian.</summary>
internal readonly record struct FrameHeader(byte Flag, uint Length)
{
    public const int Size = 5;

    public static FrameHeader Read(ReadOnlySpan<byte> bytes) => new(bytes[0], BinaryPrimitives.ReadUInt32BigEndian(bytes[1..]));

    public static void Write(Span<byte> bytes, int length)
    {
        bytes[0] = 0;
        BinaryPrimitives.WriteUInt32BigEndian(bytes[1..], (uint)length);
    }

    /// <param name="what">"request" or "response", for the text.</param>
    /// <exception cref="GrpcException">A message with this header is not read.</exception>
    public void Check(string what)
    {
        if (Flag > 1)
            throw new GrpcException(
                GrpcStatusCode.Internal,
                $"the {what}'s frame starts with byte {Flag}, want 0 (plain) or 1 (compressed); this is not a gRPC message"
            );
        if (Flag == 1)
            throw new GrpcException(
                GrpcStatusCode.Unimplemented,
                $"the {what} is compressed; only plain messages are read ({HeaderNames.AcceptEncoding}: {HeaderNames.Identity})"
            );
        if (Length > GrpcLimits.MaxMessageBytes)
            throw TooLarge(what, Length);
    }

    /// <summary>The length to announce for a message.</summary>
    /// <exception cref="GrpcException">It is longer than the other side reads.</exception>
    public static int SizeOf(string what, IMessage message)
    {
        var size = message.CalculateSize();
        return size is >= 0 and <= GrpcLimits.MaxMessageBytes ? size : throw TooLarge(what, (uint)size);
    }

    private static GrpcException TooLarge(string what, long length) =>
        new(
            GrpcStatusCode.ResourceExhausted,
            $"the {what} has {length} bytes, want at most {GrpcLimits.MaxMessageBytes} (400 MiB); send less data in one call"
        );
}
