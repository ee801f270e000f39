using Engine.Model;
using Engine.Planning;
using Engine.Tests.Documents;
using Engine.Values;
using static Engine.Tests.Planning.PlannerBench;

namespace Engine.Tests.Planning;

public sealed class ProviderChangeTests
{
    private static ResourceState Provider(string name, params (string Key, object? Value)[] inputs) =>
        new()
        {
            Urn = States.Urn(name, "pulumi:providers:t"),
            Type = "pulumi:providers:t",
            Custom = true,
            Id = $"id-{name}",
            Inputs = V.Map(inputs),
        };

    private static string Reference(ResourceState provider, bool known = true) =>
        $"{provider.Urn}::{(known ? provider.Id : Signatures.Unknown)}";

    private static PlanStep Move(ResourceState before, ResourceState after, bool known = false)
    {
        var bench = new PlannerBench(before, Old("a") with { Provider = Reference(before) });
        bench.Register(after with { Id = null });
        return bench.Register(Goal("a") with { Provider = Reference(after, known) });
    }

    [Test]
    public void Another_version_of_a_default_provider_changes_nothing() =>
        Assert.That(
            Move(Provider("default_1_0_0", ("version", "1.0.0")), Provider("default_2_0_0", ("version", "2.0.0"))).Op,
            Is.EqualTo(StepOp.Same)
        );

    [Test]
    public void Another_region_replaces() =>
        Assert.That(
            Move(Provider("p", ("region", "a")), Provider("q", ("region", "b"))).ReplaceReasons,
            Is.EqualTo(["provider"])
        );

    [Test]
    public void A_region_not_known_or_not_said_does_not()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Move(Provider("p", ("region", "a")), Provider("q", ("region", V.Unknown))).Op, Is.EqualTo(StepOp.Same));
            Assert.That(Move(Provider("p"), Provider("q", ("region", "b"))).Op, Is.EqualTo(StepOp.Same));
        }
    }

    [Test]
    public void A_setting_that_the_schema_says_moves_resources_replaces() =>
        Assert.That(Move(Provider("p", ("endpoint", "a")), Provider("q", ("endpoint", "b"))).Op, Is.EqualTo(StepOp.Replace));

    [Test]
    public void Any_other_setting_does_not() =>
        Assert.That(
            Move(Provider("p", ("comment", "a")), Provider("p", ("comment", "b")), known: true).Op,
            Is.EqualTo(StepOp.Same)
        );

    [TestCase("")]
    [TestCase(null)]
    public void From_or_to_no_provider_replaces(string? none)
    {
        var step = new PlannerBench(States.DefaultProvider(), Old("a") with { Provider = none }).Register(Goal("a"));

        Assert.That(step.ReplaceReasons, Is.EqualTo(["provider"]));
    }
}
