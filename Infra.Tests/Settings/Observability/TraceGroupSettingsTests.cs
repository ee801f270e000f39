using Infra.Settings.Observability;
using Pulumi;

namespace Infra.Tests.Settings.Observability;

public sealed class TraceGroupSettingsTests
{
    [Test]
    public void Everything_written_reaches_the_group()
    {
        var args = new TraceGroupSettings { SlowSeconds = 9, SamplePercent = 100 }.ToArgs(
            TestStacks.Prod,
            ["a"],
            Output.Create("arn:warnings")
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That((args.SlowSeconds, args.SamplePercent, args.Insights), Is.EqualTo((9, (int?)100, true)));
            Assert.That(args.Services, Is.EqualTo(new[] { "a" }));
            Assert.That(args.TopicArn, Is.Not.Null);
        }
    }

    [Test]
    public void What_is_off_is_off_and_five_percent_need_no_rule()
    {
        var args = new TraceGroupSettings { Insights = false }.ToArgs(TestStacks.Prod, ["a"], Output.Create("arn:warnings"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(args.SamplePercent, Is.Null);
            Assert.That(args.TopicArn, Is.Null);
            Assert.That(args.Validate(), Is.Empty);
            Assert.That(new TraceGroupSettings { Enabled = false }.Validate(TestStacks.Prod, []), Is.Empty);
            Assert.That(
                new TraceGroupSettings().Validate(TestStacks.Prod, []).Single().ToString(),
                Is.EqualTo("services: got none, want one or more; the group would be empty")
            );
        }
    }
}
