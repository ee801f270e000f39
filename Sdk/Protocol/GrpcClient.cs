using System.Net;
using Google.Protobuf;
using Protocol.Client;
using Protocol.Wire;

namespace Protocol;

/// <summary>
/// Calls unary gRPC methods of one server over plaintext HTTP/2. Safe for many calls at once; one client per server is enough,
/// it opens its connection with the first call.
/// </summary>
public sealed class GrpcClient : IDisposable
{
    private readonly HttpMessageInvoker _http = Connection.Create();
    private readonly Uri _server;

    /// <summary>Prepares calls to a server; nothing is sent yet.</summary>
    /// <param name="address"><c>host:port</c>, an IPv6 host in brackets; a scheme or a path is refused.</param>
    public GrpcClient(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!Uri.TryCreate("http://" + address, UriKind.Absolute, out var server) || !IsHostAndPort(server, address))
        {
            _http.Dispose();
            throw new ArgumentException(
                $"gRPC address: got '{address}', want host:port, for example 127.0.0.1:50051",
                nameof(address)
            );
        }

        _server = server;
        Address = address;
    }

    /// <summary>The server as <c>host:port</c>.</summary>
    public string Address { get; }

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
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        if (deadline <= TimeSpan.Zero)
            throw Failure(method.Path, (GrpcStatusCode.DeadlineExceeded, "no time was left when the call began"));

        using var limit = new Deadline(deadline, cancellationToken);
        try
        {
            return await SendAsync(method, request, deadline, limit.Token);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException($"{method.Path} at {Address} was cancelled by its caller.", cancellationToken);
        }
        catch (Exception error) when (limit.Passed && error is not GrpcException { StatusCode: GrpcStatusCode.DeadlineExceeded })
        {
            throw Failure(method.Path, (GrpcStatusCode.DeadlineExceeded, $"no answer within {deadline}"), error);
        }
        catch (GrpcException error)
        {
            throw Failure(method.Path, (error.StatusCode, error.Detail), error.InnerException);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw Failure(method.Path, TransportErrors.Describe(error), error);
        }
    }

    /// <summary>Closes the connections; calls that still wait fail.</summary>
    public void Dispose() => _http.Dispose();

    private async Task<TResponse> SendAsync<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method,
        TRequest request,
        TimeSpan? deadline,
        CancellationToken cancellationToken
    )
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>
    {
        using var message = Message(method.Path, request, deadline);
        using var response = await _http.SendAsync(message, cancellationToken);
        if (ResponseStatus.NotGrpc(response) is { } refusal)
            throw new GrpcException(ResponseStatus.Read(response.Headers)?.Code ?? refusal.Code, refusal.Detail);

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var answer = await ResponseBody.ReadAsync(body, method.ResponseParser, cancellationToken);
        var (code, detail) =
            ResponseStatus.Read(response.TrailingHeaders)
            ?? ResponseStatus.Read(response.Headers)
            ?? (GrpcStatusCode.Unknown, $"the response ends without {HeaderNames.Status}");
        if (code != GrpcStatusCode.Ok)
            throw new GrpcException(code, detail);
        return answer ?? throw new GrpcException(GrpcStatusCode.Internal, "the server said OK and sent no response message");
    }

    private HttpRequestMessage Message(string path, IMessage request, TimeSpan? deadline)
    {
        var size = request.CalculateSize();
        if (size > GrpcLimits.MaxMessageBytes)
            throw new GrpcException(GrpcStatusCode.ResourceExhausted, FrameHeader.TooLarge("request", size));

        var message = new HttpRequestMessage(HttpMethod.Post, new Uri(_server, path))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new MessageContent(request, size),
        };
        message.Headers.TryAddWithoutValidation("te", "trailers");
        message.Headers.TryAddWithoutValidation(HeaderNames.AcceptEncoding, HeaderNames.Identity);
        if (deadline is { } time)
            message.Headers.TryAddWithoutValidation(HeaderNames.Timeout, TimeoutText.Format(time));
        return message;
    }

    private GrpcException Failure(string method, (GrpcStatusCode Code, string Detail) status, Exception? cause = null) =>
        new(status.Code, status.Detail, method, Address, cause);

    private static bool IsHostAndPort(Uri server, string address) =>
        server is { PathAndQuery: "/", UserInfo: "", Fragment: "", Port: > 0 }
        && address.EndsWith($":{server.Port}", StringComparison.Ordinal);
}
