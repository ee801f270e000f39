using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Generator.Json;

/// <summary>
/// Reads RFC 8259 JSON. A generator may bring no assemblies of its own without shipping them beside it, and System.Text.Json is
/// none of the compiler's, so this small reader stands in for it.
/// </summary>
internal sealed class JsonReader
{
    // Deeper than any schema, shallow enough for the compiler's stack.
    private const int MaxDepth = 256;

    private readonly string _text;
    private int _at;
    private int _depth;

    private JsonReader(string text) => _text = text;

    public static JsonValue Read(string text)
    {
        var reader = new JsonReader(text);
        var value = reader.ReadValue();
        reader.SkipSpace();
        return reader._at == text.Length ? value : throw reader.Unexpected("the end of the text");
    }

    private char Current => _at < _text.Length ? _text[_at] : '\0';

    private JsonValue ReadValue()
    {
        SkipSpace();
        var start = _at;
        return Current switch
        {
            '{' => ReadObject(start),
            '[' => ReadArray(start),
            '"' => JsonValue.String(ReadString(), start),
            't' => ReadWord("true", JsonKind.True, start),
            'f' => ReadWord("false", JsonKind.False, start),
            'n' => ReadWord("null", JsonKind.Null, start),
            '-' or (>= '0' and <= '9') => ReadNumber(start),
            _ => throw Unexpected("a value"),
        };
    }

    private JsonValue ReadObject(int start)
    {
        var members = new List<JsonMember>();
        Enter();
        for (var more = !TryTake('}'); more; more = TakeSeparator('}'))
        {
            SkipSpace();
            var position = _at;
            if (Current != '"')
                throw Unexpected("a name in double quotes");
            var name = ReadString();
            SkipSpace();
            if (Current != ':')
                throw Unexpected("':'");
            _at++;
            members.Add(new JsonMember(name, ReadValue(), position));
        }
        _depth--;
        return JsonValue.Object(members, start);
    }

    private JsonValue ReadArray(int start)
    {
        var items = new List<JsonValue>();
        Enter();
        for (var more = !TryTake(']'); more; more = TakeSeparator(']'))
            items.Add(ReadValue());
        _depth--;
        return JsonValue.Array(items, start);
    }

    private void Enter()
    {
        if (++_depth > MaxDepth)
            throw new JsonFormatException($"nested deeper than {MaxDepth} levels", _at);
        _at++;
    }

    private bool TryTake(char close)
    {
        SkipSpace();
        if (Current != close)
            return false;
        _at++;
        return true;
    }

    private bool TakeSeparator(char close)
    {
        if (TryTake(close))
            return false;
        if (Current != ',')
            throw Unexpected($"',' or '{close}'");
        _at++;
        return true;
    }

    private JsonValue ReadWord(string word, JsonKind kind, int start)
    {
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0)
            throw Unexpected("a value");
        _at += word.Length;
        return JsonValue.Literal(kind, start);
    }

    private JsonValue ReadNumber(int start)
    {
        if (Current == '-')
            _at++;
        if (Current == '0')
            _at++;
        else
            TakeDigits();
        if (Current == '.')
        {
            _at++;
            TakeDigits();
        }
        if (Current is 'e' or 'E')
        {
            _at++;
            if (Current is '+' or '-')
                _at++;
            TakeDigits();
        }
        return JsonValue.Number(_text.Substring(start, _at - start), start);
    }

    private void TakeDigits()
    {
        if (Current is < '0' or > '9')
            throw Unexpected("a digit");
        while (Current is >= '0' and <= '9')
            _at++;
    }

    private string ReadString()
    {
        var from = ++_at;
        StringBuilder? unescaped = null;
        while (true)
        {
            if (_at == _text.Length)
                throw Unexpected("'\"'");
            var c = _text[_at];
            if (c == '"')
                break;
            if (c < ' ')
                throw Unexpected("an escape, because control characters cannot stand in a string");
            _at++;
            if (c != '\\')
                continue;
            unescaped ??= new StringBuilder();
            unescaped.Append(_text, from, _at - 1 - from).Append(ReadEscape());
            from = _at;
        }
        var rest = _text.Substring(from, _at - from);
        _at++;
        return unescaped is null ? rest : unescaped.Append(rest).ToString();
    }

    private char ReadEscape()
    {
        var c = Current;
        _at++;
        switch (c)
        {
            case '"' or '\\' or '/':
                return c;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u'
                when _at + 4 <= _text.Length
                    && ushort.TryParse(
                        _text.Substring(_at, 4),
                        NumberStyles.AllowHexSpecifier,
                        CultureInfo.InvariantCulture,
                        out var code
                    ):
                _at += 4;
                return (char)code;
            default:
                _at--;
                throw Unexpected("one of \" \\ / b f n r t or u and four hexadecimal digits");
        }
    }

    private void SkipSpace()
    {
        while (Current is ' ' or '\n' or '\r' or '\t')
            _at++;
    }

    private JsonFormatException Unexpected(string wanted) =>
        new(_at < _text.Length ? $"got '{_text[_at]}', want {wanted}" : $"got the end of the text, want {wanted}", _at);
}
