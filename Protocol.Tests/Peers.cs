using Google.Protobuf.WellKnownTypes;
using Protocol.Server;
using Pulumirpc;

namespace Protocol.Tests;

/// <summary>How client and server of a test reach each other; every behaviour is the same on both.</summary>
public enum Carrier
{
    Http2,
    InProcess,
}

/// <summary>A server with one handler and a client of it.</summary>
internal sealed class Peers(GrpcServer server) : IAsyncDisposable
{
    public static readonly GrpcMethod<ResourceInvokeRequest, ResourceInvokeResponse> Method = ResourceMonitorMethods.Invoke;

    /// <summary>A call that hangs fails its test instead of the run.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public GrpcServer Server { get; } = server;

    public GrpcClient Client { get; } = new(server.Address);

    public static async Task<Peers> StartAsync(
        Carrier carrier,
        Func<ResourceInvokeRequest, CancellationToken, Task<ResourceInvokeResponse>> handler
    )
    {
        var services = new GrpcServices().Add(Method, handler);
        return new(carrier == Carrier.Http2 ? await GrpcServer.StartAsync(services) : GrpcServer.StartInProcess(services));
    }

    /// <summary>Answers with the arguments of the request.</summary>
    public static Task<Peers> EchoAsync(Carrier carrier) =>
        StartAsync(
            carrier,
            (request, _) => Task.FromResult(new ResourceInvokeResponse { Return = request.Args ?? new Struct() })
        );

    /// <summary>Never answers; looks at its token only when told to.</summary>
    public static Task<Peers> HangingAsync(Carrier carrier, bool heedsToken = true) =>
        StartAsync(
            carrier,
            async (_, token) =>
            {
                await Task.Delay(Timeout.Infinite, heedsToken ? token : CancellationToken.None);
                return new ResourceInvokeResponse();
            }
        );

    public Task<ResourceInvokeResponse> CallAsync(
        ResourceInvokeRequest? request = null,
        TimeSpan? deadline = null,
        CancellationToken token = default
    ) =>
        Client
            .CallAsync(Method, request ?? new ResourceInvokeRequest(), deadline, token)
            .WaitAsync(Patience, CancellationToken.None);

    /// <summary>The failure of a call that must not succeed.</summary>
    public async Task<GrpcException> FailureAsync(ResourceInvokeRequest? request = null, TimeSpan? deadline = null) =>
        (await Assert.ThrowsAsync<GrpcException>(() => CallAsync(request, deadline)))!;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
