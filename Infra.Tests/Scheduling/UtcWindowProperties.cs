using FsCheck;
using FsCheck.Fluent;
using Infra.Scheduling;

namespace Infra.Tests.Scheduling;

/// <summary>What holds for every window.</summary>
public sealed class UtcWindowProperties
{
    private const int Week = 7 * 24 * 60;

    [Test]
    public void What_is_written_is_read_again() => Check((left, _) => UtcWindow.Parse(left.ToString()) == left);

    [Test]
    public void Overlap_is_mutual_and_a_window_overlaps_itself() =>
        Check((left, right) => left.Overlaps(right) == right.Overlaps(left) && left.Overlaps(left));

    [Test]
    public void Overlap_is_what_counting_every_minute_of_a_week_says() =>
        Check((left, right) => left.Overlaps(right) == Open(left).Overlaps(Open(right)));

    [Test]
    public void Tokyo_keeps_length_and_kind() =>
        Check(
            (left, _) =>
                UtcWindow.Parse(left.InTokyo[..^" JST".Length]) is { } tokyo
                && tokyo.Minutes == left.Minutes
                && tokyo.IsWeekly == left.IsWeekly
        );

    // The slow and obvious way, from the text alone.
    private static HashSet<int> Open(UtcWindow window)
    {
        var text = window.ToString();
        var start = window.IsWeekly
            ? Array.IndexOf(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], text[..3]) * 1440 + Time(text[4..9])
            : Time(text[..5]);
        var days = window.IsWeekly ? 1 : 7;
        return
        [
            .. Enumerable
                .Range(0, days)
                .SelectMany(day => Enumerable.Range(0, window.Minutes).Select(m => (day * 1440 + start + m) % Week)),
        ];

        static int Time(string hhmm) => int.Parse(hhmm[..2]) * 60 + int.Parse(hhmm[3..5]);
    }

    private static void Check(Func<UtcWindow, UtcWindow, bool> holds) =>
        Prop.ForAll(
                (from left in Windows from right in Windows select (left, right)).ToArbitrary(),
                pair => holds(pair.left, pair.right)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static Gen<UtcWindow> Windows =>
        from text in Gen.OneOf(
            from start in Times
            from end in Times
            select $"{start}-{end}",
            from firstDay in DayNames
            from start in Times
            from lastDay in DayNames
            from end in Times
            select $"{firstDay}:{start}-{lastDay}:{end}"
        )
        let window = UtcWindow.Parse(text)
        where window is not null
        select window;

    private static Gen<string> DayNames => Gen.Elements("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    // On the half hour, so that windows that touch and windows of no length are common.
    private static Gen<string> Times =>
        from hour in Gen.Choose(0, 23)
        from half in Gen.Elements("00", "30")
        select $"{hour:00}:{half}";
}
