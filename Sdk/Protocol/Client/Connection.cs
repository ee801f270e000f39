namespace Protocol.Client;

/// <summary>Builds the HTTP/2 transport of a client.</summary>
internal static class Connection
{
    // The largest .NET allows. Answers of many MiB arrive without a round trip per 64 KiB.
    private const int WindowBytes = 16 * 1024 * 1024;

    // Room for the longest detail any server is known to send.
    private const int MaxHeadersKiB = 128;

    public static HttpMessageInvoker Create() =>
        new(
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
}
