using Infra.Observability;
using Infra.Settings.Alarms;

namespace Infra.Tests.Settings.Alarms;

public sealed class AlarmSwitchesTests
{
    private static readonly AlarmSwitches Switches = new(Enabled: true, ["cdn-errors", "database-cpu"], "https://example.com/");

    [Test]
    public void The_alarms_of_each_region_hear_only_of_their_own_that_are_muted()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Switches.MutedOf([Row("cdn-errors"), Row("cdn-refused")]), Is.EqualTo(new[] { "cdn-errors" }));
            Assert.That(Switches.MutedOf([Row("database-cpu")]), Is.EqualTo(new[] { "database-cpu" }));
            Assert.That(Switches.MutedOf([Row("table-throttles")]), Is.Empty);
        }
    }

    [Test]
    public void A_name_that_is_an_alarm_in_no_region_is_refused_with_the_nearest_one() =>
        Assert.That(
            Switches.Unknown(["cdn-errors", "database-cpus"]).Single().ToString(),
            Does.StartWith("alarms.muted").And.Contain("database-cpu").And.Contain("did you mean database-cpus?")
        );

    [Test]
    public void Names_that_are_alarms_are_taken() =>
        Assert.That(Switches.Unknown(["cdn-errors", "database-cpu", "another"]), Is.Empty);

    private static AlarmRow Row(string key) =>
        new()
        {
            Key = key,
            Watches = "thing",
            Severity = AlertSeverity.Warning,
            Description = "Alert when something is wrong",
            Runbook = "page.md#section",
            Threshold = 1,
            MissingData = MissingData.NotBreaching,
        };
}
