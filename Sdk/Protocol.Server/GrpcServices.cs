using Google.Protobuf;
using Protocol.Server.Calls;

namespace Protocol.Server;

/// <summary>The methods a <see cref="GrpcServer"/> answers; every other one is UNIMPLEMENTED.</summary>
public sealed class GrpcServices
{
    private readonly Dictionary<string, Call> _calls = new(StringComparer.Ordinal);

    /// <summary>Adds a method.</summary>
    /// <param name="method">What callers call; each method once.</param>
    /// <param name="handler">
    /// Answers one call; many run at once. Its token ends when the caller gives up, the deadline passes or the server stops.
    /// A <see cref="GrpcException"/> chooses the caller's status and detail; of another exception the caller gets the message.
    /// </param>
    /// <returns>This instance.</returns>
    public GrpcServices Add<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method,
        Func<TRequest, CancellationToken, Task<TResponse>> handler
    )
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage<TResponse>, new()
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(handler);
        if (!_calls.TryAdd(method.Path, new UnaryCall<TRequest, TResponse>(handler)))
            throw new ArgumentException($"{method.Path} has a handler already, want one handler a method", nameof(method));
        return this;
    }

    /// <summary>What a server keeps: later additions do not reach a server that runs.</summary>
    internal Dispatcher Dispatch(CancellationToken stopping) =>
        new(new Dictionary<string, Call>(_calls, StringComparer.Ordinal), stopping);
}
