using System.Collections.Immutable;
using System.Text;

namespace Review.Comparison;

/// <summary>
/// What a stack calls itself in names, ARNs and stand-ins: its environment, the name of its system, its account and region. Taken out of a text, what
/// is left is the same in every environment of one system. Words of other environments stay, so that a reference to one of them is a difference.
/// </summary>
internal sealed class OwnNames
{
    private const string Environment = "{environment}";

    // Whole values such as the tag Environment are written out; inside names the short word is used, and the long one means something else.
    private static readonly Dictionary<string, (string[] Inside, string[] Whole)> Spellings = new(StringComparer.Ordinal)
    {
        ["dev"] = (["dev"], ["development"]),
        ["prod"] = (["prod"], ["production"]),
        ["staging"] = (["staging", "stg"], []),
    };

    private readonly ImmutableArray<(string Word, string Mark)> _names;
    private readonly string[] _environments;
    private readonly string[] _wholes;
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>The names of one stack.</summary>
    /// <param name="environment">Its environment.</param>
    /// <param name="names">Its other names, each with what stands for it.</param>
    public OwnNames(string environment, params IEnumerable<(string Word, string Mark)> names)
    {
        var (inside, whole) = Spellings.GetValueOrDefault(environment, ([environment], []));
        _environments = inside;
        _wholes = [.. inside, .. whole];
        // The name of a system may have the environment in it.
        _names = [.. names.Select(name => (Word: WithoutEnvironment(name.Word), name.Mark)).Where(name => name.Word.Length > 0)];
    }

    /// <summary>The text without them.</summary>
    public string Without(string text)
    {
        if (_known.TryGetValue(text, out var known))
            return known;
        if (_wholes.Contains(text, StringComparer.OrdinalIgnoreCase))
            return Environment;
        var rest = WithoutEnvironment(text);
        foreach (var (word, mark) in _names)
            rest = Replaced(rest, word, _ => (0, 0, mark));
        return _known[text] = rest;
    }

    private string WithoutEnvironment(string text) => _environments.Aggregate(text, WithoutEnvironment);

    private static string WithoutEnvironment(string text, string word) =>
        Replaced(
            text,
            word,
            at =>
            {
                var before = at == 0 ? '\0' : text[at - 1];
                var after = at + word.Length == text.Length ? '\0' : text[at + word.Length];
                return IsDevice(text, at, word) ? null
                    : after == '.' ? (0, 1, "")
                    : IsJoint(before) ? (1, 0, "")
                    : IsJoint(after) ? (0, 1, "")
                    : (0, 0, Environment);
            }
        );

    private static bool IsJoint(char letter) => letter is '-' or '_' or '/' or '.' or ':';

    // /dev/xvda and /dev/stdout are no environment: nothing stands before their slash that could be a path.
    private static bool IsDevice(string text, int at, string word) =>
        word == "dev"
        && at > 0
        && text[at - 1] == '/'
        && (at == 1 || !(char.IsAsciiLetterOrDigit(text[at - 2]) || text[at - 2] is '}' or ']' or '-' or '_'))
        && at + 3 < text.Length
        && text[at + 3] == '/';

    // Every place where the word stands alone; the answer says how many characters around it go with it, and what takes their place.
    private static string Replaced(string text, string word, Func<int, (int Before, int After, string Mark)?> answer)
    {
        StringBuilder? made = null;
        var copied = 0;
        for (var at = 0; (at = text.IndexOf(word, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += word.Length)
            if (StandsAlone(text, at, word.Length) && answer(at) is { } found)
            {
                made ??= new StringBuilder(text.Length);
                made.Append(text, copied, Math.Max(0, at - found.Before - copied)).Append(found.Mark);
                copied = at + word.Length + found.After;
            }
        return made is null ? text : made.Append(text, copied, text.Length - copied).ToString();
    }

    private static bool StandsAlone(string text, int at, int length) =>
        (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]))
        && (at + length == text.Length || !char.IsAsciiLetterOrDigit(text[at + length]));
}
