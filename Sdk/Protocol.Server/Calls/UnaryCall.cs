using System.Buffers;
using Google.Protobuf;
using Protocol.Wire;

namespace Protocol.Server.Calls;

/// <inheritdoc />
internal sealed class UnaryCall<TRequest, TResponse>(Func<TRequest, CancellationToken, Task<TResponse>> handler) : Call
    where TRequest : IMessage<TRequest>, new()
    where TResponse : IMessage<TResponse>, new()
{
    /// <inheritdoc />
    public override IMessage ReadRequest(ReadOnlySequence<byte> bytes) => MessageReader.Read<TRequest>("request", bytes);

    /// <inheritdoc />
    public override async Task<IMessage> AnswerAsync(IMessage request, CancellationToken cancellationToken)
    {
        // Waiting with the token tells a caller in time even if the handler does not look at it.
        var response = await handler((TRequest)request, cancellationToken).WaitAsync(cancellationToken);
        return response ?? throw new GrpcException(GrpcStatusCode.Internal, "the handler returned no response message");
    }
}
