using Google.Protobuf;
using Protocol;

namespace Conformance.Tests.Recording;

/// <summary>An engine that listens somewhere: calls are passed on to it, its refusals back.</summary>
internal sealed class EngineAt(string address) : IEngine, IDisposable
{
    private readonly GrpcClient _client = new(address);

    public Task<TResponse> AnswerAsync<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method,
        TRequest request,
        CancellationToken cancellationToken
    )
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage<TResponse>, new() => _client.CallAsync(method, request, cancellationToken: cancellationToken);

    public void Dispose() => _client.Dispose();
}
