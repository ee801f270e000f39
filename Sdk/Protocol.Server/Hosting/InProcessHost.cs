using System.Buffers;
using Google.Protobuf;
using Protocol.InProcess;
using Protocol.Server.Calls;

namespace Protocol.Server.Hosting;

/// <summary>Answers clients of this process without a socket.</summary>
internal sealed class InProcessHost : IHost, IInProcessServer
{
    private readonly Dispatcher _dispatcher;

    public InProcessHost(Dispatcher dispatcher)
    {
        _dispatcher = dispatcher;
        Address = InProcessServers.Add(this);
    }

    /// <inheritdoc />
    public string Address { get; }

    /// <inheritdoc />
    public Task<InProcessAnswer> CallAsync(
        string path,
        ReadOnlyMemory<byte> request,
        TimeSpan? deadline,
        CancellationToken cancellationToken
    )
    {
        // As over a socket, the handler runs on a thread of its own and sees nothing of what flows with the caller.
        using (ExecutionContext.SuppressFlow())
            return Task.Run(() => AnswerAsync(path, request, deadline, cancellationToken), CancellationToken.None);
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public void Dispose() => InProcessServers.Remove(Address);

    private async Task<InProcessAnswer> AnswerAsync(
        string path,
        ReadOnlyMemory<byte> request,
        TimeSpan? deadline,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var answer = await _dispatcher.AnswerAsync(path, Read, deadline, cancellationToken);
            return new InProcessAnswer(GrpcStatusCode.Ok, "", new PooledMessage("response", answer));
        }
        catch (Exception error)
        {
            var (code, detail) = Dispatcher.Status(error);
            return new InProcessAnswer(code, detail, null);
        }

        ValueTask<IMessage> Read(Call call, CancellationToken token) =>
            new(call.ReadRequest(new ReadOnlySequence<byte>(request)));
    }
}
