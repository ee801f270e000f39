using Engine;
using Infra.Cli.Operations;

namespace Infra.Cli.Tests.Operations;

public sealed class MomentTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    [TestCase("90s", "2026-01-31T11:58:30Z")]
    [TestCase("15m", "2026-01-31T11:45:00Z")]
    [TestCase("2h", "2026-01-31T10:00:00Z")]
    [TestCase("3d", "2026-01-28T12:00:00Z")]
    [TestCase("2026-01-31T03:25:00Z", "2026-01-31T03:25:00Z")]
    [TestCase("2026-01-31T03:25:00+09:00", "2026-01-30T18:25:00Z")]
    [TestCase("2026-01-31 03:25", "2026-01-31T03:25:00Z")]
    public void A_time_is_how_long_ago_or_a_date_and_UTC_without_a_zone(string text, string time) =>
        Assert.That(Moment.Text(Moment.Parse("--since", text, Now)), Is.EqualTo(time));

    [TestCase("soon", "got soon, want how long ago, such as 15m, 2h or 3d")]
    [TestCase("h", "got h, want how long ago")]
    [TestCase("-5m", "got -5m, want how long ago")]
    [TestCase("2026-02-01T00:00:00Z", "got 2026-02-01T00:00:00Z, which is still to come")]
    public void Anything_else_is_refused(string text, string message) =>
        Assert.That(
            () => Moment.Parse("--since", text, Now),
            Throws.TypeOf<InputException>().With.Message.Contains($"--since: 1 problem\n  {message}")
        );
}
