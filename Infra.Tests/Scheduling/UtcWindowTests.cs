using Infra.Scheduling;

namespace Infra.Tests.Scheduling;

public sealed class UtcWindowTests
{
    [TestCase("03:00-05:00", false, 120)]
    [TestCase("23:30-00:15", false, 45)]
    [TestCase("sun:05:00-sun:06:00", true, 60)]
    [TestCase("sun:23:30-mon:00:30", true, 60)]
    [TestCase("mon:00:00-sun:23:59", true, 10_079)]
    public void A_window_is_daily_or_weekly_and_has_a_length(string text, bool weekly, int minutes)
    {
        var window = UtcWindow.Parse(text)!;

        Assert.That((window.IsWeekly, window.Minutes, window.ToString()), Is.EqualTo((weekly, minutes, text)));
    }

    [TestCase("")]
    [TestCase("3:00-5:00")]
    [TestCase("03:00 - 05:00")]
    [TestCase("24:00-01:00")]
    [TestCase("03:60-04:00")]
    [TestCase("03:00-03:00")]
    [TestCase("sun:05:00-06:00")]
    [TestCase("05:00-sun:06:00")]
    [TestCase("Sun:05:00-Sun:06:00")]
    [TestCase("sunday:05:00-sunday:06:00")]
    [TestCase("03:00-05:00\n")]
    [TestCase("٠٣:00-05:00")]
    public void What_AWS_would_not_read_is_not_read(string text) => Assert.That(UtcWindow.Parse(text), Is.Null);

    [TestCase("03:00-05:00", "04:00-06:00", true)]
    [TestCase("03:00-05:00", "05:00-06:00", false)]
    [TestCase("23:00-01:00", "00:30-02:00", true)]
    [TestCase("23:00-01:00", "01:00-02:00", false)]
    [TestCase("03:00-05:00", "sun:05:00-sun:06:00", false)]
    [TestCase("03:00-05:00", "sun:04:59-sun:06:00", true)]
    [TestCase("23:30-00:30", "mon:00:00-mon:01:00", true)]
    [TestCase("17:00-17:30", "sun:18:00-sun:19:00", false)]
    [TestCase("17:00-17:30", "sat:18:00-sun:19:00", true)]
    [TestCase("sun:23:00-mon:01:00", "mon:00:30-mon:02:00", true)]
    [TestCase("sun:23:00-mon:01:00", "mon:01:00-mon:02:00", false)]
    [TestCase("sat:23:00-sun:01:00", "sun:23:00-mon:01:00", false)]
    public void Windows_overlap_when_one_minute_is_in_both(string left, string right, bool overlap) =>
        Assert.That(UtcWindow.Parse(left)!.Overlaps(UtcWindow.Parse(right)!), Is.EqualTo(overlap));

    [TestCase("03:00-05:00", "12:00-14:00 JST")]
    [TestCase("17:00-17:30", "02:00-02:30 JST")]
    [TestCase("sun:05:00-sun:06:00", "sun:14:00-sun:15:00 JST")]
    [TestCase("sun:18:00-sun:19:00", "mon:03:00-mon:04:00 JST")]
    public void People_in_Japan_read_their_own_time(string utc, string tokyo) =>
        Assert.That(UtcWindow.Parse(utc)!.InTokyo, Is.EqualTo(tokyo));

    [Test]
    public void A_lead_reaches_back_into_the_week_before()
    {
        var window = UtcWindow.Parse("mon:00:30-mon:01:00")!.WithLead(60);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(window.Minutes, Is.EqualTo(90));
            Assert.That(window.Overlaps(UtcWindow.Parse("sun:23:30-sun:23:31")!), Is.True);
            Assert.That(window.Overlaps(UtcWindow.Parse("sun:23:29-sun:23:30")!), Is.False);
            Assert.That(window.Overlaps(UtcWindow.Parse("mon:00:59-mon:01:00")!), Is.True);
        }
    }

    [TestCase(17 * 60, 30, "17:00-17:30")]
    [TestCase(23 * 60 + 45, 30, "23:45-00:15")]
    public void A_window_of_every_day_is_made_of_its_start_and_its_length(int start, int minutes, string text) =>
        Assert.That(
            UtcWindow.Daily(start, minutes),
            Is.EqualTo(UtcWindow.Parse(text)).Using<UtcWindow>((a, b) => $"{a}" == $"{b}")
        );
}
