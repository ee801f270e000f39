using System.Buffers;
using System.Text;

namespace Infra.Cli.Output.Report;

/// <summary>
/// Writes HTML that is XML too, so that every element is closed and every name and value stays text, whatever it holds. Attributes without a value are
/// left out.
/// </summary>
internal sealed class Html
{
    // Control characters have no place in HTML; the others turn the direction of writing, and would show another text than is there.
    private static readonly SearchValues<char> Special = SearchValues.Create(
        "&<>\"'"
            + "\0\x01\x02\x03\x04\x05\x06\a\b\v\f\r\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\e\x1c\x1d\x1e\x1f\x7f"
            + "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff"
    );

    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = new();

    /// <summary>Begins an element.</summary>
    public Html Open(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Tag(tag, attributes);
        _text.Append('>');
        _open.Push(tag);
        return this;
    }

    /// <summary>Ends the element that was begun last.</summary>
    public Html Close()
    {
        _text.Append("</").Append(_open.Pop()).Append('>');
        return this;
    }

    /// <summary>An element that holds a text.</summary>
    public Html Add(string tag, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(tag, attributes).Text(text).Close();

    /// <summary>An element that can hold nothing.</summary>
    public Html Void(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Tag(tag, attributes);
        _text.Append("/>");
        return this;
    }

    /// <summary>A text.</summary>
    public Html Text(string text)
    {
        Escape(text);
        return this;
    }

    /// <summary>A line end, where people who read the source want one.</summary>
    public Html Line()
    {
        _text.Append('\n');
        return this;
    }

    /// <summary>Markup of our own: styles, scripts, a drawing that was escaped when it was made.</summary>
    public Html Markup(string markup)
    {
        _text.Append(markup);
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        _open.Count == 0 ? _text.ToString() : throw new InvalidOperationException($"<{_open.Peek()}> is not closed");

    private void Tag(string tag, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _text.Append('<').Append(tag);
        foreach (var (name, value) in attributes)
        {
            if (value is null)
                continue;
            _text.Append(' ').Append(name).Append("=\"");
            Escape(value);
            _text.Append('"');
        }
    }

    private void Escape(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(Special); at >= 0; at = text.IndexOfAny(Special))
        {
            _text.Append(text[..at]);
            switch (text[at])
            {
                case '&':
                    _text.Append("&amp;");
                    break;
                case '<':
                    _text.Append("&lt;");
                    break;
                case '>':
                    _text.Append("&gt;");
                    break;
                case '"':
                    _text.Append("&quot;");
                    break;
                case '\'':
                    _text.Append("&#39;");
                    break;
                default:
                    _text.Append('·');
                    break;
            }
            text = text[(at + 1)..];
        }
        _text.Append(text);
    }
}
