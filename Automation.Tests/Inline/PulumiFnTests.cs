using Microsoft.Extensions.DependencyInjection;
using Pulumi;
using Pulumi.Automation;

namespace Automation.Tests.Inline;

/// <summary>All ways to give a program.</summary>
public sealed class PulumiFnTests
{
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
                using var stack = await InlineStack.CreateAsync(new EngineCommand(), program);
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
            using var stack = await InlineStack.CreateAsync(new EngineCommand(), program);
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
        using var stack = await InlineStack.CreateAsync(
            new EngineCommand(),
            PulumiFn.Create(() => Assert.Fail("the program of the workspace ran"))
        );

        var up = await stack.UpAsync(new() { Program = PulumiFn.Create<PlainStack>() });

        Assert.That(up.Outputs["x"].Value, Is.EqualTo("1"));
    }

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
