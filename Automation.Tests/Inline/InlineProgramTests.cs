using Engine.Planning;
using Engine.Projects;
using Engine.Values;
using Microsoft.Extensions.DependencyInjection;
using Protocol;
using Pulumi;
using Pulumi.Automation;
using Pulumi.Automation.Commands.Exceptions;
using Pulumirpc;

namespace Automation.Tests.Inline;

/// <summary>Programs of this process against this repository's engine, over the real protocol.</summary>
public sealed class InlineProgramTests
{
    [Test]
    public async Task Resources_outputs_and_the_summary_arrive()
    {
        var engine = new EngineCommand();
        using var stack = await StackAsync(
            engine,
            () =>
            {
                var bucket = new Bucket("logs", new() { Name = "shop-logs" });
                return new Dictionary<string, object?>
                {
                    ["name"] = bucket.BucketName,
                    ["count"] = 2,
                    ["token"] = Output.CreateSecret("hunter2"),
                };
            }
        );

        var preview = await stack.PreviewAsync();
        var up = await stack.UpAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                preview.ChangeSummary,
                Is.EquivalentTo(new Dictionary<OperationType, int> { [OperationType.Create] = 2 })
            );
            Assert.That(
                engine.Runs[0].Plan.Steps.Where(step => !step.Internal).Select(step => step.Urn),
                Is.EqualTo(
                    new[]
                    {
                        "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev",
                        "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::logs",
                    }
                )
            );
            Assert.That(engine.Runs[0].Plan.Steps[^1].New!.Inputs["bucket"], Is.EqualTo(new StringValue("shop-logs")));
            Assert.That((up.Outputs["name"].Value, up.Outputs["name"].IsSecret), Is.EqualTo(((object)"shop-logs", false)));
            Assert.That((up.Outputs["count"].Value, up.Outputs["count"].IsSecret), Is.EqualTo(((object)2L, false)));
            Assert.That(up.Outputs["token"].IsSecret, Is.True);
            Assert.That((engine.Program!.RuntimeVersion, engine.Program.Plugins), Is.EqualTo(("1.0.0", 0)));
            Assert.That((engine.Program.Answer!.Bail, engine.Program.Answer.Error), Is.EqualTo((false, "")));
        }
    }

    [Test]
    public async Task The_program_sees_its_stack_its_settings_and_whether_it_is_a_preview()
    {
        var engine = new EngineCommand();
        engine.Config["shop:port"] = ConfigEntry.Of("shop:port", "8080");
        engine.Config["shop:token"] = ConfigEntry.Of("shop:token", "hunter2", isSecret: true);
        List<string> seen = [];
        using var stack = await StackAsync(
            engine,
            () =>
            {
                var here = Deployment.Instance;
                seen.Add(
                    $"{here.OrganizationName}/{here.ProjectName}/{here.StackName} {new Config().Require("port")} {here.IsDryRun} {here.RootDirectory == engine.Folder}"
                );
                return new Dictionary<string, object?> { ["token"] = new Config().RequireSecret("token") };
            }
        );

        await stack.PreviewAsync();
        var up = await stack.UpAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                seen,
                Is.EqualTo(new[] { "organization/shop/dev 8080 True True", "organization/shop/dev 8080 False True" })
            );
            Assert.That(up.Outputs["token"].IsSecret, Is.True);
        }
    }

    [Test]
    public async Task A_wrong_setting_that_is_secret_is_not_in_the_failure()
    {
        var engine = new EngineCommand();
        engine.Config["shop:token"] = ConfigEntry.Of("shop:token", "hunter2", isSecret: true);
        using var stack = await StackAsync(
            engine,
            () => new Dictionary<string, object?> { ["n"] = new Config().RequireInt32("token") }
        );

        var failure = await Assert.CatchAsync<RunException>(() => stack.UpAsync());

        Assert.That(
            failure!.ToString(),
            Does.Contain("shop:token: got a secret value, want a whole number").And.Not.Contain("hunter2")
        );
    }

    [Test]
    public async Task What_the_program_throws_reaches_the_caller_as_it_was_and_the_engine_as_a_message()
    {
        var engine = new EngineCommand();
        using var stack = await StackAsync(engine, Fail);

        var preview = await Assert.ThrowsAsync<ShopClosedException>(() => stack.PreviewAsync());
        var up = await Assert.ThrowsAsync<ShopClosedException>(() => stack.UpAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(preview!.Message, Is.EqualTo("the shop is closed"));
            Assert.That(up!.StackTrace, Does.Contain(nameof(Fail)), "where the program threw it");
            Assert.That((engine.Program!.Answer!.Bail, engine.Program.Answer.Error), Is.EqualTo((true, "the shop is closed")));
            Assert.That(engine.Runs[0].Problems.Select(problem => problem.Message), Has.Some.Contains("the shop is closed"));
        }
    }

    [Test]
    public async Task A_resource_the_engine_refuses_fails_the_run()
    {
        var engine = new EngineCommand();
        using var stack = await StackAsync(
            engine,
            () =>
            {
                _ = new Bucket("logs");
                _ = new Bucket("logs");
                return new Dictionary<string, object?>();
            }
        );

        var failure = await Assert.CatchAsync<Exception>(() => stack.UpAsync());

        Assert.That(failure!.Message, Does.Contain("logs"));
        Assert.That(engine.Program!.Answer!.Bail, Is.True);
    }

    [Test]
    public async Task Errors_that_the_program_only_logs_fail_the_run_as_the_CLI_tells_them()
    {
        var engine = new EngineCommand();
        using var stack = await StackAsync(
            engine,
            () =>
            {
                Log.Error("this will not do");
                return new Dictionary<string, object?>();
            }
        );

        var failure = await Assert.ThrowsAsync<CommandException>(() => stack.UpAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure!.Message, Does.Contain("error: this will not do"));
            Assert.That(engine.Program!.Answer!.Bail, Is.True);
        }
    }

    [Test]
    public async Task After_a_failure_the_next_run_is_as_good_as_new()
    {
        var engine = new EngineCommand();
        var fails = true;
        using var stack = await StackAsync(
            engine,
            () => fails ? throw new ShopClosedException() : new Dictionary<string, object?> { ["open"] = true }
        );

        await Assert.ThrowsAsync<ShopClosedException>(() => stack.UpAsync());
        fails = false;
        var up = await stack.UpAsync();

        Assert.That(up.Outputs["open"].Value, Is.EqualTo(true));
        Assert.That(System.Environment.ExitCode, Is.Zero, "the process of the caller is not the program's");
    }

    [Test]
    public async Task Two_stacks_run_one_after_the_other_and_at_the_same_time()
    {
        var (dev, prod) = (new EngineCommand(), new EngineCommand());
        using var first = await StackAsync(dev, Program, "dev");
        using var second = await StackAsync(prod, Program, "prod");

        var one = await first.UpAsync();
        var two = await second.UpAsync();
        var both = await Task.WhenAll(first.UpAsync(), second.UpAsync());

        Assert.That(
            new[] { one, two, both[0], both[1] }.Select(up => up.Outputs["name"].Value),
            Is.EqualTo(new[] { "logs-dev", "logs-prod", "logs-dev", "logs-prod" })
        );

        static IDictionary<string, object?> Program()
        {
            var bucket = new Bucket("logs", new() { Name = $"logs-{Deployment.Instance.StackName}" });
            return new Dictionary<string, object?> { ["name"] = bucket.BucketName };
        }
    }

    [Test]
    public async Task Every_way_to_give_a_program_works()
    {
        IDictionary<string, object?> outputs = new Dictionary<string, object?> { ["x"] = "1" };
        using var services = new ServiceCollection().AddSingleton("1").AddTransient<ServedStack>().BuildServiceProvider();
        var programs = new Dictionary<string, PulumiFn>
        {
            ["a function"] = PulumiFn.Create(() => outputs),
            ["a task"] = PulumiFn.Create(() => Task.FromResult(outputs)),
            ["a task with a token"] = PulumiFn.Create(token =>
                Task.FromResult(token.CanBeCanceled ? outputs : new Dictionary<string, object?>())
            ),
            ["a class"] = PulumiFn.Create<PlainStack>(),
            ["a class of a service provider"] = PulumiFn.Create<ServedStack>(services),
            ["a type of a service provider"] = PulumiFn.Create(
                services,
                Type.GetType(typeof(ServedStack).AssemblyQualifiedName!)!
            ),
        };

        using (Assert.EnterMultipleScope())
        {
            foreach (var (name, program) in programs)
            {
                using var stack = await StackAsync(new EngineCommand(), program);
                Assert.That((await stack.UpAsync()).Outputs["x"].Value, Is.EqualTo("1"), name);
            }
        }
    }

    [Test]
    public async Task Programs_without_outputs_run_too()
    {
        var runs = 0;
        PulumiFn[] programs =
        [
            PulumiFn.Create(() =>
            {
                runs++;
            }),
            PulumiFn.Create(async () =>
            {
                await Task.Yield();
                runs++;
            }),
            PulumiFn.Create(
                async (CancellationToken _) =>
                {
                    await Task.Yield();
                    runs++;
                }
            ),
        ];

        foreach (var program in programs)
        {
            using var stack = await StackAsync(new EngineCommand(), program);
            Assert.That((await stack.UpAsync()).Outputs, Is.Empty);
        }
        Assert.That(runs, Is.EqualTo(3));
    }

    [Test]
    public void A_class_that_is_no_stack_is_refused() =>
        Assert.That(
            Assert
                .Throws<ArgumentException>(() => PulumiFn.Create(new ServiceCollection().BuildServiceProvider(), typeof(string)))!
                .Message,
            Does.StartWith("got System.String, want a class derived from Pulumi.Stack")
        );

    [Test]
    public async Task A_program_of_the_options_goes_before_that_of_the_workspace()
    {
        using var stack = await StackAsync(new EngineCommand(), PulumiFn.Create(Fail));

        var up = await stack.UpAsync(new() { Program = PulumiFn.Create<PlainStack>() });

        Assert.That(up.Outputs["x"].Value, Is.EqualTo("1"));
    }

    [Test]
    public async Task A_run_without_an_engine_is_refused_and_what_is_not_served_is_unimplemented()
    {
        await using var inline = await Pulumi.Automation.Inline.InlineProgram.StartAsync(
            PulumiFn.Create(() => { }),
            null,
            default
        );
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
        await using var inline = await Pulumi.Automation.Inline.InlineProgram.StartAsync(
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

    private static Dictionary<string, object?> Fail() => throw new ShopClosedException();

    private static Task<WorkspaceStack> StackAsync(
        EngineCommand engine,
        Func<IDictionary<string, object?>> program,
        string name = "dev"
    ) => StackAsync(engine, PulumiFn.Create(program), name);

    private static async Task<WorkspaceStack> StackAsync(EngineCommand engine, PulumiFn program, string name = "dev")
    {
        var stack = await LocalWorkspace.CreateStackAsync(
            new InlineProgramArgs("shop", name, program) { PulumiCommand = engine }
        );
        engine.Folder = stack.Workspace.WorkDir;
        return stack;
    }

    private sealed class ShopClosedException() : Exception("the shop is closed");

    private sealed class PlainStack : Stack
    {
        public PlainStack() => X = Output.Create("1");

        [Output("x")]
        public Output<string> X { get; private set; }
    }

    private sealed class ServedStack : Stack
    {
        public ServedStack(string x) => X = Output.Create(x);

        [Output("x")]
        public Output<string> X { get; private set; }
    }
}
