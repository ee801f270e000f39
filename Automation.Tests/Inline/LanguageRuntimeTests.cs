using Protocol;
using Pulumi.Automation;
using Pulumi.Automation.Inline;
using Pulumirpc;

namespace Automation.Tests.Inline;

/// <summary>What a program of this process answers besides being run.</summary>
public sealed class LanguageRuntimeTests
{
    [Test]
    public async Task A_run_without_an_engine_is_refused_and_what_is_not_served_is_unimplemented()
    {
        await using var inline = await InlineProgram.StartAsync(PulumiFn.Create(() => { }), null, default);
        using var client = new GrpcClient(inline.Address);
        var packages = new GrpcMethod<GetRequiredPluginsRequest, GetRequiredPluginsResponse>(
            "pulumirpc.LanguageRuntime",
            "GetRequiredPackages"
        );

        var refusal = await Assert.ThrowsAsync<GrpcException>(() =>
            client.CallAsync(
                LanguageRuntimeMethods.Run,
                new RunRequest
                {
                    Project = "shop",
                    Stack = "dev",
                    MonitorAddress = "m",
                }
            )
        );
        var unknown = await Assert.ThrowsAsync<GrpcException>(() => client.CallAsync(packages, new GetRequiredPluginsRequest()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(inline.Address, Does.StartWith("127.0.0.1:"));
            Assert.That(
                refusal!.Detail,
                Is.EqualTo("got engine '', monitor 'm', project 'shop' and stack 'dev', want none of them empty")
            );
            Assert.That(unknown!.StatusCode, Is.EqualTo(GrpcStatusCode.Unimplemented));
        }
    }

    [Test]
    public async Task A_run_that_was_cancelled_before_it_began_is_an_empty_answer()
    {
        using var cancelled = new CancellationTokenSource();
        var runs = 0;
        await using var inline = await InlineProgram.StartAsync(
            PulumiFn.Create(() =>
            {
                runs++;
            }),
            null,
            cancelled.Token
        );
        await cancelled.CancelAsync();
        using var client = new GrpcClient(inline.Address);

        var answer = await client.CallAsync(LanguageRuntimeMethods.Run, new RunRequest());

        Assert.That((answer.Bail, answer.Error, runs), Is.EqualTo((false, "", 0)));
    }
}
