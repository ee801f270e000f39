using Engine.Model;

namespace Review.Model;

/// <summary>
/// The text that stands for an output of a resource that a preview cannot know: <c>[[aws:iam/role:Role|task|arn]]</c>. A review runs the
/// program on such stand-ins, so that policies and container definitions made of ARNs can be read, and references can be followed.
/// </summary>
/// <param name="Type">The type token of the resource.</param>
/// <param name="Name">Its logical name.</param>
/// <param name="Output">Which output; <c>id</c> for its id.</param>
internal sealed record Reference(string Type, string Name, string Output)
{
    // No character here is escaped by JSON, whatever encoder writes it.
    private const string Open = "[[";
    private const string Close = "]]";
    private const char Separator = '|';

    /// <summary>The stand-in for an output of a resource.</summary>
    public static Reference To(ResourceState state, string output) => new(state.Type, state.Name, output);

    /// <summary>Whether a text holds a stand-in.</summary>
    public static bool IsIn(string text) => text.Contains(Open, StringComparison.Ordinal) && In(text).Any();

    /// <summary>Every stand-in in a text, from left to right.</summary>
    public static IEnumerable<Reference> In(string text)
    {
        for (var at = text.IndexOf(Open, StringComparison.Ordinal); at >= 0; )
        {
            var end = text.IndexOf(Close, at, StringComparison.Ordinal);
            if (end < 0)
                yield break;
            var parts = text[(at + Open.Length)..end].Split(Separator);
            if (parts is [var type, var name, var output])
                yield return new Reference(type, name, output);
            at = text.IndexOf(Open, parts.Length == 3 ? end : at + 1, StringComparison.Ordinal);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Open}{Type}{Separator}{Name}{Separator}{Output}{Close}";
}
