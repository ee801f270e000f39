using System.Buffers;
using Google.Protobuf;
using Protocol.Wire;

namespace Protocol.InProcess;

/// <summary>The bytes of one message in a pooled buffer, which disposing gives back.</summary>
internal sealed class PooledMessage : IDisposable
{
    private readonly byte[] _buffer;
    private readonly int _length;

    /// <exception cref="GrpcException">The message is longer than the other side reads.</exception>
    public PooledMessage(string what, IMessage message)
    {
        _length = FrameHeader.SizeOf(what, message);
        _buffer = ArrayPool<byte>.Shared.Rent(_length);
        message.WriteTo(_buffer.AsSpan(0, _length));
    }

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);
}
