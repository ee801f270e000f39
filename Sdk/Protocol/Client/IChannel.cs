using Google.Protobuf;

namespace Protocol.Client;

/// <summary>The way a client's messages take to the server.</summary>
internal interface IChannel : IDisposable
{
    /// <summary>Carries one call.</summary>
    /// <param name="path">The call as <c>/service/name</c>.</param>
    /// <param name="request">The message to send.</param>
    /// <param name="deadline">What the server is told; the token ends the wait on this side.</param>
    /// <param name="cancellationToken">Ends the call on both sides.</param>
    /// <exception cref="GrpcException">The call did not end with OK; without method and address.</exception>
    Task<TResponse> CallAsync<TResponse>(string path, IMessage request, TimeSpan? deadline, CancellationToken cancellationToken)
        where TResponse : IMessage<TResponse>, new();
}
