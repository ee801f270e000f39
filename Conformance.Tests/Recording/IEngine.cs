using Google.Protobuf;
using Protocol;

namespace Conformance.Tests.Recording;

/// <summary>What answers behind a recorder.</summary>
internal interface IEngine
{
    Task<TResponse> AnswerAsync<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method,
        TRequest request,
        CancellationToken cancellationToken
    )
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage<TResponse>, new();
}
