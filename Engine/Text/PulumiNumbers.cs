using System.Globalization;

namespace Engine.Text;

/// <summary>Numbers as Pulumi's own JSON spells them, which is not how .NET does: no exponent between 1e-6 and 1e21, a small one outside.</summary>
internal static class PulumiNumbers
{
    private const double LargestExact = 1L << 53;

    /// <summary>Whether there is nothing behind the decimal point.</summary>
    public static bool IsWhole(double value) => double.IsFinite(value) && value == Math.Truncate(value);

    /// <summary>The shortest text that reads back as the same number. Not-a-number and the infinities have no JSON text and are refused.</summary>
    public static string Text(double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentException("JSON has no such number", nameof(value));
        if (value == Math.Truncate(value) && Math.Abs(value) <= LargestExact)
            return value == 0 && double.IsNegative(value) ? "-0" : ((long)value).ToString(CultureInfo.InvariantCulture);
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var mark = shortest.IndexOf('E', StringComparison.Ordinal);
        return mark < 0 ? shortest : Spell(shortest[..mark], int.Parse(shortest[(mark + 1)..], CultureInfo.InvariantCulture));
    }

    private static string Spell(string mantissa, int exponent)
    {
        var sign = mantissa.StartsWith('-') ? "-" : "";
        var digits = mantissa.TrimStart('-').Replace(".", "", StringComparison.Ordinal);
        return exponent switch
        {
            >= 21 or < -6 => $"{mantissa}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent):00}".Replace(
                "e-0",
                "e-",
                StringComparison.Ordinal
            ),
            < 0 => $"{sign}0.{new string('0', -exponent - 1)}{digits}",
            _ => sign + digits.PadRight(exponent + 1, '0'),
        };
    }
}
