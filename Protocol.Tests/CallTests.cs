using Google.Protobuf.WellKnownTypes;
using Protocol.Server;
using Pulumirpc;

namespace Protocol.Tests;

[TestFixture(Carrier.Http2)]
[TestFixture(Carrier.InProcess)]
public sealed class CallTests(Carrier carrier)
{
    [Test]
    public async Task A_request_reaches_the_handler_and_its_response_comes_back()
    {
        await using var peers = await Peers.EchoAsync(carrier);
        var args = new Struct { Fields = { ["name"] = Value.ForString("日本 %") } };

        var response = await peers.CallAsync(new ResourceInvokeRequest { Tok = "t", Args = args });

        Assert.That(response.Return, Is.EqualTo(args));
    }

    [Test]
    public async Task An_empty_message_is_a_message()
    {
        await using var peers = await Peers.StartAsync(carrier, (_, _) => Task.FromResult(new ResourceInvokeResponse()));

        Assert.That(await peers.CallAsync(), Is.EqualTo(new ResourceInvokeResponse()));
    }

    [Test]
    public async Task Each_method_has_its_own_handler()
    {
        var services = new GrpcServices()
            .Add(EngineMethods.GetRootResource, (_, _) => Task.FromResult(new GetRootResourceResponse { Urn = "root" }))
            .Add(ResourceMonitorMethods.SupportsFeature, (q, _) => Task.FromResult(Supports(q.Id == "secrets")));
        await using var server = await StartAsync(services);
        using var client = new GrpcClient(server.Address);

        var root = await client.CallAsync(EngineMethods.GetRootResource, new GetRootResourceRequest());
        var known = await client.CallAsync(ResourceMonitorMethods.SupportsFeature, new SupportsFeatureRequest { Id = "secrets" });
        var other = await client.CallAsync(ResourceMonitorMethods.SupportsFeature, new SupportsFeatureRequest { Id = "x" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(root.Urn, Is.EqualTo("root"));
            Assert.That(known.HasSupport, Is.True);
            Assert.That(other.HasSupport, Is.False);
        }
    }

    // 4096 bytes with its frame header: the buffer the client starts with, which the trailers must still come after.
    [TestCase(4090)]
    [TestCase(4091)]
    [TestCase(4092)]
    public async Task A_response_that_just_fills_a_buffer_is_complete(int bytes)
    {
        var response = new GetRootResourceResponse { Urn = new string('u', bytes - 3) };
        var services = new GrpcServices().Add(EngineMethods.GetRootResource, (_, _) => Task.FromResult(response));
        await using var server = await StartAsync(services);
        using var client = new GrpcClient(server.Address);

        var received = await client.CallAsync(EngineMethods.GetRootResource, new GetRootResourceRequest());

        Assert.That(received.CalculateSize(), Is.EqualTo(bytes));
    }

    [Test]
    public async Task A_message_of_20_MiB_passes_both_ways()
    {
        await using var peers = await Peers.EchoAsync(carrier);
        var text = new string('x', 20 * 1024 * 1024);

        var response = await peers.CallAsync(Invoke("text", Value.ForString(text)));

        Assert.That(response.Return.Fields["text"].StringValue, Has.Length.EqualTo(text.Length));
    }

    [Test]
    public async Task Two_thousand_calls_run_at_once()
    {
        const int calls = 2_000;
        var arrived = 0;
        var everybodyIsHere = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var peers = await Peers.StartAsync(
            carrier,
            async (request, _) =>
            {
                if (Interlocked.Increment(ref arrived) == calls)
                    everybodyIsHere.SetResult();
                await everybodyIsHere.Task;
                return new ResourceInvokeResponse { Return = request.Args };
            }
        );

        var running = Enumerable.Range(0, calls).Select(n => peers.CallAsync(Invoke("n", Value.ForNumber(n)))).ToList();
        var responses = await Task.WhenAll(running).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.That(responses.Select(r => r.Return.Fields["n"].NumberValue), Is.EqualTo(Enumerable.Range(0, calls)));
    }

    [Test]
    public async Task What_flows_with_the_caller_does_not_reach_the_handler()
    {
        var flowing = new AsyncLocal<string?> { Value = "the caller's" };
        string? seen = "nothing yet";
        await using var peers = await Peers.StartAsync(
            carrier,
            (_, _) =>
            {
                seen = flowing.Value;
                return Task.FromResult(new ResourceInvokeResponse());
            }
        );

        await peers.CallAsync();

        Assert.That(seen, Is.Null);
    }

    [Test]
    public async Task The_handler_gets_a_copy_of_the_request()
    {
        ResourceInvokeRequest? seen = null;
        await using var peers = await Peers.StartAsync(
            carrier,
            (request, _) =>
            {
                seen = request;
                return Task.FromResult(new ResourceInvokeResponse());
            }
        );
        var sent = Invoke("a", Value.ForBool(true));

        await peers.CallAsync(sent);

        Assert.That(seen, Is.EqualTo(sent).And.Not.SameAs(sent));
    }

    [Test]
    public async Task A_method_added_after_the_start_is_not_known()
    {
        var services = new GrpcServices();
        await using var server = await StartAsync(services);
        using var client = new GrpcClient(server.Address);
        services.Add(EngineMethods.Log, (_, _) => Task.FromResult(new Empty()));

        var error = await Assert.ThrowsAsync<GrpcException>(() => client.CallAsync(EngineMethods.Log, new LogRequest()));

        Assert.That(error!.StatusCode, Is.EqualTo(GrpcStatusCode.Unimplemented));
    }

    private async Task<GrpcServer> StartAsync(GrpcServices services) =>
        carrier == Carrier.Http2 ? await GrpcServer.StartAsync(services) : GrpcServer.StartInProcess(services);

    private static ResourceInvokeRequest Invoke(string name, Value value) =>
        new()
        {
            Tok = "t",
            Args = new Struct { Fields = { [name] = value } },
        };

    private static SupportsFeatureResponse Supports(bool yes) => new() { HasSupport = yes };
}
