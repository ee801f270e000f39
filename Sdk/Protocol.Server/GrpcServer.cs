using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Protocol.Server.Hosting;

namespace Protocol.Server;

/// <summary>Answers unary gRPC calls on a free loopback port, plaintext HTTP/2, until it is disposed.</summary>
public sealed class GrpcServer : IAsyncDisposable
{
    // Only a connection that does not read holds this up: running calls are answered at once.
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(2);

    private readonly KestrelServer _kestrel;
    private readonly CancellationTokenSource _stopping;
    private int _disposed;

    private GrpcServer(KestrelServer kestrel, CancellationTokenSource stopping, string address)
    {
        _kestrel = kestrel;
        _stopping = stopping;
        Address = address;
    }

    /// <summary>Where it listens: <c>127.0.0.1:port</c>.</summary>
    public string Address { get; }

    /// <summary>Starts a server; it listens when the task ends.</summary>
    /// <param name="services">The methods it answers; methods added later are not seen.</param>
    /// <param name="cancellationToken">Gives up starting; does not stop a server that runs.</param>
    public static async Task<GrpcServer> StartAsync(GrpcServices services, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(services);
        var stopping = new CancellationTokenSource();
        var kestrel = Kestrel.Create();
        try
        {
            await kestrel.StartAsync(new GrpcApplication(services.Snapshot(), stopping.Token), cancellationToken);
            var address = kestrel.Features.Get<IServerAddressesFeature>()!.Addresses.Single();
            return new GrpcServer(kestrel, stopping, new Uri(address).Authority);
        }
        catch
        {
            kestrel.Dispose();
            stopping.Dispose();
            throw;
        }
    }

    /// <summary>Stops: running calls end with UNAVAILABLE, new ones are refused. A second call does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
            return;

        await _stopping.CancelAsync();
        using var patience = new CancellationTokenSource(LongestStop);
        await _kestrel.StopAsync(patience.Token);
        _kestrel.Dispose();
        _stopping.Dispose();
    }
}
