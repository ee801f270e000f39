using Infra.Compute;

namespace Infra.Tests.Compute;

public sealed class ScheduledBoundsTests
{
    [Test]
    public void A_time_and_two_numbers_are_read() =>
        Assert.That(
            ScheduledBounds.Parse("cron(0 8 ? * MON-FRI *) 4-8"),
            Is.EqualTo(new ScheduledBounds("0 8 ? * MON-FRI *", 4, 8))
        );

    [TestCase("cron(0 8 ? * MON-FRI) 4-8"), TestCase("0 8 ? * MON-FRI * 4-8"), TestCase("cron(0 8 ? * * *) 4"), TestCase("")]
    public void Anything_else_is_none(string text) => Assert.That(ScheduledBounds.Parse(text), Is.Null);

    [Test]
    public void A_table_is_read_under_its_names_and_what_is_no_bound_is_left_to_the_settings_to_refuse() =>
        Assert.That(
            ScheduledBounds.ParseAll(
                new Dictionary<string, string>
                {
                    ["night"] = "cron(0 22 ? * * *) 0-0",
                    ["odd"] = "at night",
                    ["day"] = "cron(0 8 ? * * *) 2-10",
                }
            ),
            Is.EqualTo(
                new Dictionary<string, ScheduledBounds>
                {
                    ["day"] = new("0 8 ? * * *", 2, 10),
                    ["night"] = new("0 22 ? * * *", 0, 0),
                }
            )
        );

    [Test]
    public void Bounds_the_wrong_way_round_are_refused() =>
        Assert.That(
            new ScheduledBounds("0 8 ? * * *", 8, 4).Validate().Single().ToString(),
            Is.EqualTo(": got 8-4, want the smaller number first; swap them")
        );
}
