using Infra.Systems;
using Pulumi;

namespace Infra.Tests.Systems;

public sealed class ProductionGuardTests
{
    [Test]
    public void Production_is_not_changed_by_a_program_built_from_source() =>
        Assert.That(
            () => ProductionGuard.Check(TestStacks.Prod, isPreview: false, "source"),
            Throws
                .TypeOf<RunException>()
                .With.Message.EqualTo(
                    "prod: 1 problem\n  PulumiPackages: got source, want nuget to change production; export PulumiPackages=nuget and run pulumi up again"
                )
        );

    [Test]
    public void It_may_be_previewed_and_other_stacks_may_be_changed() =>
        Assert.That(
            () =>
            {
                ProductionGuard.Check(TestStacks.Prod, isPreview: true, "source");
                ProductionGuard.Check(TestStacks.Prod, isPreview: false, "nuget");
                ProductionGuard.Check(TestStacks.Dev, isPreview: false, "source");
            },
            Throws.Nothing
        );
}
