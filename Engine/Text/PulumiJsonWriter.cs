using System.Buffers;
using System.Globalization;
using System.Text;

namespace Engine.Text;

/// <summary>
/// Writes JSON byte for byte as Pulumi's command line does: its number texts, its escapes (<c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c> as
/// <c>\u003c</c> …, nothing else that could stay), empty containers without a line break. The caller keeps to the grammar.
/// </summary>
/// <param name="stream">Takes the bytes, in large pieces; stays open.</param>
/// <param name="indent">Spaces per level; 0 puts everything on one line.</param>
internal sealed class PulumiJsonWriter(Stream stream, int indent) : IDisposable
{
    private const int PieceBytes = 1 << 16;
    private static readonly SearchValues<char> Escaped = SearchValues.Create(EscapedChars());
    private readonly ArrayBufferWriter<byte> _piece = new(PieceBytes);
    private bool _afterName;
    private int _depth;
    private bool _empty = true;

    /// <summary>What <paramref name="write"/> writes, on one line.</summary>
    public static string Compact(Action<PulumiJsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new PulumiJsonWriter(stream, 0))
            write(writer);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    public void StartObject() => Start('{');

    public void EndObject() => End('}');

    public void StartArray() => Start('[');

    public void EndArray() => End(']');

    public void Name(string name)
    {
        Separate();
        Quote(name);
        Ascii(indent > 0 ? ": " : ":");
        _afterName = true;
    }

    public void String(string value)
    {
        Separate();
        Quote(value);
    }

    public void Number(double value) => Raw(PulumiNumbers.Text(value));

    public void Number(long value) => Raw(value.ToString(CultureInfo.InvariantCulture));

    public void Bool(bool value) => Raw(value ? "true" : "false");

    public void Null() => Raw("null");

    /// <summary>A value that is JSON already.</summary>
    public void Raw(string json)
    {
        Separate();
        Ascii(json);
    }

    /// <summary>The line break that ends a document.</summary>
    public void Line() => Ascii("\n");

    public void Dispose() => Flush();

    private static string EscapedChars()
    {
        var controls = new char[' '];
        for (var code = '\0'; code < ' '; code++)
            controls[code] = code;
        return new string(controls) + "\"\\<>&\u2028\u2029";
    }

    private void Start(char bracket)
    {
        Separate();
        Ascii([bracket]);
        (_depth, _empty) = (_depth + 1, true);
    }

    private void End(char bracket)
    {
        _depth--;
        if (!_empty)
            Break();
        Ascii([bracket]);
        _empty = false;
        if (_piece.WrittenCount >= PieceBytes / 2)
            Flush();
    }

    private void Separate()
    {
        if (_afterName)
        {
            (_afterName, _empty) = (false, false);
            return;
        }
        if (!_empty && _depth > 0)
            Ascii(",");
        if (_depth > 0)
            Break();
        _empty = false;
    }

    private void Break()
    {
        if (indent == 0)
            return;
        var span = _piece.GetSpan(1 + _depth * indent)[..(1 + _depth * indent)];
        span.Fill((byte)' ');
        span[0] = (byte)'\n';
        _piece.Advance(span.Length);
    }

    private void Quote(ReadOnlySpan<char> text)
    {
        Ascii("\"");
        for (int next; (next = text.IndexOfAny(Escaped)) >= 0; text = text[(next + 1)..])
        {
            Utf8(text[..next]);
            Ascii(Escape(text[next]));
        }
        Utf8(text);
        Ascii("\"");
    }

    private static string Escape(char value) =>
        value switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\b' => "\\b",
            '\f' => "\\f",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            _ => $"\\u{(int)value:x4}",
        };

    private void Utf8(ReadOnlySpan<char> text) => Encoding.UTF8.GetBytes(text, _piece);

    private void Ascii(ReadOnlySpan<char> text) => Utf8(text);

    private void Flush()
    {
        stream.Write(_piece.WrittenSpan);
        _piece.ResetWrittenCount();
    }
}
