using System.Text;

namespace Infra.Settings;

/// <summary>The word that a stack file writes for a member of an enum: <c>PerAz</c> is <c>per-az</c>.</summary>
internal static class Word
{
    /// <summary>The word for a member's name.</summary>
    public static string Of(string member)
    {
        var word = new StringBuilder(member.Length + 2);
        foreach (var letter in member)
        {
            if (char.IsUpper(letter) && word.Length > 0)
                word.Append('-');
            word.Append(char.ToLowerInvariant(letter));
        }
        return word.ToString();
    }

    /// <summary>The word for a member.</summary>
    public static string Of(Enum member) => Of(member.ToString());

    /// <summary>The member of an enum that a word stands for; nothing when there is none.</summary>
    public static object? Parse(Type type, string word) =>
        Enum.GetNames(type).FirstOrDefault(name => Of(name) == word) is { } name ? Enum.Parse(type, name) : null;
}
