using System.Collections;
using System.Globalization;

namespace Infra.Validation;

/// <summary>One thing a person has to put right: where it is, and in one line what was got, what is wanted and the way out.</summary>
/// <param name="Path">The key as the person wrote it, for example <c>network.subnets.db[1]</c>.</param>
/// <param name="Text">The rest of the line. Never holds a secret.</param>
internal sealed record Problem(string Path, string Text)
{
    /// <param name="path">The key as the person wrote it.</param>
    /// <param name="got">The value found; nothing when there is none.</param>
    /// <param name="want">What is accepted.</param>
    /// <param name="wayOut">What to do about it.</param>
    public Problem(string path, object? got, string want, string wayOut)
        : this(path, $"got {Show(got)}, want {want}; {wayOut}") { }

    /// <summary>A key nobody reads. The nearest known key is offered, or all of them when none is near.</summary>
    public static Problem UnknownKey(string path, string key, IReadOnlyCollection<string> known) =>
        new(
            path,
            Spelling.Nearest(key, known) is { } near
                ? $"unknown key; did you mean {near}?"
                : $"unknown key; want {Spelling.OneOf(known)}"
        );

    /// <summary>The same problem seen from a level further out: <c>db[1]</c> under <c>subnets</c> is <c>subnets.db[1]</c>.</summary>
    public Problem Under(string prefix) => this with { Path = Path.Length == 0 ? prefix : $"{prefix}.{Path}" };

    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Text}";

    private static string Show(object? got) =>
        got switch
        {
            null => "nothing",
            "" => "an empty text",
            bool truth => truth ? "true" : "false",
            string text => text,
            IEnumerable items => Spelling.List([.. items.Cast<object>().Select(Show)], "and") is { Length: > 0 } list
                ? list
                : "an empty list",
            _ => Convert.ToString(got, CultureInfo.InvariantCulture) ?? "nothing",
        };
}
