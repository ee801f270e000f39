using System.Globalization;

namespace Protocol.Wire;

/// <summary>The value of <c>grpc-timeout</c>: at most eight digits and a unit.</summary>
internal static class TimeoutText
{
    private const long MaxDigits = 99_999_999;

    /// <summary>The longest time a timer of .NET waits, about 49 days; longer deadlines are kept by nobody.</summary>
    public static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private static readonly (char Unit, long Ticks)[] Units =
    [
        ('u', TimeSpan.TicksPerMicrosecond),
        ('m', TimeSpan.TicksPerMillisecond),
        ('S', TimeSpan.TicksPerSecond),
        ('M', TimeSpan.TicksPerMinute),
        ('H', TimeSpan.TicksPerHour),
    ];

    /// <summary>Rounded up, so that the server never gives up before the client does.</summary>
    public static string Format(TimeSpan timeout)
    {
        foreach (var (unit, ticks) in Units)
        {
            var amount = (timeout.Ticks / ticks) + (timeout.Ticks % ticks == 0 ? 0 : 1);
            if (amount <= MaxDigits)
                return amount.ToString(CultureInfo.InvariantCulture) + unit;
        }

        return MaxDigits.ToString(CultureInfo.InvariantCulture) + 'H';
    }

    public static bool TryParse(string text, out TimeSpan timeout)
    {
        timeout = default;
        if (
            text.Length is < 2 or > 9
            || !long.TryParse(text.AsSpan()[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
        )
            return false;

        if (text[^1] == 'n')
        {
            timeout = TimeSpan.FromTicks((amount + TimeSpan.NanosecondsPerTick - 1) / TimeSpan.NanosecondsPerTick);
            return true;
        }

        foreach (var (unit, ticks) in Units)
        {
            if (unit != text[^1])
                continue;
            timeout = TimeSpan.FromTicks(Math.Min(amount, long.MaxValue / ticks) * ticks);
            return true;
        }

        return false;
    }
}
