using System.Globalization;
using System.Text;

namespace Review.Drawing.Writing;

/// <summary>Writes elements of a document, everything in them escaped.</summary>
internal sealed class Markup
{
    private readonly StringBuilder _text = new(64 * 1024);

    /// <summary>Begins an element.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="attributes">Names and values; one without a value is left out.</param>
    public Markup Open(string name, params ReadOnlySpan<(string Name, object? Value)> attributes) => Tag(name, ">", attributes);

    /// <summary>Writes an element without content.</summary>
    public Markup Empty(string name, params ReadOnlySpan<(string Name, object? Value)> attributes) =>
        Tag(name, "/>\n", attributes);

    /// <summary>Writes an element with a text.</summary>
    public Markup Text(string name, string content, params ReadOnlySpan<(string Name, object? Value)> attributes) =>
        Tag(name, ">", attributes).Escape(content).Close(name);

    /// <summary>Ends an element.</summary>
    public Markup Close(string name)
    {
        _text.Append("</").Append(name).Append(">\n");
        return this;
    }

    /// <summary>Writes what is markup itself.</summary>
    public Markup Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private Markup Tag(string name, string end, ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        _text.Append('<').Append(name);
        foreach (var (key, value) in attributes)
            if (value is not null)
            {
                _text.Append(' ').Append(key).Append("=\"");
                Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
                _text.Append('"');
            }
        _text.Append(end);
        return this;
    }

    private Markup Escape(string text)
    {
        foreach (var letter in text)
            _ = letter switch
            {
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '&' => _text.Append("&amp;"),
                '"' => _text.Append("&quot;"),
                '\n' => _text.Append("&#10;"),
                // XML has no way to write them.
                < ' ' or '\uFFFE' or '\uFFFF' => _text.Append(' '),
                _ => _text.Append(letter),
            };
        return this;
    }
}
