using Google.Protobuf;
using Protocol.Client;
using Protocol.InProcess;

namespace Protocol;

/// <summary>
/// Calls unary gRPC methods of one server, over plaintext HTTP/2 or, when the address is that of a server inside this process,
/// without a socket. Safe for many calls at once; one client per server is enough, it connects with the first call.
/// </summary>
public sealed class GrpcClient : IDisposable
{
    private readonly IChannel _channel;

    /// <summary>Prepares calls to a server; nothing is sent yet.</summary>
    /// <param name="address"><c>host:port</c>, an IPv6 host in brackets; a scheme or a path is refused.</param>
    public GrpcClient(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        Address = address;
        IsInProcess = InProcessServers.IsAddress(address);
        _channel = IsInProcess ? new InProcessChannel(address) : new HttpChannel(ServerAddress.Parse(address));
    }

    /// <summary>The server as <c>host:port</c>.</summary>
    public string Address { get; }

    /// <summary>Whether the server lives in this process, so that a server it is to call back may do so as well.</summary>
    public bool IsInProcess { get; }

    /// <summary>Sends a request and waits for its response.</summary>
    /// <param name="method">What to call.</param>
    /// <param name="request">The message to send; must not change until the call ends.</param>
    /// <param name="deadline">The time the whole call may take, told to the server too. Default: the call waits for ever.</param>
    /// <param name="cancellationToken">Ends the call on both sides.</param>
    /// <exception cref="GrpcException">The call did not end with OK; the deadline passing is one such case.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<TResponse> CallAsync<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method,
        TRequest request,
        TimeSpan? deadline = null,
        CancellationToken cancellationToken = default
    )
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage<TResponse>, new()
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        if (deadline <= TimeSpan.Zero)
            throw Failure(method.Path, GrpcStatusCode.DeadlineExceeded, "no time was left when the call began");

        using var limit = new Deadline(deadline, cancellationToken);
        try
        {
            return await _channel.CallAsync<TResponse>(method.Path, request, deadline, limit.Token);
        }
        catch (Exception error)
            when (cancellationToken.IsCancellationRequested && error is GrpcException or OperationCanceledException)
        {
            throw new OperationCanceledException($"{method.Path} at {Address} was cancelled by its caller.", cancellationToken);
        }
        catch (Exception error) when (limit.Passed && error is GrpcException or OperationCanceledException)
        {
            throw Failure(method.Path, GrpcStatusCode.DeadlineExceeded, $"no answer within {deadline}", error);
        }
        catch (GrpcException error)
        {
            throw Failure(method.Path, error.StatusCode, error.Detail, error.InnerException);
        }
    }

    /// <summary>Refuses new calls; those under way still end by themselves, and their connection closes after the last.</summary>
    public void Dispose() => _channel.Dispose();

    private GrpcException Failure(string method, GrpcStatusCode code, string detail, Exception? cause = null) =>
        new(code, detail, method, Address, cause);
}
