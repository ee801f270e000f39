using Engine.Planning;
using Engine.Projects;
using Engine.Tests.Previewing;
using Engine.Values;
using Protocol;
using Pulumirpc;
using static Engine.Tests.Make;

namespace Engine.Tests.Monitor;

public sealed class ProviderTests
{
    private const string Topic = "aws:sns/topic:Topic";
    private const string Provider = "pulumi:providers:aws";
    private const string DefaultUrn = $"urn:pulumi:dev::shop::{Provider}::default_7_48_0";
    private const string DefaultReference = $"{DefaultUrn}::{Signatures.Unknown}";

    [Test]
    public async Task The_default_provider_is_made_once_and_takes_the_stack_s_configuration()
    {
        var result = await FakeProgram.PreviewAsync(
            async program =>
            {
                await program.RegisterStackAsync();
                await program.RegisterAsync(Topic, "a", more: request => request.Version = "7.48.0");
                await program.RegisterAsync(Topic, "b", more: request => request.Version = "7.48.0");
            },
            options =>
                options with
                {
                    Config = Config(
                        ConfigEntry.Of("aws:region", "eu-west-1"),
                        ConfigEntry.Of("aws:secretKey", "hush-hush", isSecret: true),
                        ConfigEntry.Of("awsome:region", "no")
                    ),
                }
        );

        var provider = result.Step("default_7_48_0");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(provider.Internal, Is.True);
            Assert.That(provider.New!.Parent, Is.Null);
            Assert.That(
                provider.New!.Inputs,
                Is.EqualTo(Map(("region", "eu-west-1"), ("secretKey", Secret("hush-hush")), ("version", "7.48.0")))
            );
            Assert.That(result.Step("a").New!.Provider, Is.EqualTo(DefaultReference));
            Assert.That(result.Step("b").New!.Provider, Is.EqualTo(DefaultReference));
            Assert.That(result.Plan.ChangeSummary[StepOp.Create], Is.EqualTo(3));
        }
    }

    [Test]
    public async Task Without_a_version_the_schema_s_is_taken()
    {
        var result = await FakeProgram.PreviewAsync(async program =>
        {
            await program.RegisterStackAsync();
            await program.RegisterAsync(Topic, "a");
        });

        Assert.That(result.Step("a").New!.Provider, Is.EqualTo(DefaultReference));
    }

    [TestCase("1.2.3-beta.4+5", "", "default_1_2_3_beta_4_5")]
    [TestCase("", "", "default")]
    [TestCase("1.0.0", "https://a.b/c", "default_1_0_0_https___a_b_c")]
    public async Task The_name_tells_version_and_address(string version, string url, string name)
    {
        var result = await FakeProgram.PreviewAsync(async program =>
        {
            await program.RegisterStackAsync();
            await program.RegisterAsync(
                "other:a:B",
                "x",
                more: request => (request.Version, request.PluginDownloadURL) = (version, url)
            );
        });

        Assert.That(result.Step("x").New!.Provider, Does.Contain($"::pulumi:providers:other::{name}::"));
    }

    [Test]
    public async Task An_explicit_provider_serves_the_children_of_whom_it_is_given_to()
    {
        var result = await FakeProgram.PreviewAsync(async program =>
        {
            await program.RegisterStackAsync();
            var virginia = await RegisterProviderAsync(program, "virginia");
            var outer = await program.RegisterComponentAsync(
                "idp:a:Outer",
                "outer",
                request => request.Providers["aws"] = $"{virginia}::"
            );
            await program.RegisterAsync(Topic, "by-map", more: request => request.Parent = outer.Urn);
            var inner = await program.RegisterComponentAsync(
                "idp:a:Inner",
                "inner",
                request => (request.Parent, request.Provider) = (FakeProgram.Stack, $"{virginia}::{Signatures.Unknown}")
            );
            var topic = await program.RegisterAsync(Topic, "by-parent", more: request => request.Parent = inner.Urn);
            await program.RegisterAsync(Topic, "by-grandparent", more: request => request.Parent = topic.Urn);
            await program.RegisterAsync("random:index/randomPet:RandomPet", "other", more: request => request.Parent = inner.Urn);
        });

        var virginia = $"urn:pulumi:dev::shop::{Provider}::virginia::{Signatures.Unknown}";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Step("by-map").New!.Provider, Is.EqualTo(virginia));
            Assert.That(result.Step("by-parent").New!.Provider, Is.EqualTo(virginia));
            Assert.That(result.Step("by-grandparent").New!.Provider, Is.EqualTo(virginia));
            Assert.That(result.Step("other").New!.Provider, Does.Contain("providers:random::default"));
            Assert.That(result.Step("inner").New!.Provider, Is.Null, "components have none in their state");
            Assert.That(result.Step("virginia").Internal, Is.False);
            Assert.That(result.Step("virginia").New!.Inputs["version"], Is.EqualTo(Of("7.48.0")));
        }
    }

    [TestCase("[\"aws\"]", true)]
    [TestCase("[\"*\"]", true)]
    [TestCase("[\"random\"]", false)]
    public async Task Default_providers_can_be_forbidden(string setting, bool forbidden)
    {
        GrpcException? refusal = null;
        await FakeProgram.PreviewAsync(
            async program =>
            {
                await program.RegisterStackAsync();
                try
                {
                    await program.RegisterAsync(Topic, "a");
                }
                catch (GrpcException refused)
                {
                    refusal = refused;
                }
            },
            options => options with { Config = Config(ConfigEntry.Of("pulumi:disable-default-providers", setting)) }
        );

        Assert.That(refusal?.Detail, forbidden ? Does.Contain("pass an explicit provider") : Is.Null);
    }

    [Test]
    public async Task A_provider_must_be_registered_be_a_provider_and_be_of_the_package()
    {
        var texts = new List<string>();
        await FakeProgram.PreviewAsync(async program =>
        {
            await program.RegisterStackAsync();
            var random = await RegisterProviderAsync(program, "dice", "pulumi:providers:random");
            foreach (
                var reference in new[]
                {
                    "nonsense",
                    $"urn:pulumi:dev::shop::{Provider}::nobody::x",
                    $"{FakeProgram.Stack}::x",
                    $"{random}::{Signatures.Unknown}",
                }
            )
                texts.Add(
                    (
                        await Assert.ThrowsAsync<GrpcException>(() =>
                            program.RegisterAsync(Topic, "t", more: request => request.Provider = reference)
                        )
                    )!.Detail
                );
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(texts[0], Does.Contain("got provider 'nonsense', want a reference of the form urn::id"));
            Assert.That(texts[1], Does.Contain("nobody is not registered"));
            Assert.That(texts[2], Does.Contain("is a pulumi:pulumi:Stack, want a provider resource"));
            Assert.That(texts[3], Does.Contain("is for package 'random', want one for 'aws'"));
        }
    }

    private static async Task<string> RegisterProviderAsync(FakeProgram program, string name, string type = Provider) =>
        (
            await program.RegisterAsync(
                type,
                name,
                type == Provider ? Map(("region", "us-east-1")) : null,
                request => request.Version = type == Provider ? "7.48.0" : ""
            )
        ).Urn;

    private static Dictionary<string, ConfigEntry> Config(params ConfigEntry[] entries) =>
        entries.ToDictionary(entry => entry.Key);
}
