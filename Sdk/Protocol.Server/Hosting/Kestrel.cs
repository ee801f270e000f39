using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Protocol.Server.Hosting;

/// <summary>Builds the web server alone: without host, container, configuration and logging it starts in a few milliseconds.</summary>
internal static class Kestrel
{
    // A request of many MiB arrives without a round trip per window.
    private const int WindowBytes = 16 * 1024 * 1024;

    // A program registers all its resources at once; a lower limit would open more connections instead.
    private const int MaxCallsPerConnection = 100_000;

    public static KestrelServer Create()
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);

        var limits = options.Limits;
        limits.MaxRequestBodySize = null; // the size of messages is checked in their frames
        limits.MinRequestBodyDataRate = null;
        limits.MinResponseDataRate = null;
        limits.KeepAliveTimeout = Timeout.InfiniteTimeSpan;
        limits.Http2.MaxStreamsPerConnection = MaxCallsPerConnection;
        limits.Http2.InitialConnectionWindowSize = WindowBytes;
        limits.Http2.InitialStreamWindowSize = WindowBytes;

        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        return new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
    }
}
