using Google.Protobuf;
using Protocol.Server;
using Pulumirpc;

namespace Protocol.Tests;

/// <summary>Messages beyond 400 MiB. Their bytes are never touched, so they take no memory.</summary>
[TestFixture(Carrier.Http2)]
[TestFixture(Carrier.InProcess)]
public sealed class LimitTests(Carrier carrier)
{
    private static readonly ByteString TooMuch = UnsafeByteOperations.UnsafeWrap(new byte[GrpcLimits.MaxMessageBytes]);

    [Test]
    public async Task A_request_beyond_the_limit_is_not_sent()
    {
        var error = await FailureAsync(new CallbackInvokeRequest { Request = TooMuch }, new CallbackInvokeResponse());

        Assert.That(
            error.Message,
            Does.StartWith("/pulumirpc.Callbacks/Invoke at ")
                .And.EndsWith(
                    "RESOURCE_EXHAUSTED: the request has 419430406 bytes, want at most 419430400 (400 MiB); send less data in one call"
                )
        );
    }

    [Test]
    public async Task A_response_beyond_the_limit_is_not_sent()
    {
        var error = await FailureAsync(new CallbackInvokeRequest(), new CallbackInvokeResponse { Response = TooMuch });

        Assert.That(error.StatusCode, Is.EqualTo(GrpcStatusCode.ResourceExhausted));
        Assert.That(error.Detail, Does.StartWith("the response has 419430406 bytes"));
    }

    private async Task<GrpcException> FailureAsync(CallbackInvokeRequest request, CallbackInvokeResponse response)
    {
        var services = new GrpcServices().Add(CallbacksMethods.Invoke, (_, _) => Task.FromResult(response));
        await using var server =
            carrier == Carrier.Http2 ? await GrpcServer.StartAsync(services) : GrpcServer.StartInProcess(services);
        using var client = new GrpcClient(server.Address);
        return (await Assert.ThrowsAsync<GrpcException>(() => client.CallAsync(CallbacksMethods.Invoke, request)))!;
    }
}
