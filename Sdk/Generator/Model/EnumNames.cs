using System.Globalization;
using System.Linq;
using System.Text;
using Generator.Schema;

namespace Generator.Model;

/// <summary>Names of enum values as the official generator makes them.</summary>
internal static class EnumNames
{
    public static string Of(EnumValueSpec value, string enumName)
    {
        var name = new StringBuilder();
        foreach (var c in Expand(value.Name ?? value.Value.Text))
        {
            if (name.Length == 0 && IsPart(c) && !IsStart(c))
                name.Append('_');
            var part = IsPart(c) ? c : '_';
            if (part != '_' || name.Length == 0 || name[name.Length - 1] != '_')
                name.Append(part);
        }
        var safe = Naming.UpperFirst(name.ToString());
        if (safe.StartsWith("_", System.StringComparison.Ordinal))
            safe = enumName + safe;
        // A value of that name would hide the method every struct has.
        return safe == "Equals" ? "EqualsValue" : safe;
    }

    // One character says nothing as a name; the official generator spells out the ones it meets.
    private static string Expand(string name) =>
        name switch
        {
            "*" => "Asterisk",
            "?" => "Question_Mark",
            "_" => "Underscore",
            "0" => "Zero",
            "1" => "One",
            "2" => "Two",
            "3" => "Three",
            "4" => "Four",
            "5" => "Five",
            "6" => "Six",
            "7" => "Seven",
            "8" => "Eight",
            "9" => "Nine",
            _ => name,
        };

    private static bool IsStart(char c) => c == '_' || char.IsLetter(c);

    private static bool IsPart(char c) =>
        IsStart(c)
        || new[]
        {
            UnicodeCategory.DecimalDigitNumber,
            UnicodeCategory.ConnectorPunctuation,
            UnicodeCategory.NonSpacingMark,
            UnicodeCategory.SpacingCombiningMark,
        }.Contains(char.GetUnicodeCategory(c));
}
