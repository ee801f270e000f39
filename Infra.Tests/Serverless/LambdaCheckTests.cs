using System.Collections.Immutable;
using Infra.Serverless;
using Pulumi;

namespace Infra.Tests.Serverless;

public sealed class LambdaCheckTests
{
    [TestCase("nodejs18.x", "Node.js 20 and older have reached their end")]
    [TestCase("nodejs20.x", "Node.js 20 and older have reached their end")]
    [TestCase("provided.al2", "Amazon Linux 2 reached its end in June 2026; Go runs on provided.al2023")]
    [TestCase("go1.x", "Go runs on provided.al2023")]
    public void A_runtime_past_its_end_is_refused(string runtime, string wayOut) =>
        Assert.That(
            Only(new() { Runtime = runtime }),
            Does.StartWith($"runtime: got {runtime}, want nodejs22.x, nodejs24.x or provided.al2023;").And.Contain(wayOut)
        );

    [TestCase("nodejs22.x")]
    [TestCase("nodejs24.x")]
    [TestCase("provided.al2023")]
    public void A_runtime_that_is_maintained_is_fine(string runtime) =>
        Assert.That(new LambdaShape { Runtime = runtime }.Validate(), Is.Empty);

    [TestCase(127)]
    [TestCase(10_241)]
    public void Memory_has_bounds(int memory) =>
        Assert.That(Only(new() { MemoryMiB = memory }), Does.StartWith($"memoryMiB: got {memory}, want 128 to 10240;"));

    [TestCase(0)]
    [TestCase(901)]
    public void Time_has_bounds(int seconds) =>
        Assert.That(Only(new() { TimeoutSeconds = seconds }), Does.StartWith($"timeoutSeconds: got {seconds}, want 1 to 900;"));

    [TestCase(511)]
    [TestCase(10_241)]
    public void Room_has_bounds(int storage) =>
        Assert.That(Only(new() { StorageMiB = storage }), Does.StartWith($"storageMiB: got {storage}, want 512 to 10240;"));

    [Test]
    public void A_function_that_may_never_run_is_refused() =>
        Assert.That(
            Only(new() { ReservedConcurrency = 0 }),
            Is.EqualTo("reservedConcurrency: got 0, want 1 or more; with none the function never runs")
        );

    [Test]
    public void An_account_keeps_a_hundred_for_the_rest() =>
        Assert.That(
            Only(
                new()
                {
                    ReservedConcurrency = 101,
                    OtherReservedConcurrency = 800,
                    AccountConcurrency = 1000,
                }
            ),
            Is.EqualTo(
                "reservedConcurrency: got 101, want 100 at most; the account runs 1000 calls at once, others reserve 800, and AWS keeps 100; "
                    + "reserve less, or ask AWS for more"
            )
        );

    [Test]
    public void What_is_just_left_may_be_reserved() =>
        Assert.That(
            new LambdaShape
            {
                ReservedConcurrency = 100,
                ProvisionedConcurrency = 100,
                OtherReservedConcurrency = 800,
            }.Validate(),
            Is.Empty
        );

    [Test]
    public void Warm_copies_count_where_nothing_is_reserved() =>
        Assert.That(
            Only(new() { ProvisionedConcurrency = 5, AccountConcurrency = 10 }),
            Does.StartWith("provisionedConcurrency: got 5, want 0 at most; the account runs 10 calls at once")
        );

    [Test]
    public void Warm_copies_are_part_of_what_is_reserved() =>
        Assert.That(
            Only(new() { ProvisionedConcurrency = 6, ReservedConcurrency = 5 }),
            Is.EqualTo(
                "provisionedConcurrency: got 6, want 5 at most, the reservedConcurrency; what is kept warm is part of what is reserved"
            )
        );

    [Test]
    public void Warm_copies_need_an_alias() =>
        Assert.That(
            Only(new() { ProvisionedConcurrency = 1, Publish = false }),
            Is.EqualTo("provisionedConcurrency: got 1, want 0 while publish is false; only versions and aliases are kept warm")
        );

    [TestCase("AWS_REGION")]
    [TestCase("_HANDLER")]
    [TestCase("A")]
    [TestCase("A-B")]
    public void A_variable_that_Lambda_refuses_is_refused(string name) =>
        Assert.That(
            (FunctionCase.Args() with { Environment = ImmutableSortedDictionary<string, Input<string>>.Empty.Add(name, "x") })
                .Validate()
                .Single()
                .ToString(),
            Does.StartWith($"environment.{name}: got {name}, want letters, digits and _")
        );

    [TestCase(3, 3600, "failures.retries: got 3, want 0 to 2;")]
    [TestCase(2, 59, "failures.maxAgeSeconds: got 59, want 60 to 21600;")]
    public void Failures_are_kept_as_Lambda_keeps_them(int retries, int age, string text) => Assert.That((
                FunctionCase.Args() with
                {
                    Failures = new("arn:queue") { Retries = retries, MaxAgeSeconds = age },
                }
            ).Validate().Single().ToString(), Does.StartWith(text));

    [Test]
    public async Task A_refusal_names_the_function_and_every_problem()
    {
        var bad = FunctionCase.Args() with
        {
            Shape = new() { Handler = "", LogRetentionDays = 0 },
        };

        var error = await Assert.ThrowsAsync<RunException>(() => FunctionCase.RunAsync(bad));

        Assert.That(
            error!.Message,
            Does.Contain("LambdaFunction 'idp': 2 problems in its args")
                .And.Contain("handler: got an empty text, want 1 to 128 characters;")
                .And.Contain("logRetentionDays: got 0, want 1 or more;")
        );
    }

    private static string Only(LambdaShape shape) => shape.Validate().Single().ToString();
}
