using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Protocol.Tests;

/// <summary>An HTTP/2 server that answers whatever a test wants: a foreign server, or a broken one.</summary>
internal sealed class RawServer : IHttpApplication<HttpContext>, IAsyncDisposable
{
    private readonly Func<HttpContext, Task> _answer;
    private readonly KestrelServer _kestrel;

    private RawServer(Func<HttpContext, Task> answer)
    {
        _answer = answer;
        var options = new KestrelServerOptions();
        options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        _kestrel = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
    }

    public GrpcClient Client { get; private set; } = null!;

    public static async Task<RawServer> StartAsync(Func<HttpContext, Task> answer)
    {
        var server = new RawServer(answer);
        await server._kestrel.StartAsync(server, CancellationToken.None);
        server.Client = new(new Uri(server._kestrel.Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Authority);
        return server;
    }

    /// <summary>A gRPC answer of these bytes and this status, or no status at all.</summary>
    public static Task<RawServer> AnsweringAsync(byte[] body, string? status = "0", string? detail = null) =>
        StartAsync(async context =>
        {
            context.Response.ContentType = "application/grpc";
            await context.Response.Body.WriteAsync(body);
            if (status is not null)
                context.Response.AppendTrailer("grpc-status", status);
            if (detail is not null)
                context.Response.AppendTrailer("grpc-message", detail);
        });

    public async Task<GrpcException> FailureAsync() =>
        (await Assert.ThrowsAsync<GrpcException>(() => Client.CallAsync(Peers.Method, new Pulumirpc.ResourceInvokeRequest())))!;

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public Task ProcessRequestAsync(HttpContext context) => _answer(context);

    public void DisposeContext(HttpContext context, Exception? exception) { }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _kestrel.StopAsync(new CancellationToken(canceled: true));
        _kestrel.Dispose();
    }
}
