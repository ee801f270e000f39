using Pulumi;
using Sdk.Tests.Support;

namespace Sdk.Tests.Resources;

public sealed class TransformationTests
{
    [Test]
    public async Task Transformations_run_from_the_resource_outwards()
    {
        var engine = new FakeEngine();
        var order = new List<string>();
        ResourceTransformation Note(string who) =>
            args =>
            {
                if (args.Resource.GetResourceName() == "a")
                    order.Add(who);
                return null;
            };

        await engine.StartAsync(() =>
            Deployment.RunAsync(
                () =>
                {
                    _ = new Group(
                        "outer",
                        new() { ResourceTransformations = { Note("outer") } },
                        self => _ = new Thing("a", null, new() { Parent = self, ResourceTransformations = { Note("own") } })
                    );
                    return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>());
                },
                new StackOptions { ResourceTransformations = { Note("stack") } }
            )
        );

        Assert.That(order, Is.EqualTo(["own", "outer", "stack"]));
    }

    [Test]
    public async Task A_transformation_may_change_properties_and_options()
    {
        var engine = new FakeEngine();
        ResourceTransformation tag = args =>
        {
            if (args.Args is not ThingArgs thing)
                return null;
            thing.Map.Add("owner", "me");
            var options = CustomResourceOptions.Merge((CustomResourceOptions)args.Options, new() { Protect = true });
            return new ResourceTransformationResult(thing, options);
        };

        await engine.RunAsync(() =>
            _ = new Group(
                "group",
                new() { ResourceTransformations = { tag } },
                self => _ = new Thing("a", new() { Map = { ["x"] = "y" } }, new() { Parent = self })
            )
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Data.Json(engine.One("a").Object.Fields["map"]), Is.EqualTo("""{"owner":"me","x":"y"}"""));
            Assert.That(engine.One("a").Protect, Is.True);
        }
    }

    [Test]
    public async Task A_transformation_may_not_change_the_parent()
    {
        var engine = new FakeEngine();

        await engine.RunAsync(() =>
        {
            var other = new Group("other");
            ResourceTransformation move = args => new(args.Args, new CustomResourceOptions { Parent = other });
            _ = new Thing("a", null, new() { ResourceTransformations = { move } });
        });

        Assert.That(engine.Errors.Single(), Does.Contain("test:index:Thing 'a'").And.Contain("may not change the parent"));
    }
}
