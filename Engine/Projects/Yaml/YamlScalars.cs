using System.Globalization;
using System.Numerics;
using Engine.Text;

namespace Engine.Projects.Yaml;

/// <summary>Tells numbers, truth values, nulls and timestamps from texts, as the YAML reader of Pulumi's command line does.</summary>
internal static class YamlScalars
{
    public static ScalarValue Resolve(YamlScalar scalar)
    {
        var text = scalar.Text;
        if (scalar.Tag is "tag:yaml.org,2002:str" or "!" || (!scalar.Plain && scalar.Tag.Length == 0))
            return new(ScalarKind.Text, text);
        return text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => new(ScalarKind.Null, "null"),
            "true" or "True" or "TRUE" => new(ScalarKind.Boolean, "true"),
            "false" or "False" or "FALSE" => new(ScalarKind.Boolean, "false"),
            _ when !StartsNumber(text) => new(ScalarKind.Text, text),
            _ when Integer(text) is { } integer => new(ScalarKind.Integer, integer.ToString(CultureInfo.InvariantCulture)),
            _ when Float(text) is { } number => new(ScalarKind.Float, PulumiNumbers.Text(number)),
            _ when Timestamp(text) is { } time => new(ScalarKind.Text, time),
            _ => new(ScalarKind.Text, text),
        };
    }

    private static bool StartsNumber(string text) => char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.';

    private static BigInteger? Integer(string text)
    {
        var digits = text.Replace("_", "", StringComparison.Ordinal);
        var negative = digits.StartsWith('-');
        digits = digits.TrimStart('-', '+');
        var number = digits switch
        {
            ['0', 'x' or 'X', .. var hex] => Digits(hex, 16),
            ['0', 'o', .. var octal] => Digits(octal, 8),
            ['0', 'b' or 'B', .. var binary] => Digits(binary, 2),
            ['0', _, ..] => Digits(digits[1..], 8),
            _ => Digits(digits, 10),
        };
        return negative ? -number : number;
    }

    private static BigInteger? Digits(string digits, int radix)
    {
        var number = BigInteger.Zero;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit(digit) || Convert.ToInt32(digit.ToString(), 16) is var value && value >= radix)
                return null;
            number = number * radix + value;
        }
        return digits.Length == 0 ? null : number;
    }

    private static double? Float(string text)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return
            double.TryParse(text.Replace("_", "", StringComparison.Ordinal), Style, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
            ? number
            : null;
    }

    /// <summary>A time as the language of Pulumi's command line prints one: <c>2026-01-02 15:04:05.6 +0000 UTC</c>.</summary>
    private static string? Timestamp(string text)
    {
        if (text.Length < 8 || !char.IsAsciiDigit(text[3]) || text[4] != '-')
            return null;
        const DateTimeStyles Style = DateTimeStyles.AllowInnerWhite | DateTimeStyles.AssumeUniversal;
        if (!DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, Style, out var time))
            return null;
        var zone = time.Offset == TimeSpan.Zero ? "+0000 UTC" : Zone(time.Offset);
        return time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture) + " " + zone;
    }

    private static readonly string[] Formats =
    [
        "yyyy-M-d",
        "yyyy-M-d'T'H:m:s.FFFFFFFK",
        "yyyy-M-d't'H:m:s.FFFFFFFK",
        "yyyy-M-d H:m:s.FFFFFFF",
        "yyyy-M-d H:m:s.FFFFFFF zzz",
    ];

    private static string Zone(TimeSpan offset)
    {
        var zone = $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hhmm}";
        return $"{zone} {zone}";
    }
}
