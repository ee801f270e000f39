using System.Text.Json;
using Pulumi;
using Sdk.Tests.Support;

namespace Sdk.Tests.Configuration;

public sealed class ConfigTests
{
    private const string Settings = """
        {"shop:name":"web","shop:count":"3","shop:ratio":"0.5","shop:on":"true","shop:config:old":"yes",
         "shop:object":"{\"A\":1}","aws:region":"eu-west-1","shop:bad":"three","shop:hidden":"canary"}
        """;

    private sealed record Shape(int A);

    [Test]
    public Task Values_are_read_as_what_they_are() =>
        WithConfig(config =>
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(config.Get("name"), Is.EqualTo("web"));
                Assert.That(config.Require("old"), Is.EqualTo("yes"), "shop:config:old is shop:old");
                Assert.That((config.GetInt32("count"), config.RequireInt32("count")), Is.EqualTo((3, 3)));
                Assert.That((config.GetDouble("ratio"), config.RequireDouble("ratio")), Is.EqualTo((0.5, 0.5)));
                Assert.That((config.GetBoolean("on"), config.RequireBoolean("on")), Is.EqualTo((true, true)));
                Assert.That(config.GetObject<Shape>("object"), Is.EqualTo(new Shape(1)));
                Assert.That(config.RequireObject<JsonElement>("object").GetProperty("A").GetInt32(), Is.EqualTo(1));
                Assert.That(new Config("aws").Get("region"), Is.EqualTo("eu-west-1"));
                Assert.That(new Config("aws:config").Get("region"), Is.EqualTo("eu-west-1"));
            }
        });

    [Test]
    public Task What_is_not_set_is_nothing() =>
        WithConfig(config =>
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(config.Get("x"), Is.Null);
                Assert.That(config.GetInt32("x"), Is.Null);
                Assert.That(config.GetBoolean("x"), Is.Null);
                Assert.That(config.GetObject<Shape>("x"), Is.Null);
                Assert.That(config.GetSecret("x"), Is.Null);
                Assert.That(config.GetSecretObject<Shape>("x"), Is.Null);
            }
        });

    [Test]
    public Task Secrets_are_secret_outputs() =>
        WithConfig(config =>
        {
            Assert.That(Output.IsSecretAsync(config.RequireSecret("name")).Result, Is.True);
            Assert.That(Output.IsSecretAsync(config.RequireSecretInt32("count")).Result, Is.True);
            Assert.That(Output.IsSecretAsync(config.GetSecretBoolean("on")!).Result, Is.True);
            Assert.That(Output.IsSecretAsync(config.RequireSecretObject<Shape>("object")).Result, Is.True);
        });

    [Test]
    public Task A_missing_value_says_how_to_set_it() =>
        WithConfig(config =>
            Assert.That(
                () => config.RequireInt32("size"),
                Throws
                    .InstanceOf<RunException>()
                    .With.Message.Contains("shop:size")
                    .And.Message.Contains("pulumi config set shop:size <value>")
            )
        );

    [Test]
    public Task A_wrong_value_says_what_is_wanted() =>
        WithConfig(config =>
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(
                    () => config.GetInt32("bad"),
                    Throws
                        .InstanceOf<RunException>()
                        .With.Message.Contains("got 'three', want a whole number")
                        .And.Message.Contains("pulumi config set")
                );
                Assert.That(() => config.GetBoolean("bad"), Throws.InstanceOf<RunException>());
                Assert.That(() => config.RequireDouble("bad"), Throws.InstanceOf<RunException>());
                Assert.That(() => config.RequireObject<Shape>("bad"), Throws.InstanceOf<RunException>());
            }
        });

    [Test]
    public Task A_secret_value_stands_in_no_message() =>
        WithConfig(config =>
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(() => config.GetInt32("hidden"), Throws.Exception.With.Message.Not.Contains("canary"));
                Assert.That(() => config.RequireObject<Shape>("hidden"), Throws.Exception.With.Message.Not.Contains("canary"));
                Assert.That(() => config.RequireSecretInt32("bad"), Throws.Exception.With.Message.Not.Contains("three"));
            }
        });

    private static async Task WithConfig(Action<Config> test)
    {
        Exception? failure = null;
        var engine = new FakeEngine { Config = Settings, SecretKeys = """["shop:hidden"]""" };
        await engine.RunAsync(() =>
        {
            try
            {
                test(new Config());
            }
            catch (Exception e)
            {
                failure = e;
            }
        });
        if (failure is not null)
            throw failure;
    }
}
