using System.Buffers;
using Google.Protobuf;
using Protocol.Wire;

namespace Protocol.Client;

/// <summary>Reads the one message of a response, and the stream to its end, after which the trailers are known.</summary>
internal static class ResponseBody
{
    /// <summary>Most answers fit; a longer one gets a buffer of its size.</summary>
    private const int FirstBuffer = 4096;

    /// <returns>The message, or null when the body is empty, which is how a failed call looks.</returns>
    /// <exception cref="GrpcException">The body is no single readable message.</exception>
    public static async Task<T?> ReadAsync<T>(Stream stream, CancellationToken cancellationToken)
        where T : IMessage<T>, new()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            var read = await stream.ReadAtLeastAsync(buffer, FrameHeader.Size, throwOnEndOfStream: false, cancellationToken);
            if (read == 0)
                return default;
            if (read < FrameHeader.Size)
                throw Cut($"after {read} of the {FrameHeader.Size} bytes of its frame header");

            var header = FrameHeader.Read(buffer);
            header.Check("response");

            var end = FrameHeader.Size + (int)header.Length;
            if (buffer.Length <= end) // one byte more than the message, to see its end
                buffer = Grow(buffer, read, end + 1);
            while (read <= end)
            {
                var more = await stream.ReadAsync(buffer.AsMemory(read), cancellationToken);
                if (more == 0)
                    break;
                read += more;
            }

            if (read < end)
                throw Cut($"after {read - FrameHeader.Size} of {header.Length} bytes");
            if (read > end)
                throw new GrpcException(GrpcStatusCode.Internal, "the response holds more than the one message of a unary call");
            return MessageReader.Read<T>("response", new ReadOnlySequence<byte>(buffer, FrameHeader.Size, (int)header.Length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grow(byte[] buffer, int used, int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(size);
        buffer.AsSpan(0, used).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private static GrpcException Cut(string where) => new(GrpcStatusCode.Internal, $"the response ends {where}");
}
