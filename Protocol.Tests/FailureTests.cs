using Google.Protobuf.WellKnownTypes;
using Protocol.Server;
using Pulumirpc;

namespace Protocol.Tests;

[TestFixture(Carrier.Http2)]
[TestFixture(Carrier.InProcess)]
public sealed class FailureTests(Carrier carrier)
{
    private const string Path = "/pulumirpc.ResourceMonitor/Invoke";

    [TestCase(GrpcStatusCode.NotFound, "no such zone")]
    [TestCase(GrpcStatusCode.InvalidArgument, "two lines\nof 100 %, 日本, tab\t and %41")]
    [TestCase(GrpcStatusCode.Unauthenticated, "")]
    [TestCase((GrpcStatusCode)77, "a status of the future")]
    public async Task A_handler_chooses_status_and_detail(GrpcStatusCode status, string detail)
    {
        await using var peers = await Throwing(new GrpcException(status, detail));

        var error = await peers.FailureAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.StatusCode, Is.EqualTo(status));
            Assert.That(error.Detail, Is.EqualTo(detail));
        }
    }

    [Test]
    public async Task A_failure_names_call_address_status_and_detail()
    {
        await using var peers = await Throwing(new GrpcException(GrpcStatusCode.NotFound, "no such zone"));

        var error = await peers.FailureAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Message, Is.EqualTo($"{Path} at {peers.Server.Address}: NOT_FOUND: no such zone"));
            Assert.That(error.Method, Is.EqualTo(Path));
            Assert.That(error.Address, Is.EqualTo(peers.Server.Address));
        }
    }

    [Test]
    public async Task Of_another_exception_only_the_message_arrives()
    {
        await using var peers = await Throwing(new InvalidOperationException("the table is gone"));

        var error = await peers.FailureAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.StatusCode, Is.EqualTo(GrpcStatusCode.Unknown));
            Assert.That(error.Detail, Is.EqualTo("the table is gone"));
        }
    }

    [Test]
    public async Task A_handler_that_fails_before_its_first_wait_is_no_different()
    {
        await using var peers = await Peers.StartAsync(carrier, (_, _) => throw new InvalidOperationException("at once"));

        Assert.That((await peers.FailureAsync()).Detail, Is.EqualTo("at once"));
    }

    [Test]
    public async Task A_handler_that_returns_null_is_an_internal_error()
    {
        await using var peers = await Peers.StartAsync(carrier, (_, _) => Task.FromResult<ResourceInvokeResponse>(null!));

        var error = await peers.FailureAsync();

        Assert.That(error.Message, Does.Contain("INTERNAL: the handler returned no response message"));
    }

    [Test]
    public async Task A_handler_that_gives_up_by_itself_is_CANCELLED()
    {
        await using var peers = await Throwing(new OperationCanceledException("lost interest"));

        Assert.That((await peers.FailureAsync()).StatusCode, Is.EqualTo(GrpcStatusCode.Cancelled));
    }

    [Test]
    public async Task A_method_nobody_handles_is_UNIMPLEMENTED()
    {
        await using var peers = await Peers.EchoAsync(carrier);

        var error = (await Assert.ThrowsAsync<GrpcException>(() => peers.Client.CallAsync(EngineMethods.Log, new LogRequest())))!;

        Assert.That(error.Message, Does.EndWith("UNIMPLEMENTED: this server has no method /pulumirpc.Engine/Log"));
    }

    [Test]
    public async Task A_failed_call_leaves_the_next_one_alone()
    {
        var calls = 0;
        await using var peers = await Peers.StartAsync(
            carrier,
            (_, _) => calls++ == 0 ? throw new InvalidOperationException("once") : Task.FromResult(new ResourceInvokeResponse())
        );
        await peers.FailureAsync();

        Assert.That(await peers.CallAsync(), Is.Not.Null);
    }

    [Test]
    public async Task A_value_nested_too_deep_is_refused_with_the_reason()
    {
        await using var peers = await Peers.EchoAsync(carrier);

        var error = await peers.FailureAsync(new ResourceInvokeRequest { Args = Nested(40) });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.StatusCode, Is.EqualTo(GrpcStatusCode.InvalidArgument));
            Assert.That(error.Message, Does.StartWith(Path).And.Contain("the request nests deeper than the 100 levels"));
        }
    }

    [Test]
    public async Task A_value_nested_thirty_objects_deep_passes()
    {
        await using var peers = await Peers.EchoAsync(carrier);
        var args = Nested(30);

        Assert.That((await peers.CallAsync(new ResourceInvokeRequest { Args = args })).Return, Is.EqualTo(args));
    }

    [Test]
    public async Task A_response_nested_too_deep_is_refused_by_the_client()
    {
        await using var peers = await Peers.StartAsync(
            carrier,
            (_, _) => Task.FromResult(new ResourceInvokeResponse { Return = Nested(40) })
        );

        Assert.That((await peers.FailureAsync()).Detail, Does.StartWith("the response nests deeper"));
    }

    [Test]
    public async Task A_detail_too_long_for_a_header_is_cut()
    {
        await using var peers = await Throwing(new GrpcException(GrpcStatusCode.Aborted, new string('日', 100_000)));

        var error = await peers.FailureAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.StatusCode, Is.EqualTo(GrpcStatusCode.Aborted));
            Assert.That(error.Detail, Does.StartWith("日日日").And.Contain("日"));
            Assert.That(error.Detail, carrier == Carrier.Http2 ? Does.EndWith("日 ... (cut)") : Has.Length.EqualTo(100_000));
        }
    }

    private Task<Peers> Throwing(Exception error) =>
        Peers.StartAsync(carrier, (_, _) => Task.FromException<ResourceInvokeResponse>(error));

    private static Struct Nested(int objects)
    {
        var value = Value.ForBool(true);
        for (var i = 1; i < objects; i++)
            value = Value.ForStruct(new Struct { Fields = { ["in"] = value } });
        return new Struct { Fields = { ["in"] = value } };
    }
}
