using Infra.Protection;

namespace Infra.Tests.Protection;

public sealed class ClockTimeTests
{
    [TestCase("00:00", 0, 0)]
    [TestCase("08:05", 8, 5)]
    [TestCase("23:59", 23, 59)]
    public void Times_are_read_to_the_minute(string text, int hour, int minute)
    {
        var time = ClockTime.Parse(text)!.Value;

        Assert.That((time.Hour, time.Minute, time.ToString()), Is.EqualTo((hour, minute, text)));
    }

    [TestCase("24:00")]
    [TestCase("8:00")]
    [TestCase("08:60")]
    [TestCase("08:00 ")]
    [TestCase("")]
    [TestCase(null)]
    public void Other_texts_are_no_times(string? text) => Assert.That(ClockTime.Parse(text), Is.Null);

    [Test]
    public void After_midnight_a_day_begins_again() =>
        Assert.That(ClockTime.Parse("23:55")!.Value.Plus(6).ToString(), Is.EqualTo("00:01"));
}
