using Pulumi;
using Sdk.Tests.Support;

namespace Sdk.Tests.Deployments;

public sealed class EnvironmentTests
{
    [TestCase("PULUMI_MONITOR")]
    [TestCase("PULUMI_ENGINE")]
    [TestCase("PULUMI_PROJECT")]
    [TestCase("PULUMI_STACK")]
    [TestCase("PULUMI_DRY_RUN")]
    [TestCase("PULUMI_QUERY_MODE")]
    [TestCase("PULUMI_PARALLEL")]
    public void Without_the_engine_the_program_does_not_run(string variable)
    {
        using var environment = new EnvironmentScope(new FakeEngine().Variables("127.0.0.1:1"));
        environment.Set(variable, null);

        Assert.That(
            async () => await Deployment.RunAsync(() => { }),
            Throws.InvalidOperationException.With.Message.Contains("without the Pulumi engine available")
        );
    }

    [Test]
    public async Task Runs_in_one_process_do_not_see_each_other()
    {
        var (first, second) = (new FakeEngine(), new FakeEngine());

        await first.RunAsync(() => throw new RunException("first"));
        var exitCode = await second.RunAsync(() => _ = new Thing("a"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Zero);
            Assert.That(second.Errors, Is.Empty);
            Assert.That(() => Deployment.Instance, Throws.InvalidOperationException);
        }
    }

    [Test]
    public async Task Runs_at_the_same_time_keep_to_themselves()
    {
        // The environment is the process's, so the two have one engine; what they may not share is the deployment.
        var engine = new FakeEngine();
        await engine.StartAsync(async () =>
        {
            var runs = await Task.WhenAll(
                Deployment.RunAsync(async () => await Task.Delay(30)),
                Deployment.RunAsync(() => _ = Fail("only this one"))
            );
            Assert.That(runs, Is.EqualTo([0, 32]));
            return 0;
        });
    }

    [Test]
    public async Task Optional_facts_have_defaults()
    {
        var (organization, isDryRun) = ("", false);
        var engine = new FakeEngine();

        await engine.RunAsync(() =>
        {
            (organization, isDryRun) = (Deployment.Instance.OrganizationName, Deployment.Instance.IsDryRun);
            Assert.That(() => Deployment.Instance.RootDirectory, Throws.InvalidOperationException);
        });

        Assert.That((organization, isDryRun), Is.EqualTo(("organization", true)));
    }

    [Test]
    public async Task Verbose_runs_send_debug_messages()
    {
        var engine = new FakeEngine();
        using var environment = new EnvironmentScope(("PULUMI_DOTNET_LOG_VERBOSE", "1"));

        await engine.RunAsync(() => _ = new Thing("a"));

        Assert.That(engine.Logged.Select(log => log.Message), Has.Some.Contains("test:index:Thing"));
    }

    private static string Fail(string message) => throw new RunException(message);
}
