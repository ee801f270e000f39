using Engine.Previewing;
using Engine.Projects;
using Engine.Tests.Previewing;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;
using Protocol;
using Pulumirpc;
using static Engine.Tests.Make;

namespace Engine.Tests.Monitor;

/// <summary>What a program may not do: each is refused with a status, and is one problem of the plan, in words.</summary>
public sealed class RefusalTests
{
    private const string Pet = "random:index/randomPet:RandomPet";
    private const string Prefix = "urn:pulumi:dev::shop::";

    [Test]
    public async Task Two_resources_of_one_urn_are_both_named()
    {
        var refused = await RefusedAsync(
            program => program.RegisterAsync(Pet, "cat", more: request => request.SourcePosition = At("main.ts", 3)),
            program => program.RegisterAsync(Pet, "cat", more: request => request.SourcePosition = At("main.ts", 9))
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Status, Is.EqualTo(GrpcStatusCode.AlreadyExists));
            Assert.That(
                refused.Text,
                Does.StartWith($"{Prefix}{Pet}::cat: two resources have this URN")
                    .And.Contain("at main.ts:3 and")
                    .And.Contain("at main.ts:9;")
                    .And.Contain("unique name")
            );
        }
    }

    [Test]
    public async Task A_parent_that_is_not_registered_is_refused()
    {
        var refused = await RefusedAsync(program =>
            program.RegisterAsync(Pet, "cat", more: request => request.Parent = $"{Prefix}a:b:C::nobody")
        );

        Assert.That(
            refused.Text,
            Is.EqualTo(
                $"{Pet} 'cat': its parent {Prefix}a:b:C::nobody is not registered; register the parent first, and use the URN it was given"
            )
        );
    }

    [Test]
    public async Task A_dependency_that_is_not_registered_is_refused_and_its_property_named()
    {
        var refused = await RefusedAsync(program =>
            program.RegisterAsync(
                Pet,
                "cat",
                more: request => request.PropertyDependencies["prefix"] = new() { Urns = { $"{Prefix}{Pet}::dog" } }
            )
        );

        Assert.That(
            refused.Text,
            Is.EqualTo(
                $"{Prefix}{Pet}::cat: it depends on {Prefix}{Pet}::dog in its property 'prefix', which is not registered; register that first, or remove the dependency"
            )
        );
    }

    [Test]
    public async Task A_resource_cannot_depend_on_itself()
    {
        var refused = await RefusedAsync(program =>
            program.RegisterAsync(Pet, "cat", more: request => request.Dependencies.Add($"{Prefix}{Pet}::cat"))
        );

        Assert.That(refused.Text, Does.Contain("cyclic dependency, the resource depends on itself"));
    }

    [Test]
    public async Task Resources_that_wait_for_each_other_are_shown_as_a_cycle()
    {
        var refused = await RefusedAsync(
            program => Ignore(Wanting(program, "cat", "dog")),
            program => Ignore(Wanting(program, "dog", "cow")),
            program => Wanting(program, "cow", "cat")
        );

        Assert.That(
            refused.Text,
            Does.Contain($"cyclic dependency, {Prefix}{Pet}::cow → {Prefix}{Pet}::cat → {Prefix}{Pet}::dog → {Prefix}{Pet}::cow")
        );

        static Task<RegisterResourceResponse> Wanting(FakeProgram program, string name, string other) =>
            program.RegisterAsync(Pet, name, more: request => request.Dependencies.Add($"{Prefix}{Pet}::{other}"));
    }

    [TestCase("Bucket")]
    [TestCase("aws:Bucket")]
    [TestCase("aws::Bucket")]
    [TestCase("aws:s3/bucket:")]
    [TestCase("aws:s3$bucket:Bucket")]
    [TestCase("")]
    public async Task A_type_that_is_no_token_is_refused(string type)
    {
        var refused = await RefusedAsync(program => program.RegisterAsync(type, "x"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Status, Is.EqualTo(GrpcStatusCode.InvalidArgument));
            Assert.That(refused.Text, Does.StartWith("resource 'x': got").And.Contain("want"));
        }
    }

    [Test]
    public async Task A_resource_needs_a_name() =>
        Assert.That((await RefusedAsync(program => program.RegisterAsync(Pet, ""))).Text, Does.Contain("got an empty name"));

    [Test]
    public async Task A_name_that_holds_a_secret_is_refused_without_saying_it()
    {
        var result = await FakeProgram.PreviewAsync(
            async program =>
            {
                await program.RegisterStackAsync();
                await Ignore(program.RegisterAsync(Pet, "the-swordfish-cat"));
            },
            options => options with { Config = Entries(ConfigEntry.Of("shop:word", "swordfish", isSecret: true)) }
        );

        Assert.That(result.OnlyProblem(), Does.Contain("its name holds a secret").And.Not.Contain("swordfish"));
    }

    [Test]
    public async Task A_malformed_value_names_the_resource_and_the_path()
    {
        var broken = Value.ForStruct(new Struct { Fields = { [Signatures.Key] = Value.ForString("?") } });
        var refused = await RefusedAsync(program =>
            program.RegisterAsync(Pet, "cat", more: request => request.Object.Fields["keepers"] = broken)
        );

        Assert.That(
            refused.Text,
            Is.EqualTo($"{Pet} 'cat': malformed message, keepers: got a special value of unknown kind '?'")
        );
    }

    [Test]
    public async Task A_timeout_that_is_no_duration_is_refused()
    {
        var refused = await RefusedAsync(program =>
            program.RegisterAsync(Pet, "cat", more: request => request.CustomTimeouts = new() { Create = "soon" })
        );

        Assert.That(refused.Text, Does.Contain("customTimeouts.create: got 'soon', want a duration"));
    }

    [Test]
    public async Task An_alias_that_is_no_urn_is_refused()
    {
        var refused = await RefusedAsync(program =>
            program.RegisterAsync(Pet, "cat", more: request => request.AliasURNs.Add("kitten"))
        );

        Assert.That(refused.Text, Does.Contain("got alias 'kitten', want a URN"));
    }

    [Test]
    public async Task Nothing_is_registered_after_the_program_said_that_it_is_done()
    {
        var refused = await RefusedAsync(program => program.ShutdownAsync(), program => program.RegisterAsync(Pet, "late"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Status, Is.EqualTo(GrpcStatusCode.FailedPrecondition));
            Assert.That(refused.Text, Does.StartWith($"{Prefix}{Pet}::late: registered after the program said that it was done"));
        }
    }

    [Test]
    public async Task What_needs_a_call_back_is_refused_as_unimplemented()
    {
        var hook = await RefusedAsync(program =>
            program.Client.CallAsync(ResourceMonitorMethods.RegisterResourceHook, new RegisterResourceHookRequest { Name = "h" })
        );
        var transform = await RefusedAsync(program =>
            program.RegisterAsync(Pet, "cat", more: request => request.Transforms.Add(new Callback()))
        );
        var stack = await RefusedAsync(program =>
            program.Client.CallAsync(ResourceMonitorMethods.RegisterStackTransform, new Callback())
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new[] { hook.Status, transform.Status, stack.Status }, Is.All.EqualTo(GrpcStatusCode.Unimplemented));
            Assert.That(hook.Text, Does.Contain("does not run resource hooks"));
            Assert.That(transform.Text, Does.StartWith($"{Pet} 'cat': got transforms"));
        }
    }

    [Test]
    public async Task Outputs_are_taken_from_registered_components_only()
    {
        var unknown = await RefusedAsync(program => program.OutputsAsync($"{Prefix}a:b:C::x", ObjectValue.Empty));
        var managed = await RefusedAsync(async program =>
        {
            var pet = await program.RegisterAsync(Pet, "cat");
            await program.OutputsAsync(pet.Urn, ObjectValue.Empty);
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(unknown.Text, Does.Contain("which is not registered"));
            Assert.That(managed.Text, Does.Contain("only components hand over outputs"));
        }
    }

    [Test]
    public async Task What_an_SDK_says_about_a_refusal_is_not_repeated()
    {
        var result = await FakeProgram.PreviewAsync(
            async program =>
            {
                await program.RegisterStackAsync();
                var refusal = (await Assert.ThrowsAsync<GrpcException>(() => program.RegisterAsync("Nonsense", "x")))!;
                await program.LogAsync(LogSeverity.Error, $"Running program failed: {refusal.Message}\n   at Some.Frame()");
            },
            exitCode: 32
        );

        Assert.That(result.OnlyProblem(), Does.StartWith("resource 'x': got type 'Nonsense'"));
    }

    private static SourcePosition At(string file, int line) => new() { Uri = file, Line = line };

    private static async Task Ignore(Task call)
    {
        try
        {
            await call;
        }
        catch (GrpcException)
        {
            // The refusal is what the test has asked for.
        }
    }

    private static Dictionary<string, ConfigEntry> Entries(params ConfigEntry[] entries) =>
        entries.ToDictionary(entry => entry.Key);

    private static async Task<(GrpcStatusCode Status, string Text)> RefusedAsync(params Func<FakeProgram, Task>[] calls)
    {
        GrpcException? refusal = null;
        var result = await FakeProgram.PreviewAsync(async program =>
        {
            await program.RegisterStackAsync();
            foreach (var call in calls[..^1])
                await call(program);
            refusal = await Assert.ThrowsAsync<GrpcException>(() => calls[^1](program));
        });

        Assert.That(result.Failed, Is.True);
        Assert.That(result.Problems.Select(problem => problem.Message), Does.Contain(refusal!.Detail));
        return (refusal.StatusCode, refusal.Detail);
    }
}
