using Review.Cost;
using Review.Drawing;
using Review.Guardrails;

namespace Review.Tests;

/// <summary>Nobody waits for what runs ahead, so nobody would see it fail.</summary>
internal sealed class WarmUpTests
{
    [Test]
    public void What_runs_ahead_of_a_picture_runs_to_its_end() =>
        Assert.That(async () => await PictureWarmUp.StartAsync(), Throws.Nothing);

    [Test]
    public void What_runs_ahead_of_an_estimate_runs_to_its_end() =>
        Assert.That(async () => await CostWarmUp.StartAsync(), Throws.Nothing);

    [Test]
    public void What_runs_ahead_of_guardrails_runs_to_its_end() =>
        Assert.That(async () => await GuardrailWarmUp.StartAsync(), Throws.Nothing);
}
