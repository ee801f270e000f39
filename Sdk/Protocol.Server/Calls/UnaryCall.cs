using System.IO.Pipelines;
using Google.Protobuf;

namespace Protocol.Server.Calls;

/// <inheritdoc />
internal sealed class UnaryCall<TRequest, TResponse>(
    GrpcMethod<TRequest, TResponse> method,
    Func<TRequest, CancellationToken, Task<TResponse>> handler
) : Call
    where TRequest : IMessage<TRequest>
    where TResponse : IMessage<TResponse>
{
    /// <inheritdoc />
    public override async Task<IMessage> AnswerAsync(PipeReader body, CancellationToken cancellationToken)
    {
        var request = await RequestBody.ReadAsync(body, method.RequestParser, cancellationToken);
        // The wait ends with the token even if the handler does not look at it: a caller is told in time in any case.
        var response = await handler(request, cancellationToken).WaitAsync(cancellationToken);
        return response ?? throw new GrpcException(GrpcStatusCode.Internal, "the handler returned no response message");
    }
}
