using Infra.Protection;

namespace Infra.Tests.Protection;

public sealed class WeekWindowTests
{
    [TestCase("17:00-17:30", 17 * 60, 30, true)]
    [TestCase("23:45-00:15", 23 * 60 + 45, 30, true)]
    [TestCase("mon:00:00-mon:01:00", 0, 60, false)]
    [TestCase("sun:23:30-mon:00:30", 6 * 1440 + 23 * 60 + 30, 60, false)]
    public void Windows_are_read_as_RDS_writes_them(string text, int start, int length, bool isDaily) =>
        Assert.That(WeekWindow.Parse(text), Is.EqualTo(new WeekWindow(start, length, isDaily)));

    [TestCase("17:00")]
    [TestCase("sun:18:00-19:00")]
    [TestCase("18:00-sun:19:00")]
    [TestCase("25:00-26:00")]
    [TestCase("Sun:18:00-Sun:19:00")]
    [TestCase("18:00-18:00")]
    public void Other_texts_are_no_windows(string text) => Assert.That(WeekWindow.Parse(text), Is.Null);

    [TestCase("17:00-17:30", "17:29-18:00", true)]
    [TestCase("17:00-17:30", "17:30-18:00", false)]
    [TestCase("17:00-17:30", "16:00-17:00", false)]
    [TestCase("17:00-17:30", "wed:17:10-wed:17:20", true)]
    [TestCase("17:00-17:30", "wed:16:00-thu:18:00", true)]
    [TestCase("23:45-00:15", "mon:00:00-mon:00:10", true)]
    [TestCase("sun:23:30-mon:00:30", "00:15-00:45", true)]
    [TestCase("sun:23:30-mon:00:30", "00:30-00:45", false)]
    [TestCase("sun:18:00-sun:19:00", "mon:18:00-mon:19:00", false)]
    public void Windows_overlap_when_a_minute_belongs_to_both(string left, string right, bool overlap)
    {
        var (one, other) = (WeekWindow.Parse(left)!, WeekWindow.Parse(right)!);

        Assert.That((one.Overlaps(other), other.Overlaps(one)), Is.EqualTo((overlap, overlap)));
    }

    [Test]
    public void A_lead_reaches_back_into_the_week_before()
    {
        var window = WeekWindow.Parse("mon:00:30-mon:01:00")!.WithLead(60);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(window.Overlaps(WeekWindow.Parse("sun:23:30-sun:23:31")!), Is.True);
            Assert.That(window.Overlaps(WeekWindow.Parse("sun:23:29-sun:23:30")!), Is.False);
            Assert.That(window.Overlaps(WeekWindow.Parse("mon:00:59-mon:01:00")!), Is.True);
        }
    }
}
