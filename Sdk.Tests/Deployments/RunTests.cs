using Protocol;
using Pulumi;
using Sdk.Tests.Support;

namespace Sdk.Tests.Deployments;

public sealed class RunTests
{
    [Test]
    public async Task A_program_that_ends_well_answers_0_and_waits_for_the_engine()
    {
        var engine = new FakeEngine();

        var exitCode = await engine.RunAsync(() => _ = new Thing("a"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Zero);
            Assert.That(engine.ExitCode, Is.Zero);
            Assert.That(engine.Methods.Count(method => method == "SignalAndWaitForShutdown"), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task The_stack_comes_first_and_features_are_asked_for_once()
    {
        var engine = new FakeEngine { OverHttp = true };

        await engine.RunAsync(() =>
        {
            for (var i = 0; i < 20; i++)
                _ = new Thing($"thing-{i}");
            _ = new Group("group");
        });

        var features = engine.Calls<Pulumirpc.SupportsFeatureRequest>().Select(request => request.Id);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(features, Is.EquivalentTo(["resourceReferences", "aliasSpecs"]));
            Assert.That(engine.Registered, Has.Length.EqualTo(22));
            Assert.That(engine.Registered[0].Type, Is.EqualTo("pulumi:pulumi:Stack"));
            Assert.That(engine.Registered[0].Name, Is.EqualTo("shop-dev"));
            Assert.That(engine.Registered[0].Parent, Is.Empty);
            Assert.That(engine.Methods[^1], Is.EqualTo("SignalAndWaitForShutdown"));
            Assert.That(engine.Logged, Is.Empty, "debug messages are sent only when asked for");
        }
    }

    [Test]
    public async Task Outputs_of_components_and_of_the_stack_are_registered_even_if_there_are_none()
    {
        var engine = new FakeEngine();

        await engine.RunAsync(() => _ = new Group("group"));

        var outputs = engine
            .Calls<Pulumirpc.RegisterResourceOutputsRequest>()
            .ToDictionary(o => o.Urn, o => Data.Json(o.Outputs));
        Assert.That(
            outputs,
            Is.EquivalentTo(
                new Dictionary<string, string>
                {
                    ["urn:pulumi:dev::shop::test:index:Group::group"] = """{"size":3}""",
                    ["urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev"] = "{}",
                }
            )
        );
    }

    [Test]
    public async Task What_the_program_answers_becomes_the_stacks_outputs()
    {
        var engine = new FakeEngine();

        await engine.StartAsync(() =>
            Deployment.RunAsync(() =>
                new Dictionary<string, object?>
                {
                    ["plain"] = "x",
                    ["secret"] = Output.CreateSecret("s"),
                    ["id"] = new Thing("a").Id,
                }
            )
        );

        var outputs = engine.Calls<Pulumirpc.RegisterResourceOutputsRequest>().Single().Outputs.Fields;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outputs["plain"].StringValue, Is.EqualTo("x"));
            Assert.That(outputs["secret"], Is.EqualTo(Data.Secret(Data.Text("s"))));
            Assert.That(outputs["id"].StringValue, Is.EqualTo(Data.Unknown));
        }
    }

    [Test]
    public async Task A_program_that_throws_at_once_registers_nothing_and_answers_32()
    {
        var engine = new FakeEngine { OverHttp = true };

        var exitCode = await engine.RunAsync(() =>
        {
            _ = new Thing("a");
            throw new RunException("the network is too small");
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(32));
            Assert.That(engine.ExitCode, Is.EqualTo(32), "for a Main that drops the result");
            Assert.That(engine.Errors, Is.EqualTo(["the network is too small"]));
            Assert.That(engine.Registered, Is.Empty);
            Assert.That(engine.Methods, Does.Not.Contain("SignalAndWaitForShutdown"));
        }
    }

    [Test]
    public async Task An_error_that_is_only_logged_answers_1_and_the_outputs_are_sent_all_the_same()
    {
        var engine = new FakeEngine();

        var exitCode = await engine.RunAsync(() => Log.Error("not nice"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(1));
            Assert.That(engine.Errors, Is.EqualTo(["not nice"]));
            Assert.That(engine.Methods, Does.Contain("RegisterResourceOutputs").And.Not.Contain("SignalAndWaitForShutdown"));
        }
    }

    [Test]
    public async Task A_log_that_cannot_be_sent_answers_1_and_goes_to_the_error_stream()
    {
        var engine = new FakeEngine { OnLog = _ => throw new GrpcException(GrpcStatusCode.Unavailable, "gone") };
        var (before, stream) = (Console.Error, new StringWriter());
        Console.SetError(stream);
        try
        {
            Assert.That(await engine.RunAsync(() => Log.Info("hello")), Is.EqualTo(1));
        }
        finally
        {
            Console.SetError(before);
        }

        Assert.That(stream.ToString(), Does.Contain("could not be sent").And.Contain("gone"));
    }

    [Test]
    public async Task An_engine_that_knows_no_shutdown_is_fine()
    {
        var engine = new FakeEngine { OnShutdown = () => throw new GrpcException(GrpcStatusCode.Unimplemented, "what?") };

        Assert.That(await engine.RunAsync(() => { }), Is.Zero);
    }

    [Test]
    public async Task A_failure_in_an_apply_answers_32_and_is_told_once()
    {
        var engine = new FakeEngine();

        var exitCode = await engine.RunAsync(() =>
        {
            var broken = Output.Create("x").Apply(_ => Fail("broken"));
            _ = new Thing("a", new() { Name = broken });
            _ = new Thing("b", new() { Name = broken.Apply(x => x + "!") });
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(32));
            Assert.That(engine.Errors, Is.EqualTo(["broken"]));
        }
    }

    [Test]
    public async Task Every_failure_is_told()
    {
        var engine = new FakeEngine();

        await engine.RunAsync(() =>
        {
            _ = Output.Create(Task.FromException<string>(new RunException("one")));
            _ = Output.Create(FailLaterAsync("two"));
            throw new ResourceException("three", null, hideStack: true);
        });

        Assert.That(engine.Errors, Is.EquivalentTo(["one", "two", "three"]));
    }

    [TestCase(true, "quiet")]
    [TestCase(false, "loud")]
    public async Task A_resource_exception_shows_its_stack_unless_it_hides_it(bool hideStack, string message)
    {
        var engine = new FakeEngine();

        await engine.RunAsync(() => throw new ResourceException(message, null, hideStack));

        Assert.That(engine.Errors.Single().Contains("   at "), Is.Not.EqualTo(hideStack));
    }

    [Test]
    public async Task An_exception_nobody_expected_is_told_in_full()
    {
        var engine = new FakeEngine();

        await engine.RunAsync(() => throw new InvalidOperationException("oops"));

        Assert.That(engine.Errors.Single(), Does.Contain("InvalidOperationException: oops").And.Contain("   at "));
    }

    [Test]
    public async Task Cancelled_work_is_a_failure()
    {
        var engine = new FakeEngine();

        var exitCode = await engine.RunAsync(() => _ = Output.Create(Task.FromCanceled<string>(new CancellationToken(true))));

        Assert.That(exitCode, Is.EqualTo(32));
    }

    private static string Fail(string message) => throw new RunException(message);

    private static async Task<string> FailLaterAsync(string message)
    {
        await Task.Delay(20);
        return Fail(message);
    }
}
