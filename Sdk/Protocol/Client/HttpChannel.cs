using System.Net;
using Google.Protobuf;
using Protocol.Wire;

namespace Protocol.Client;

/// <summary>Carries calls over plaintext HTTP/2.</summary>
internal sealed class HttpChannel(Uri server) : IChannel
{
    // The largest .NET allows. Answers of many MiB arrive without a round trip per 64 KiB.
    private const int WindowBytes = 16 * 1024 * 1024;

    // Room for the longest detail any server is known to send.
    private const int MaxHeadersKiB = 128;

    private readonly HttpMessageInvoker _http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = TimeSpan.FromSeconds(20),
            EnableMultipleHttp2Connections = true,
            InitialHttp2StreamWindowSize = WindowBytes,
            MaxResponseHeadersLength = MaxHeadersKiB,
            // SignalAndWaitForShutdown stays open, and its connection silent, for as long as a deployment takes.
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
            UseCookies = false,
            UseProxy = false, // the engine is on this machine
        },
        disposeHandler: true
    );

    public async Task<TResponse> CallAsync<TResponse>(
        string path,
        IMessage request,
        TimeSpan? deadline,
        CancellationToken cancellationToken
    )
        where TResponse : IMessage<TResponse>, new()
    {
        try
        {
            using var message = Message(path, request, deadline);
            using var response = await _http.SendAsync(message, cancellationToken);
            return await ReadAsync<TResponse>(response, cancellationToken);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw TransportErrors.Describe(error);
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Message(string path, IMessage request, TimeSpan? deadline)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, new Uri(server, path))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new MessageContent(request, FrameHeader.SizeOf("request", request)),
        };
        message.Headers.TryAddWithoutValidation("te", "trailers");
        message.Headers.TryAddWithoutValidation(HeaderNames.AcceptEncoding, HeaderNames.Identity);
        if (deadline is { } time)
            message.Headers.TryAddWithoutValidation(HeaderNames.Timeout, TimeoutText.Format(time));
        return message;
    }

    private static async Task<TResponse> ReadAsync<TResponse>(HttpResponseMessage response, CancellationToken cancellationToken)
        where TResponse : IMessage<TResponse>, new()
    {
        if (ResponseStatus.NotGrpc(response) is { } refusal)
            throw refusal;

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var answer = await ResponseBody.ReadAsync<TResponse>(body, cancellationToken);
        var (code, detail) =
            ResponseStatus.Read(response.TrailingHeaders)
            ?? ResponseStatus.Read(response.Headers)
            ?? (GrpcStatusCode.Unknown, $"the response ends without {HeaderNames.Status}");
        if (code != GrpcStatusCode.Ok)
            throw new GrpcException(code, detail);
        return answer ?? throw new GrpcException(GrpcStatusCode.Internal, "the server said OK and sent no response message");
    }
}
