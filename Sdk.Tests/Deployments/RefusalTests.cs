using Pulumi;
using Sdk.Tests.Support;

namespace Sdk.Tests.Deployments;

public sealed class RefusalTests
{
    [TestCase("deletedWith")]
    [TestCase("replaceWith")]
    public async Task An_option_the_engine_does_not_know_is_refused(string feature)
    {
        var engine = new FakeEngine();
        engine.Features.Remove(feature);

        await engine.RunAsync(() =>
        {
            var other = new Thing("other");
            _ = new Thing("a", null, new() { DeletedWith = other, ReplaceWith = { other } });
        });

        Assert.That(engine.Errors.Single(), Does.Contain(feature).IgnoreCase.And.Contain("update the CLI"));
    }

    [Test]
    public async Task A_missing_required_property_is_refused_with_the_name_of_the_resource()
    {
        var engine = new FakeEngine();

        var exitCode = await engine.RunAsync(() => _ = new Thing("a", new() { Part = new PartArgs() }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(32));
            Assert.That(
                engine.Errors,
                Is.EqualTo(["test:index:Thing 'a': PartArgs got no value for Kind, Weight, want one; it is required"])
            );
        }
    }

    [Test]
    public async Task A_value_that_cannot_be_sent_is_refused_with_its_path()
    {
        var engine = new FakeEngine();

        await engine.RunAsync(() =>
            _ = new Thing("a", new() { Any = new Dictionary<string, object> { ["x"] = new object[] { 1, 5L } } })
        );

        Assert.That(engine.Errors.Single(), Does.StartWith("test:index:Thing 'a': any.x[1]: got a System.Int64, want a string"));
    }

    [Test]
    public async Task An_output_that_cannot_be_sent_is_refused_with_its_owner()
    {
        var engine = new FakeEngine();

        await engine.StartAsync(() => Deployment.RunAsync(() => new Dictionary<string, object?> { ["x"] = 5L }));

        Assert.That(
            engine.Errors.Single(),
            Does.StartWith("outputs of pulumi:pulumi:Stack 'shop-dev': x: got a System.Int64, want")
        );
    }

    [Test]
    public async Task What_the_engine_refuses_is_told_without_a_stack_trace_and_once()
    {
        var engine = new FakeEngine
        {
            OnRegister = (request, _) =>
            {
                if (request.Name == "a")
                    throw new Protocol.GrpcException(Protocol.GrpcStatusCode.InvalidArgument, "no such type");
            },
        };

        await engine.RunAsync(() =>
        {
            var a = new Thing("a");
            _ = new Thing("b", new() { Name = a.Id });
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(engine.Errors, Is.EqualTo(["test:index:Thing 'a' could not be registered: no such type"]));
            Assert.That(engine.Registered.Select(r => r.Name), Does.Not.Contain("b"));
        }
    }

    [TestCase("ResourceTransforms")]
    [TestCase("Hooks")]
    public async Task What_is_left_out_names_the_official_package(string option)
    {
        var engine = new FakeEngine();

        await engine.RunAsync(() =>
        {
            var options = new CustomResourceOptions();
            if (option == "Hooks")
                options.Hooks.OnError.Add(new Hook());
            else
                options.ResourceTransforms.Add((_, _) => Task.FromResult<ResourceTransformResult?>(null));
            _ = new Thing("a", null, options);
        });

        Assert.That(
            engine.Errors.Single(),
            Does.Contain("NotSupportedException").And.Contain("PulumiPackages=nuget").And.Contain(option)
        );
    }

    private sealed class Hook() : ErrorHook("hook", (_, _) => Task.FromResult(false), Task.CompletedTask);
}
