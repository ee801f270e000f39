using System.Diagnostics;
using Pulumirpc;

namespace Protocol.Tests;

[TestFixture(Carrier.Http2)]
[TestFixture(Carrier.InProcess)]
public sealed class CancellationTests(Carrier carrier)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Test]
    public async Task A_caller_that_gives_up_ends_the_handlers_token()
    {
        var arrived = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        await using var peers = await Peers.StartAsync(
            carrier,
            async (_, token) =>
            {
                token.Register(ended.SetResult);
                arrived.SetResult();
                await Task.Delay(Timeout.Infinite, token);
                return new ResourceInvokeResponse();
            }
        );
        using var caller = new CancellationTokenSource();
        var call = peers.CallAsync(token: caller.Token);
        await arrived.Task.WaitAsync(Patience);

        await caller.CancelAsync();

        var error = (await Assert.CatchAsync<OperationCanceledException>(() => call))!;
        Assert.That(error.CancellationToken, Is.EqualTo(caller.Token));
        await ended.Task.WaitAsync(Patience);
    }

    [Test]
    public async Task A_token_that_has_ended_already_sends_nothing()
    {
        var calls = 0;
        await using var peers = await Peers.StartAsync(
            carrier,
            (_, _) =>
            {
                calls++;
                return Task.FromResult(new ResourceInvokeResponse());
            }
        );

        await Assert.CatchAsync<OperationCanceledException>(() => peers.CallAsync(token: new CancellationToken(canceled: true)));
        await peers.CallAsync();

        Assert.That(calls, Is.EqualTo(1));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_deadline_ends_the_call_whether_or_not_the_handler_heeds_it(bool heedsToken)
    {
        await using var peers = await Peers.HangingAsync(carrier, heedsToken);
        var watch = Stopwatch.StartNew();

        var error = await peers.FailureAsync(deadline: Soon);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.StatusCode, Is.EqualTo(GrpcStatusCode.DeadlineExceeded));
            Assert.That(watch.Elapsed, Is.GreaterThan(Soon * 0.8).And.LessThan(Patience));
        }
    }

    [Test]
    public async Task The_deadline_reaches_the_handler_as_its_token()
    {
        var ended = new TaskCompletionSource();
        await using var peers = await Peers.StartAsync(
            carrier,
            async (_, token) =>
            {
                token.Register(ended.SetResult);
                await Task.Delay(Timeout.Infinite, token);
                return new ResourceInvokeResponse();
            }
        );

        await peers.FailureAsync(deadline: Soon);

        await ended.Task.WaitAsync(Patience);
    }

    [Test]
    public async Task No_time_at_all_fails_without_calling()
    {
        await using var peers = await Peers.HangingAsync(carrier);

        var error = await peers.FailureAsync(deadline: TimeSpan.Zero);

        Assert.That(
            (error.StatusCode, error.Detail),
            Is.EqualTo((GrpcStatusCode.DeadlineExceeded, "no time was left when the call began"))
        );
    }

    [Test]
    public async Task A_long_deadline_does_not_disturb_a_quick_call()
    {
        await using var peers = await Peers.EchoAsync(carrier);

        Assert.That(await peers.CallAsync(deadline: TimeSpan.MaxValue), Is.Not.Null);
    }

    [Test]
    public async Task Stopping_the_server_ends_calls_that_hang_as_UNAVAILABLE([Values] bool heedsToken)
    {
        const int calls = 20;
        using var arrived = new CountdownEvent(calls);
        await using var peers = await Peers.StartAsync(
            carrier,
            async (_, token) =>
            {
                arrived.Signal();
                await Task.Delay(Timeout.Infinite, heedsToken ? token : CancellationToken.None);
                return new ResourceInvokeResponse();
            }
        );
        var failures = Enumerable.Range(0, calls).Select(_ => peers.FailureAsync()).ToList();
        Assert.That(arrived.Wait(Patience), Is.True);

        await peers.Server.DisposeAsync();

        foreach (var error in await Task.WhenAll(failures))
            Assert.That((error.StatusCode, error.Detail), Is.EqualTo((GrpcStatusCode.Unavailable, "the server is stopping")));
    }

    [Test]
    public async Task A_call_to_a_server_that_has_stopped_is_UNAVAILABLE()
    {
        await using var peers = await Peers.EchoAsync(carrier);
        await peers.CallAsync();

        await peers.Server.DisposeAsync();
        await peers.Server.DisposeAsync();

        var error = await peers.FailureAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.StatusCode, Is.EqualTo(GrpcStatusCode.Unavailable));
            Assert.That(error.Message, Does.StartWith($"/pulumirpc.ResourceMonitor/Invoke at {peers.Server.Address}: "));
        }
    }

    [Test]
    public async Task A_client_that_was_disposed_says_so()
    {
        await using var peers = await Peers.EchoAsync(carrier);
        peers.Client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => peers.CallAsync());
    }

    [Test]
    public async Task A_client_that_is_disposed_lets_its_running_calls_end()
    {
        var arrived = new TaskCompletionSource();
        var answer = new TaskCompletionSource<ResourceInvokeResponse>();
        await using var peers = await Peers.StartAsync(
            carrier,
            (_, _) =>
            {
                arrived.SetResult();
                return answer.Task;
            }
        );
        var call = peers.CallAsync();
        await arrived.Task.WaitAsync(Patience);

        peers.Client.Dispose();
        answer.SetResult(new ResourceInvokeResponse());

        Assert.That(await call.WaitAsync(Patience), Is.Not.Null);
    }
}
