using Engine.Projects;
using Engine.Tests.Previewing;
using Google.Protobuf.WellKnownTypes;
using Protocol;
using Pulumirpc;
using static Engine.Tests.Make;

namespace Engine.Tests.Monitor;

public sealed class ServiceTests
{
    [TestCase("secrets", true)]
    [TestCase("resourceReferences", true)]
    [TestCase("outputValues", true)]
    [TestCase("aliasSpecs", true)]
    [TestCase("deletedWith", true)]
    [TestCase("replaceWith", true)]
    [TestCase("replacementTrigger", true)]
    [TestCase("parameterization", true)]
    [TestCase("transforms", false)]
    [TestCase("invokeTransforms", false)]
    [TestCase("resourceHooks", false)]
    [TestCase("errorHooks", false)]
    [TestCase("somethingNew", false)]
    public async Task Only_what_is_honoured_is_said_to_be_supported(string feature, bool supported)
    {
        var answer = await AskAsync(program =>
            program.Client.CallAsync(ResourceMonitorMethods.SupportsFeature, new SupportsFeatureRequest { Id = feature })
        );

        Assert.That(answer.HasSupport, Is.EqualTo(supported));
    }

    [Test]
    public async Task The_deployment_tells_the_program_all_it_needs()
    {
        var info = await AskAsync(program => program.Client.CallAsync(ResourceMonitorMethods.GetDeploymentInfo, new Empty()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((info.Project, info.Stack, info.Organization), Is.EqualTo(("shop", "dev", "organization")));
            Assert.That(info.DryRun, Is.True);
            Assert.That(info.Config["shop:size"], Is.EqualTo("3"));
            Assert.That(info.ConfigSecretKeys, Is.EqualTo(new[] { "shop:word" }));
            Assert.That(info.SupportedFeatures, Does.Not.Contain(ResourceMonitorFeature.Transforms));
        }
    }

    [Test]
    public async Task The_environment_tells_the_program_all_it_needs()
    {
        var environment = await AskAsync(program => Task.FromResult(program.Context.Environment));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(environment["PULUMI_DRY_RUN"], Is.EqualTo("true"));
            Assert.That(environment["PULUMI_QUERY_MODE"], Is.EqualTo("false"));
            Assert.That(environment["PULUMI_PROJECT"], Is.EqualTo("shop"));
            Assert.That(environment["PULUMI_STACK"], Is.EqualTo("dev"));
            Assert.That(environment["PULUMI_PARALLEL"], Is.EqualTo("16"));
            Assert.That(environment["PULUMI_CONFIG"], Is.EqualTo("""{"shop:size":"3","shop:word":"swordfish"}"""));
            Assert.That(environment["PULUMI_CONFIG_SECRET_KEYS"], Is.EqualTo("""["shop:word"]"""));
            Assert.That(environment["PULUMI_MONITOR"], Is.EqualTo(environment["PULUMI_ENGINE"]));
        }
    }

    [Test]
    public async Task The_root_is_the_stack()
    {
        var root = await AskAsync(async program =>
        {
            await program.Client.CallAsync(EngineMethods.SetRootResource, new SetRootResourceRequest { Urn = FakeProgram.Stack });
            return await program.Client.CallAsync(EngineMethods.GetRootResource, new GetRootResourceRequest());
        });

        Assert.That(root.Urn, Is.EqualTo(FakeProgram.Stack));
    }

    [Test]
    public async Task A_program_has_one_root()
    {
        var refusal = await AskAsync(async program =>
            await Assert.ThrowsAsync<GrpcException>(() =>
                program.Client.CallAsync(
                    EngineMethods.SetRootResource,
                    new SetRootResourceRequest { Urn = "urn:pulumi:a::b::c::d" }
                )
            )
        );

        Assert.That(refusal!.Detail, Does.Contain("a program has one stack"));
    }

    [Test]
    public async Task A_registered_package_has_a_reference()
    {
        var answer = await AskAsync(program =>
            program.Client.CallAsync(
                ResourceMonitorMethods.RegisterPackage,
                new RegisterPackageRequest
                {
                    Name = "terraform",
                    Version = "1.0.0",
                    Parameterization = new() { Name = "x", Version = "2" },
                }
            )
        );

        Assert.That(answer.Ref, Is.EqualTo("terraform@1.0.0+x@2"));
    }

    [Test]
    public async Task A_registered_resource_can_be_looked_up()
    {
        var answer = await AskAsync(async program =>
        {
            var part = await program.RegisterComponentAsync("idp:a:Part", "part");
            await program.OutputsAsync(part.Urn, Map(("url", "u")));
            return await program.InvokeAsync("pulumi:pulumi:getResource", Map(("urn", part.Urn)));
        });

        Assert.That(answer.Return.Fields["state"].StructValue.Fields["url"].StringValue, Is.EqualTo("u"));
    }

    private static async Task<T> AskAsync<T>(Func<FakeProgram, Task<T>> ask)
    {
        T? answer = default;
        await FakeProgram.PreviewAsync(
            async program =>
            {
                await program.RegisterStackAsync();
                answer = await ask(program);
            },
            options =>
                options with
                {
                    Config = new[]
                    {
                        ConfigEntry.Of("shop:size", "3"),
                        ConfigEntry.Of("shop:word", "swordfish", isSecret: true),
                    }.ToDictionary(entry => entry.Key),
                }
        );
        return answer!;
    }
}
