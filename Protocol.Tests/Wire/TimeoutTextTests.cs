using System.Globalization;
using Protocol.Wire;

namespace Protocol.Tests.Wire;

public sealed class TimeoutTextTests
{
    [TestCase("00:00:00.0000001", "1u")]
    [TestCase("00:00:00.0000010", "1u")]
    [TestCase("00:00:00.0000011", "2u")]
    [TestCase("00:01:39.9999990", "99999999u")]
    [TestCase("00:01:40", "100000m")]
    [TestCase("00:01:40.0001", "100001m")]
    [TestCase("1.03:46:40", "100000S")]
    [TestCase("1157.09:46:39", "99999999S")]
    [TestCase("1157.09:46:40", "1666667M")]
    [TestCase("10675199.02:48:05.4775807", "99999999H")]
    public void A_time_is_sent_in_the_finest_unit_that_fits_and_rounded_up(string time, string text) =>
        Assert.That(TimeoutText.Format(TimeSpan.Parse(time, CultureInfo.InvariantCulture)), Is.EqualTo(text));

    [TestCase("3H", "03:00:00")]
    [TestCase("3M", "00:03:00")]
    [TestCase("3S", "00:00:03")]
    [TestCase("3m", "00:00:00.003")]
    [TestCase("3u", "00:00:00.000003")]
    [TestCase("301n", "00:00:00.0000004")]
    [TestCase("99999999H", "4166666.15:00:00")]
    public void Every_unit_is_read(string text, string time)
    {
        var read = TimeoutText.TryParse(text, out var timeout);

        Assert.That((read, timeout), Is.EqualTo((true, TimeSpan.Parse(time, CultureInfo.InvariantCulture))));
    }

    [TestCase("")]
    [TestCase("S")]
    [TestCase("3")]
    [TestCase("3s")]
    [TestCase("+3S")]
    [TestCase(" 3S")]
    [TestCase("3.5S")]
    [TestCase("123456789S")]
    public void Anything_else_is_refused(string text) => Assert.That(TimeoutText.TryParse(text, out _), Is.False);
}
