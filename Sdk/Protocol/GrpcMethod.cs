using Google.Protobuf;

namespace Protocol;

/// <summary>One unary method of a gRPC service: its path and how to read its two messages.</summary>
/// <typeparam name="TRequest">The message the client sends.</typeparam>
/// <typeparam name="TResponse">The message the server answers.</typeparam>
/// <param name="Service">Full service name, for example <c>pulumirpc.Engine</c>.</param>
/// <param name="Name">Method name within the service, for example <c>Log</c>.</param>
/// <param name="RequestParser">Reads the request on the server.</param>
/// <param name="ResponseParser">Reads the response on the client.</param>
public sealed record GrpcMethod<TRequest, TResponse>(
    string Service,
    string Name,
    MessageParser<TRequest> RequestParser,
    MessageParser<TResponse> ResponseParser
)
    where TRequest : IMessage<TRequest>
    where TResponse : IMessage<TResponse>
{
    /// <summary>The HTTP/2 path of the call.</summary>
    public string Path { get; } = $"/{Service}/{Name}";
}
