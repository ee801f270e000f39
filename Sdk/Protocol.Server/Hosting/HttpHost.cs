using System.Net;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Protocol.Server.Calls;

namespace Protocol.Server.Hosting;

/// <summary>Kestrel alone: without generic host, container, configuration and logging, which cost more than the server itself.</summary>
internal sealed class HttpHost : IHost
{
    // A request of many MiB arrives without a round trip per window.
    private const int WindowBytes = 16 * 1024 * 1024;

    // A program registers all its resources at once; a lower limit would open more connections instead.
    private const int MaxCallsPerConnection = 100_000;

    // A program may think for as long as it wants between two calls.
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(30);

    private readonly KestrelServer _kestrel;

    private HttpHost(KestrelServer kestrel)
    {
        _kestrel = kestrel;
        Address = new Uri(kestrel.Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Authority;
    }

    /// <inheritdoc />
    public string Address { get; }

    /// <summary>Listens on a free loopback port.</summary>
    public static async Task<HttpHost> StartAsync(Dispatcher dispatcher, CancellationToken cancellationToken)
    {
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var kestrel = new KestrelServer(Options.Create(Settings()), transport, NullLoggerFactory.Instance);
        try
        {
            await kestrel.StartAsync(new GrpcApplication(dispatcher), cancellationToken);
            return new HttpHost(kestrel);
        }
        catch
        {
            kestrel.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => _kestrel.StopAsync(cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _kestrel.Dispose();

    private static KestrelServerOptions Settings()
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);

        var limits = options.Limits;
        limits.MaxRequestBodySize = null; // the size of messages is checked in their frames
        limits.MinRequestBodyDataRate = null;
        limits.MinResponseDataRate = null;
        // Not infinite: Kestrel adds the time to its clock, the sum overflows, and an idle connection is closed within a second.
        limits.KeepAliveTimeout = LongestPause;
        limits.Http2.MaxStreamsPerConnection = MaxCallsPerConnection;
        limits.Http2.InitialConnectionWindowSize = WindowBytes;
        limits.Http2.InitialStreamWindowSize = WindowBytes;
        return options;
    }
}
