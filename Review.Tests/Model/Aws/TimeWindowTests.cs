using Review.Model.Aws;

namespace Review.Tests.Model.Aws;

internal sealed class TimeWindowTests
{
    [TestCase("17:00-17:30", 1020, 30)]
    [TestCase("23:30-00:30", 1410, 60)]
    [TestCase("sun:18:00-sun:19:00", 1080, 60)]
    [TestCase("SUN:23:30-mon:00:30", 1410, 60)]
    [TestCase("mon:00:00-tue:00:00", 0, 1440)]
    public void A_window_is_read(string text, int start, int length) =>
        Assert.That(TimeWindow.Parse(text), Is.EqualTo(new TimeWindow(start, length)));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("17:00")]
    [TestCase("25:00-26:00")]
    [TestCase("day:17:00-day:18:00")]
    [TestCase("17:00-17:30-18:00")]
    public void What_is_none_is_not_read(string? text) => Assert.That(TimeWindow.Parse(text), Is.Null);

    [TestCase("17:00-18:00", "18:00-19:00", false)]
    [TestCase("17:00-18:01", "18:00-19:00", true)]
    [TestCase("18:15-18:30", "18:00-19:00", true)]
    [TestCase("23:30-00:30", "00:00-01:00", true)]
    [TestCase("23:30-00:30", "sun:00:30-sun:01:00", false)]
    public void Windows_with_a_minute_in_common_overlap(string one, string other, bool overlap)
    {
        var (first, second) = (TimeWindow.Parse(one)!, TimeWindow.Parse(other)!);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Overlaps(second), Is.EqualTo(overlap));
            Assert.That(second.Overlaps(first), Is.EqualTo(overlap));
        }
    }
}
