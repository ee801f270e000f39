using Engine.Planning;
using Engine.Projects;
using Engine.Values;
using Pulumi;
using Pulumi.Automation;
using Pulumi.Automation.Commands.Exceptions;

namespace Automation.Tests.Inline;

/// <summary>Programs of this process against this repository's engine, over the real protocol.</summary>
public sealed class InlineProgramTests
{
    [Test]
    public async Task Resources_outputs_and_the_summary_arrive()
    {
        var engine = new EngineCommand();
        using var stack = await InlineStack.CreateAsync(
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
        using var stack = await InlineStack.CreateAsync(
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
        using var stack = await InlineStack.CreateAsync(
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
        using var stack = await InlineStack.CreateAsync(engine, Fail);

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
        using var stack = await InlineStack.CreateAsync(
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
        using var stack = await InlineStack.CreateAsync(
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
        using var stack = await InlineStack.CreateAsync(
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
        using var first = await InlineStack.CreateAsync(dev, Program, "dev");
        using var second = await InlineStack.CreateAsync(prod, Program, "prod");

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

    private static Dictionary<string, object?> Fail() => throw new ShopClosedException();
}
