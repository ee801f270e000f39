namespace Infra.Cli.Output;

/// <summary>A line of text in pieces of one style each, measured before it is painted.</summary>
internal sealed class Line
{
    private readonly List<(string Text, Style Style)> _spans = [];

    /// <summary>Columns taken so far; every character counts as one.</summary>
    public int Length { get; private set; }

    /// <summary>The pieces, left to right.</summary>
    public IReadOnlyList<(string Text, Style Style)> Spans => _spans;

    /// <summary>Adds text. Control characters are shown as dots, so that no value can repaint the terminal.</summary>
    public Line Add(string text, Style style = Style.Plain)
    {
        if (text.Length == 0)
            return this;
        _spans.Add((Printable(text), style));
        Length += text.Length;
        return this;
    }

    /// <summary>Adds the pieces of another line.</summary>
    public Line Add(Line other)
    {
        foreach (var (text, style) in other.Spans)
            Add(text, style);
        return this;
    }

    /// <summary>Fills with spaces up to a column, and puts at least two where the text is already past it.</summary>
    public Line PadTo(int column) => Add(new string(' ', Math.Max(column - Length, Length == 0 ? 0 : 2)));

    /// <inheritdoc/>
    public override string ToString() => string.Concat(_spans.Select(span => span.Text));

    private static string Printable(string text) =>
        text.AsSpan().ContainsAnyInRange('\0', '\x1f') || text.AsSpan().ContainsAnyInRange('\x7f', '\x9f')
            ? string.Create(
                text.Length,
                text,
                (span, source) =>
                {
                    for (var i = 0; i < span.Length; i++)
                        span[i] = char.IsControl(source[i]) ? '·' : source[i];
                }
            )
            : text;
}
