using System.Collections.Immutable;
using Moq;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;
using Sdk.Tests.Support;

namespace Sdk.Tests.Mocks;

public sealed class MocksTests
{
    [Test]
    public async Task Mocks_see_known_plain_values_only()
    {
        var mocks = new EchoMocks();

        await Data.TestAsync(
            () =>
                _ = new Thing(
                    "a",
                    new()
                    {
                        Name = Output.CreateSecret("s"),
                        Size = OutputUtilities.CreateUnknown(1),
                        List = { "x" },
                    }
                ),
            mocks: mocks
        );

        var seen = mocks.Resources.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((seen.Type, seen.Name, seen.Provider, seen.Id), Is.EqualTo((Thing.Token, "a", "", "")));
            Assert.That(seen.Inputs.Keys, Is.EquivalentTo(["name", "list"]));
            Assert.That(seen.Inputs["name"], Is.EqualTo("s"));
            Assert.That(seen.Inputs["list"], Is.EqualTo(ImmutableArray.Create<object>("x")));
        }
    }

    [Test]
    public async Task A_mocked_URN_keeps_the_outermost_type_of_its_parents()
    {
        Thing? thing = null;

        await Data.TestAsync(() => _ = new Group("g", inside: self => thing = new Thing("a", null, new() { Parent = self })));

        Assert.That(
            (await Data.Of(thing!.Urn)).Value,
            Is.EqualTo("urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Thing::a")
        );
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task What_a_mock_leaves_out_is_unknown_in_a_preview_and_empty_otherwise(bool isPreview)
    {
        Thing? thing = null;

        await Data.TestAsync(() => thing = new Thing("a"), isPreview, new EmptyMocks());

        Assert.That((await Data.Of(thing!.Label)).IsKnown, Is.EqualTo(!isPreview));
    }

    [Test]
    public async Task Names_have_defaults_and_can_be_said()
    {
        var names = new List<string>();
        void Note() =>
            names.Add($"{Deployment.Instance.ProjectName}/{Deployment.Instance.StackName}/{Deployment.Instance.IsDryRun}");

        await Deployment.TestAsync(new EmptyMocks(), new TestOptions(), Note);
        await Deployment.TestAsync(
            new EmptyMocks(),
            new TestOptions
            {
                ProjectName = "p",
                StackName = "s",
                IsPreview = false,
            },
            Note
        );

        Assert.That(names, Is.EqualTo(["project/stack/True", "p/s/False"]));
    }

    [Test]
    public async Task Resources_are_answered_in_order_without_the_stack_and_with_the_outputs()
    {
        var (resources, outputs) = await Deployment.TestAsync(
            new EchoMocks(),
            new TestOptions(),
            () => new Dictionary<string, object?> { ["id"] = new Thing("b", new() { Name = new Thing("a").Id }).Id }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(resources.Select(resource => resource.GetResourceName()), Is.EqualTo(["a", "b"]));
            Assert.That((await Data.Of((Output<string>)outputs["id"]!)).Value, Is.EqualTo("b-id"));
        }
    }

    [Test]
    public async Task A_class_of_a_stack_is_among_its_resources()
    {
        var resources = await Deployment.TestAsync<Shop>(new EchoMocks());

        Assert.That(resources.Select(resource => resource.GetType()), Is.EqualTo([typeof(Shop), typeof(Thing)]));
    }

    [Test]
    public void A_failure_is_thrown_with_its_message()
    {
        Assert.That(
            async () => await Data.TestAsync(() => throw new RunException("no")),
            Throws.TypeOf<RunException>().With.Message.EqualTo("no")
        );
    }

    [Test]
    public async Task Several_failures_are_thrown_together()
    {
        var failure = await Assert.ThrowsAsync<AggregateException>(async () =>
            await Data.TestAsync(() =>
            {
                Log.Error("one");
                Log.Error("two");
            })
        );

        Assert.That(failure!.InnerExceptions.Select(e => e.Message), Is.EqualTo(["one", "two"]));
    }

    [Test]
    public void A_failing_test_leaves_the_exit_code_of_the_process_alone()
    {
        var before = Environment.ExitCode;

        Assert.That(async () => await Data.TestAsync(() => throw new RunException("no")), Throws.TypeOf<RunException>());

        Assert.That(Environment.ExitCode, Is.EqualTo(before));
    }

    [Test]
    public async Task Functions_and_registered_outputs_are_mocked()
    {
        var mocks = new Mock<IMocks> { CallBase = true };
        mocks.Setup(m => m.NewResourceAsync(It.IsAny<MockResourceArgs>())).ReturnsAsync(("id", new Dictionary<string, object>()));
        mocks.Setup(m => m.CallAsync(It.IsAny<MockCallArgs>())).ReturnsAsync(new Dictionary<string, object> { ["size"] = 3 });
        var result = ImmutableDictionary<string, int>.Empty;

        await Deployment.TestAsync(
            mocks.Object,
            new TestOptions(),
            async Task () =>
            {
                result = await Deployment.Instance.InvokeAsync<ImmutableDictionary<string, int>>(
                    "test:index:get",
                    InvokeArgs.Empty
                );
                _ = new Group("g");
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result["size"], Is.EqualTo(3));
            mocks.Verify(m =>
                m.RegisterResourceOutputs(It.Is<MockRegisterResourceOutputsRequest>(r => r.Outputs.ContainsKey("size")))
            );
        }
    }

    [Test]
    public void A_mock_that_answers_nonsense_is_told_so() =>
        Assert.That(
            async () => await Data.TestAsync(() => _ = new Thing("a"), mocks: new Nonsense()),
            Throws
                .TypeOf<RunException>()
                .With.Message.Contains("A mock answered a System.String, want a dictionary or an args object")
        );

    [Test]
    public async Task A_resource_ten_thousand_deep_in_a_chain_is_no_problem()
    {
        Output<string>? last = null;

        await Data.TestAsync(() =>
        {
            last = Output.Create("");
            for (var i = 0; i < 10_000; i++)
                last = new Thing($"t{i}", new() { Name = last }).Id;
        });

        Assert.That((await Data.Of(last!)).Value, Is.EqualTo("t9999-id"));
    }

    private sealed class Shop : Stack
    {
        public Shop() => _ = new Thing("a");
    }

    private sealed class Nonsense : IMocks
    {
        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) =>
            Task.FromResult<(string?, object)>(("id", "text"));

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>("text");
    }
}
