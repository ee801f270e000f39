using System.Buffers;
using System.Net;
using Google.Protobuf;
using Protocol.Wire;

namespace Protocol.Client;

/// <summary>One message as an HTTP body: its frame header and its bytes, written from a pooled buffer in one go.</summary>
internal sealed class MessageContent : HttpContent
{
    private readonly IMessage _message;
    private readonly int _size;

    public MessageContent(IMessage message, int size)
    {
        _message = message;
        _size = size;
        Headers.TryAddWithoutValidation("Content-Type", HeaderNames.ContentType);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        var length = FrameHeader.Size + _size;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            FrameHeader.Write(buffer, _size);
            _message.WriteTo(buffer.AsSpan(FrameHeader.Size, _size));
            await stream.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // gRPC sends no content-length: the frame says how long the message is.
    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
