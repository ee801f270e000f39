using Infra.Compute;

namespace Infra.Tests.Compute;

public sealed class ManagedCapacityTests
{
    [Test]
    public void All_three_together_are_sound_and_so_is_none()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(new ManagedCapacity().Validate(), Is.Empty);
            Assert.That(
                new ManagedCapacity
                {
                    Scaling = false,
                    TerminationProtection = false,
                    ProtectFromScaleIn = false,
                    Draining = false,
                }.Validate(),
                Is.Empty
            );
        }
    }

    [Test]
    public void Protection_without_managed_scaling_protects_nothing() =>
        Assert.That(
            new ManagedCapacity { Scaling = false }
                .Validate()
                .Single()
                .ToString(),
            Is.EqualTo("terminationProtection: got true, want false while scaling is false; only managed scaling looks at it")
        );

    [Test]
    public void Instances_that_nobody_unprotects_would_run_for_ever() =>
        Assert.That(
            new ManagedCapacity { TerminationProtection = false }
                .Validate()
                .Single()
                .ToString(),
            Is.EqualTo(
                "terminationProtection: got false, want true while protectFromScaleIn is true; "
                    + "nobody would lift the protection, and no instance would ever be stopped"
            )
        );

    [Test]
    public void Numbers_out_of_range_are_refused() =>
        Assert.That(
            new ManagedCapacity
            {
                TargetPercent = 101,
                SmallestStep = 0,
                LargestStepAtOnce = 10_001,
                WarmUpSeconds = -1,
            }
                .Validate()
                .Select(problem => problem.ToString()),
            Is.EqualTo(
                new[]
                {
                    "targetPercent: got 101, want 1 to 100; 100 keeps no instance waiting",
                    "smallestStep: got 0, want 1 to 10000; ECS takes nothing else",
                    "largestStepAtOnce: got 10001, want 0 to 10000; ECS takes nothing else",
                    "warmUpSeconds: got -1, want 0 to 10000; ECS takes nothing else",
                }
            )
        );
}
