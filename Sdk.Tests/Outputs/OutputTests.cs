using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;
using Sdk.Tests.Support;

namespace Sdk.Tests.Outputs;

public sealed class OutputTests
{
    [TestCase(true, false)]
    [TestCase(false, true)]
    public async Task A_function_on_an_unknown_value_is_skipped_in_previews_only(bool isPreview, bool isRun)
    {
        var wasRun = false;
        Output<int>? result = null;

        await Data.TestAsync(
            () =>
                result = Output
                    .CreateSecret(OutputUtilities.CreateUnknown(0))
                    .Apply(x =>
                    {
                        wasRun = true;
                        return x + 1;
                    }),
            isPreview
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(wasRun, Is.EqualTo(isRun));
            Assert.That(await Data.Of(result!), Is.EqualTo((isRun ? 1 : 0, false, true, 0)));
        }
    }

    [Test]
    public async Task An_inner_output_adds_its_secrecy_and_its_resources()
    {
        var source = new DependencyResource("urn");
        var inner = OutputUtilities.WithDependency(Output.CreateSecret("s"), source);

        var result = Output.Create(1).Apply(_ => inner);

        Assert.That(await Data.Of(result), Is.EqualTo(("s", true, true, 1)));
    }

    [Test]
    public async Task Applying_to_nothing_gives_the_default_value()
    {
        var result = Output.Create(1).Apply(_ => (Output<string>?)null);

        Assert.That(await Data.Of(result), Is.EqualTo(((string?)null, true, false, 0)));
    }

    [Test]
    public async Task All_forms_of_Apply_agree()
    {
        var output = Output.CreateSecret(20);

        (int, bool, bool, int) expected = (21, true, true, 0);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Data.Of(output.Apply(x => x + 1)), Is.EqualTo(expected));
            Assert.That(await Data.Of(output.Apply(x => Task.FromResult(x + 1))), Is.EqualTo(expected));
            Assert.That(await Data.Of(output.Apply(x => Output.Create(x + 1))), Is.EqualTo(expected));
            Assert.That(await Data.Of(output.Apply(x => (Input<int>)(x + 1))), Is.EqualTo(expected));
            Assert.That(await Data.Of(output.UntypedApply(x => Output.Create((int)x! + 1))), Is.EqualTo(expected));
            Assert.That(
                await Data.Of(output.Apply(x => (Task)Task.CompletedTask)),
                Is.EqualTo((default(ValueTuple), true, true, 0))
            );
        }
    }

    [Test]
    public async Task Format_fills_its_holes()
    {
        Input<int> port = 80;
        var url = Output.Format($"{"http"}://{Output.CreateSecret("host")}:{port}/{3.5:F2}");

        Assert.That(await Data.Of(url), Is.EqualTo(("http://host:80/3.50", true, true, 0)));
    }

    [Test]
    public async Task Tuples_of_eight_hold_eight()
    {
        Input<int> one = 1;
        var tuple = Output.Tuple(one, one, one, one, one, one, one, (Input<string>)Output.CreateSecret("8"));

        var (value, _, isSecret, _) = await Data.Of(tuple);
        Assert.That((value.Item7, value.Item8, isSecret), Is.EqualTo((1, "8", true)));
    }

    [Test]
    public async Task An_output_has_no_text_but_a_warning()
    {
        var text = Output.Create("value").ToString();
        var engine = new FakeEngine();

        await engine.RunAsync(() => _ = $"{Output.Create("value")}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Does.Not.Contain("value\"").And.Contain("Output.Format"));
            Assert.That(engine.Logged.Single().Severity, Is.EqualTo(Pulumirpc.LogSeverity.Warning));
        }
    }

    [TestCase("1")]
    [TestCase("true")]
    public void Asking_for_the_text_throws_if_so_wished(string value)
    {
        using var environment = new EnvironmentScope(("PULUMI_ERROR_OUTPUT_STRING", value));

        Assert.That(() => Output.Create("x").ToString(), Throws.InvalidOperationException);
    }

    [Test]
    public async Task JSON_holds_outputs_and_inputs_as_their_values()
    {
        var source = new DependencyResource("urn");
        Input<int> port = 80;
        InputList<string> zones = ["a", Later("b")];
        var value = new Dictionary<string, object>
        {
            ["host"] = OutputUtilities.WithDependency(Output.CreateSecret("h"), source),
            ["port"] = port,
            ["zones"] = zones,
            ["nested"] = new Dictionary<string, Output<string>> { ["later"] = Later("x") },
        };

        var (json, isKnown, isSecret, resources) = await Data.Of(Output.JsonSerialize(Output.Create(value)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(json, Is.EqualTo("""{"host":"h","port":80,"zones":["a","b"],"nested":{"later":"x"}}"""));
            Assert.That((isKnown, isSecret, resources), Is.EqualTo((true, true, 1)));
        }
    }

    [Test]
    public async Task JSON_of_something_unknown_is_unknown()
    {
        var value = new { Known = "x", Unknown = Output.CreateSecret(OutputUtilities.CreateUnknown("")) };

        var (_, isKnown, isSecret, _) = await Data.Of(Output.JsonSerialize(Output.Create(value)));

        Assert.That((isKnown, isSecret), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task JSON_of_a_secret_is_secret_and_from_where_the_value_is_from()
    {
        var value = OutputUtilities.WithDependency(Output.CreateSecret(new[] { "plain" }), new DependencyResource("urn"));

        Assert.That(await Data.Of(Output.JsonSerialize(value)), Is.EqualTo(("""["plain"]""", true, true, 1)));
    }

    [Test]
    public async Task JSON_follows_the_options()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

        var (first, _, _, _) = await Data.Of(Output.JsonSerialize(Output.Create(new { BigName = 1 }), options));
        var (second, _, _, _) = await Data.Of(Output.JsonSerialize(Output.Create(new { BigName = Output.Create(2) }), options));

        Assert.That((first, second), Is.EqualTo(("""{"bigName":1}""", """{"bigName":2}""")));
    }

    [Test]
    public async Task JSON_is_read_with_the_secrecy_of_the_text()
    {
        var read = Output.JsonDeserialize<Dictionary<string, Output<int>>>(Output.CreateSecret("""{"a":1}"""));

        var (value, _, isSecret, _) = await Data.Of(read);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(isSecret, Is.True);
            Assert.That(await Data.Of(value["a"]), Is.EqualTo((1, true, true, 0)));
        }
    }

    [Test]
    public async Task A_deferred_output_is_what_it_is_resolved_to()
    {
        var deferred = new DeferredOutput<string>();
        var made = deferred.Output.Apply(x => x + "!");

        deferred.Resolve(Output.CreateSecret("x"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Data.Of(made), Is.EqualTo(("x!", true, true, 0)));
            Assert.That(() => deferred.Resolve(Output.Create("y")), Throws.InvalidOperationException);
        }
    }

    [Test]
    public async Task Lists_and_unions_are_opened()
    {
        var list = Output.Create(ImmutableArray.Create("a", "b"));
        var union = Output.Create(Union<string, int>.FromT1(3));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Data.Of(list.First())).Value, Is.EqualTo("a"));
            Assert.That((await Data.Of(list.GetAt(1))).Value, Is.EqualTo("b"));
            Assert.That((await Data.Of(list.Length())).Value, Is.EqualTo(2));
            Assert.That((await Data.Of(union.IsT0())).Value, Is.False);
            Assert.That((await Data.Of(union.AsT1())).Value, Is.EqualTo(3));
            Assert.That((await Data.Of(union.Value())).Value, Is.EqualTo(3));
            Assert.That(async () => await Data.Of(union.AsT0()), Throws.InvalidOperationException);
        }
    }

    private static Output<string> Later(string value) => Output.Create(Task.Delay(5).ContinueWith(_ => value));
}
