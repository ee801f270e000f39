using Pulumi;
using Sdk.Tests.Support;

namespace Sdk.Tests.Resources;

public sealed class AliasTests
{
    [Test]
    public async Task Aliases_are_sent_as_they_are_said()
    {
        var engine = new FakeEngine();

        await engine.RunAsync(() =>
        {
            var parent = new Group("old-parent");
            _ = new Thing(
                "a",
                null,
                new()
                {
                    Aliases =
                    {
                        new Alias
                        {
                            Name = "n",
                            Type = "t:t:T",
                            Stack = "s",
                            Project = "p",
                        },
                        new Alias { Urn = "urn:x" },
                        new Alias { NoParent = true },
                        new Alias { Parent = parent },
                        new Alias { ParentUrn = "urn:parent" },
                    },
                }
            );
        });

        var aliases = engine.One("a").Aliases;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((aliases[0].Spec.Name, aliases[0].Spec.Type), Is.EqualTo(("n", "t:t:T")));
            Assert.That((aliases[0].Spec.Stack, aliases[0].Spec.Project), Is.EqualTo(("s", "p")));
            Assert.That(aliases[1].Urn, Is.EqualTo("urn:x"));
            Assert.That(aliases[2].Spec.NoParent, Is.True);
            Assert.That(aliases[3].Spec.ParentUrn, Is.EqualTo(FakeEngine.UrnOf("", "test:index:Group", "old-parent")));
            Assert.That(aliases[4].Spec.ParentUrn, Is.EqualTo("urn:parent"));
            Assert.That(engine.One("a").AliasURNs, Is.Empty);
        }
    }

    [Test]
    public async Task An_engine_without_alias_specs_gets_URNs_with_the_inherited_ones()
    {
        var engine = new FakeEngine();
        engine.Features.Remove("aliasSpecs");

        await engine.RunAsync(() =>
            _ = new Group(
                "app",
                new() { Aliases = { new Alias { Name = "old" } } },
                self => _ = new Thing("app-thing", null, new() { Parent = self, Aliases = { new Alias { Name = "x" } } })
            )
        );

        const string Prefix = "urn:pulumi:dev::shop::test:index:Group";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(engine.One("app").AliasURNs, Is.EqualTo([$"{Prefix}::old"]));
            Assert.That(engine.One("app").Aliases, Is.Empty);
            Assert.That(
                engine.One("app-thing").AliasURNs,
                Is.EqualTo([
                    $"{Prefix}$test:index:Thing::x",
                    $"{Prefix}$test:index:Thing::old-thing", // the name began with the parent's
                ]),
                "the own alias below the old parent has the same URN as below the new one, and is sent once"
            );
        }
    }

    [Test]
    public async Task Contradictory_aliases_are_refused()
    {
        var engine = new FakeEngine();

        await engine.RunAsync(() =>
        {
            _ = new Thing(
                "a",
                null,
                new()
                {
                    Aliases =
                    {
                        new Alias { Urn = "urn:x", Name = "n" },
                    },
                }
            );
            _ = new Thing(
                "b",
                null,
                new()
                {
                    Aliases =
                    {
                        new Alias { NoParent = true, ParentUrn = "urn:p" },
                    },
                }
            );
        });

        Assert.That(string.Join("\n", engine.Errors), Does.Contain("want the Urn alone").Or.Contain("want one"));
    }

    [Test]
    public async Task URNs_are_made_from_their_parts()
    {
        await Data.TestAsync(async () =>
        {
            var root = await Data.Of(Urn.Create("n", "a:b:C"));
            var child = await Data.Of(Urn.Create("n", "a:b:C", parentUrn: "urn:pulumi:s::p::x:y:Z::parent"));
            using (Assert.EnterMultipleScope())
            {
                Assert.That(root.Value, Is.EqualTo("urn:pulumi:stack::project::a:b:C::n"));
                Assert.That(child.Value, Is.EqualTo("urn:pulumi:s::p::x:y:Z$a:b:C::n"));
                Assert.That(new Urn("u") == new Urn("u"), Is.True);
                Assert.That((string)new Urn("u"), Is.EqualTo("u"));
            }
        });
    }
}
