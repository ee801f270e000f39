using Infra.Observability;
using Infra.Settings.Observability;

namespace Infra.Tests.Settings.Observability;

public sealed class AlertSettingsTests
{
    private static readonly AlertSettings Written = new()
    {
        Critical = new() { Emails = ["oncall@example.com"], SlackChannelId = "C0123456789" },
        Warning = new() { Https = ["https://example.com/hook"] },
        SlackTeamId = "T0123456789",
    };

    [Test]
    public void Everything_written_reaches_the_topics()
    {
        var args = Written.ToArgs(TestStacks.Dev, "arn:key");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(args.Context, Is.SameAs(TestStacks.Dev));
            Assert.That(args.WarningsApart, Is.True);
            Assert.That(args.Critical.Emails, Is.EqualTo(new[] { "oncall@example.com" }));
            Assert.That(args.Critical.SlackChannelId, Is.EqualTo("C0123456789"));
            Assert.That(args.Warning.Https, Is.EqualTo(new[] { "https://example.com/hook" }));
            Assert.That(args.SlackTeamId, Is.EqualTo("T0123456789"));
            Assert.That(args.Publishers, Does.Contain(AlertPublisher.CloudWatch).And.Contains(AlertPublisher.Events));
            Assert.That(Written.Validate().Concat(args.Validate()), Is.Empty);
        }
    }

    [Test]
    public void Receivers_of_warnings_that_have_no_topic_of_their_own_are_refused_and_told_where_to_go()
    {
        var shared = Written with { WarningsApart = false };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                shared.Validate().Single().ToString(),
                Is.EqualTo(
                    "warning: got receivers, want none while warningsApart is false; all alerts share the topic of critical ones: name the "
                        + "receivers there"
                )
            );
            Assert.That((shared with { Warning = new() }).Validate(), Is.Empty);
            Assert.That((shared with { Warning = new() }).ToArgs(TestStacks.Dev, "arn:key").WarningsApart, Is.False);
        }
    }
}
