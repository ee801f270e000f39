using Pulumi;
using Sdk.Tests.Support;

namespace Sdk.Tests.Options;

public sealed class OptionsMergeTests
{
    [Test]
    public async Task Lists_are_appended_and_what_is_set_replaces()
    {
        var first = new CustomResourceOptions
        {
            Protect = true,
            Version = "1",
            ImportId = "one",
            IgnoreChanges = { "a" },
            Aliases = { new Alias { Name = "x" } },
            AdditionalSecretOutputs = { "p" },
            EnvVarMappings = { ["A"] = "1", ["B"] = "1" },
            CustomTimeouts = new() { Create = TimeSpan.FromSeconds(1) },
        };
        var second = new CustomResourceOptions
        {
            Version = "2",
            DeleteBeforeReplace = false,
            IgnoreChanges = { "b" },
            ReplaceOnChanges = { "c" },
            HideDiffs = { "d" },
            AdditionalSecretOutputs = { "q" },
            EnvVarMappings = { ["B"] = "2" },
            DependsOn = { new DependencyResource("urn") },
        };

        var merged = CustomResourceOptions.Merge(first, second);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (merged.Protect, merged.Version, merged.ImportId, merged.DeleteBeforeReplace),
                Is.EqualTo((true, "2", "one", false))
            );
            Assert.That(merged.IgnoreChanges, Is.EqualTo(["a", "b"]));
            Assert.That(merged.ReplaceOnChanges, Is.EqualTo(["c"]));
            Assert.That(merged.HideDiffs, Is.EqualTo(["d"]));
            Assert.That(merged.Aliases, Has.Count.EqualTo(1));
            Assert.That(merged.AdditionalSecretOutputs, Is.EqualTo(["p", "q"]));
            Assert.That(merged.EnvVarMappings, Is.EquivalentTo(new Dictionary<string, string> { ["A"] = "1", ["B"] = "2" }));
            Assert.That((await Data.Of(merged.DependsOn.ToOutput())).Value, Has.Length.EqualTo(1));
            Assert.That(merged.CustomTimeouts!.Create, Is.EqualTo(TimeSpan.FromSeconds(1)));
            Assert.That(first.IgnoreChanges, Is.EqualTo(["a"]), "the originals are left alone");
            Assert.That(second.IgnoreChanges, Is.EqualTo(["b"]));
        }
    }

    [Test]
    public void Merging_nothing_gives_new_options()
    {
        var options = new ComponentResourceOptions { Protect = true };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ComponentResourceOptions.Merge(null, null).Protect, Is.Null);
            Assert.That(ComponentResourceOptions.Merge(options, null).Protect, Is.True);
            Assert.That(ComponentResourceOptions.Merge(options, null), Is.Not.SameAs(options));
        }
    }

    [Test]
    public async Task Of_several_providers_of_a_package_the_last_is_taken()
    {
        await Data.TestAsync(() =>
        {
            var (a, b) = (new ThingProvider("a"), new ThingProvider("b"));
            var other = new ProviderResource("other", "c", ResourceArgs.Empty, null);

            var merged = ComponentResourceOptions.Merge(new() { Providers = { a, other } }, new() { Providers = { b } });

            Assert.That(merged.Providers, Is.EqualTo(new ProviderResource[] { other, b }));
        });
    }

    [Test]
    public async Task Options_may_be_used_again_and_changed_afterwards()
    {
        var engine = new FakeEngine { OverHttp = true };

        await engine.RunAsync(() =>
        {
            var options = new CustomResourceOptions { IgnoreChanges = { "a" } };
            _ = new Thing("one", null, options);
            options.IgnoreChanges.Add("b");
            _ = new Thing("two", null, options);
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(engine.One("one").IgnoreChanges, Is.EqualTo(["a"]));
            Assert.That(engine.One("two").IgnoreChanges, Is.EqualTo(["a", "b"]));
        }
    }
}
