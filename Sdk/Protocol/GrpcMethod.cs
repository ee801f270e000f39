using Google.Protobuf;

namespace Protocol;

/// <summary>
/// One unary method of a gRPC service: its name and the types of its two messages. Making one loads no message class, so a table
/// of many methods costs nothing until one is called.
/// </summary>
/// <typeparam name="TRequest">The message the client sends.</typeparam>
/// <typeparam name="TResponse">The message the server answers.</typeparam>
/// <param name="Service">Full service name, for example <c>pulumirpc.Engine</c>.</param>
/// <param name="Name">Method name within the service, for example <c>Log</c>.</param>
public sealed record GrpcMethod<TRequest, TResponse>(string Service, string Name)
    where TRequest : IMessage<TRequest>, new()
    where TResponse : IMessage<TResponse>, new()
{
    /// <summary>The HTTP/2 path of the call.</summary>
    public string Path { get; } = $"/{Service}/{Name}";
}
