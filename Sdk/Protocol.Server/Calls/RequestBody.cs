using System.Buffers;
using System.IO.Pipelines;
using Google.Protobuf;
using Protocol.Wire;

namespace Protocol.Server.Calls;

/// <summary>Reads the one message of a request straight out of the connection's buffers.</summary>
internal static class RequestBody
{
    /// <exception cref="GrpcException">The body is no single readable message.</exception>
    public static async ValueTask<IMessage> ReadAsync(PipeReader body, Call call, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            var buffer = read.Buffer;
            var missing = Missing(buffer);
            if (missing > 0 && read.IsCompleted)
                throw Cut(buffer.Length, missing);
            if (missing > 0 || !read.IsCompleted) // the end tells whether there is a second message
            {
                body.AdvanceTo(buffer.Start, buffer.End);
                continue;
            }

            var message = call.ReadRequest(buffer.Slice(FrameHeader.Size));
            body.AdvanceTo(buffer.End);
            return message;
        }
    }

    /// <summary>How many bytes are still to come; throws when no more are wanted.</summary>
    private static long Missing(ReadOnlySequence<byte> buffer)
    {
        if (buffer.Length < FrameHeader.Size)
            return FrameHeader.Size - buffer.Length;

        Span<byte> bytes = stackalloc byte[FrameHeader.Size];
        buffer.Slice(0, FrameHeader.Size).CopyTo(bytes);
        var header = FrameHeader.Read(bytes);
        header.Check("request");

        var missing = FrameHeader.Size + header.Length - buffer.Length;
        return missing >= 0
            ? missing
            : throw new GrpcException(GrpcStatusCode.Internal, "the request holds more than the one message of a unary call");
    }

    private static GrpcException Cut(long received, long missing) =>
        new(
            GrpcStatusCode.Internal,
            received == 0
                ? "the request holds no message, want one"
                : $"the request ends {missing} bytes before the end of its {(received < FrameHeader.Size ? "frame header" : "message")}"
        );
}
