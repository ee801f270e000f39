using System.Text;
using System.Text.Json;

namespace Packages.Tests.Shapes;

/// <summary>The member of an enum's value: its name, else the value; what C# does not take becomes one underscore, and a digit never comes first.</summary>
internal static class EnumName
{
    public static string Of(JsonElement value, string enumName)
    {
        var written = value.TryGetProperty("name", out var name) ? name.GetString()! : value.GetProperty("value").GetString()!;
        var text = new StringBuilder();
        foreach (var letter in written)
            if (char.IsLetterOrDigit(letter))
                text.Append(text.Length == 0 ? char.ToUpperInvariant(letter) : letter);
            else if (text.Length == 0 || text[^1] != '_')
                text.Append('_');
        return char.IsDigit(text[0]) ? $"{enumName}_{text}" : text.ToString();
    }
}
