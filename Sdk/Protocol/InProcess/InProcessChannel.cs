using System.Buffers;
using Google.Protobuf;
using Protocol.Client;
using Protocol.Wire;

namespace Protocol.InProcess;

/// <summary>Carries calls to a server of this process.</summary>
internal sealed class InProcessChannel(string address) : IChannel
{
    private volatile bool _disposed;

    public async Task<TResponse> CallAsync<TResponse>(
        string path,
        IMessage request,
        TimeSpan? deadline,
        CancellationToken cancellationToken
    )
        where TResponse : IMessage<TResponse>, new()
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(GrpcClient));
        var server =
            InProcessServers.Find(address)
            ?? throw new GrpcException(
                GrpcStatusCode.Unavailable,
                "no such server in this process; was it stopped, or is this another process than its own?"
            );

        using var sent = new PooledMessage("request", request);
        var answer = await server.CallAsync(path, sent.Bytes, deadline, cancellationToken);
        using var received = answer.Message;
        return received is null
            ? throw new GrpcException(answer.Status, answer.Detail)
            : MessageReader.Read<TResponse>("response", new ReadOnlySequence<byte>(received.Bytes));
    }

    public void Dispose() => _disposed = true;
}
