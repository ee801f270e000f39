using Protocol.Server.Calls;
using Protocol.Server.Hosting;

namespace Protocol.Server;

/// <summary>Answers unary gRPC calls until it is disposed.</summary>
public sealed class GrpcServer : IAsyncDisposable
{
    // Only a connection whose other end does not read holds this up: running calls are answered at once.
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(2);

    private readonly IHost _host;
    private readonly CancellationTokenSource _stopping;
    private int _disposed;

    private GrpcServer(IHost host, CancellationTokenSource stopping)
    {
        _host = host;
        _stopping = stopping;
    }

    /// <summary>What a <see cref="GrpcClient"/> is given: <c>127.0.0.1:port</c>, or a name that only this process understands.</summary>
    public string Address => _host.Address;

    /// <summary>Starts a server on a free loopback port, plaintext HTTP/2; it listens when the task ends.</summary>
    /// <param name="services">The methods it answers; methods added later are not seen.</param>
    /// <param name="cancellationToken">Gives up starting; does not stop a server that runs.</param>
    public static async Task<GrpcServer> StartAsync(GrpcServices services, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(services);
        var stopping = new CancellationTokenSource();
        try
        {
            return new GrpcServer(await HttpHost.StartAsync(services.Dispatch(stopping.Token), cancellationToken), stopping);
        }
        catch
        {
            stopping.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Starts a server that only clients of this process reach. Calls behave as over HTTP/2, messages are copied byte by byte
    /// and failures are statuses, but there is no socket: it starts at once and a call takes a few microseconds.
    /// </summary>
    /// <param name="services">The methods it answers; methods added later are not seen.</param>
    public static GrpcServer StartInProcess(GrpcServices services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var stopping = new CancellationTokenSource();
        return new GrpcServer(new InProcessHost(services.Dispatch(stopping.Token)), stopping);
    }

    /// <summary>Stops: running calls end with UNAVAILABLE, new ones are refused. A second call does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
            return;

        await _stopping.CancelAsync();
        using var patience = new CancellationTokenSource(LongestStop);
        await _host.StopAsync(patience.Token);
        _host.Dispose();
        _stopping.Dispose();
    }
}
