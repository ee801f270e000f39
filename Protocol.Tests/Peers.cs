using Google.Protobuf.WellKnownTypes;
using Protocol.Server;
using Pulumirpc;

namespace Protocol.Tests;

/// <summary>A server with one handler and a client of it.</summary>
internal sealed class Peers(GrpcServer server) : IAsyncDisposable
{
    public static readonly GrpcMethod<ResourceInvokeRequest, ResourceInvokeResponse> Method = ResourceMonitorMethods.Invoke;

    public GrpcServer Server { get; } = server;

    public GrpcClient Client { get; } = new(server.Address);

    public static async Task<Peers> StartAsync(
        Func<ResourceInvokeRequest, CancellationToken, Task<ResourceInvokeResponse>> handler
    ) => new(await GrpcServer.StartAsync(new GrpcServices().Add(Method, handler)));

    /// <summary>Answers with the arguments of the request.</summary>
    public static Task<Peers> EchoAsync() =>
        StartAsync((request, _) => Task.FromResult(new ResourceInvokeResponse { Return = request.Args ?? new Struct() }));

    public Task<ResourceInvokeResponse> CallAsync(
        ResourceInvokeRequest? request = null,
        TimeSpan? deadline = null,
        CancellationToken token = default
    ) => Client.CallAsync(Method, request ?? new ResourceInvokeRequest(), deadline, token);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
