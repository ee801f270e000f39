using System.Text;

namespace Engine.Programs;

/// <summary>A console that hands over whole lines; a line that is too long is cut, so that no program can fill the memory.</summary>
internal sealed class LineWriter(Action<string> take) : TextWriter
{
    /// <summary>The longest line kept, in characters.</summary>
    public const int MaximumLength = 8192;

    private readonly Lock _lock = new();
    private readonly StringBuilder _line = new();
    private bool _cut;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (_lock)
            Append(value);
    }

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        lock (_lock)
            foreach (var letter in buffer)
                Append(letter);
    }

    public override void WriteLine(string? value)
    {
        lock (_lock)
        {
            foreach (var letter in value.AsSpan())
                Append(letter);
            Append('\n');
        }
    }

    /// <summary>Hands over a last line without line end.</summary>
    protected override void Dispose(bool disposing)
    {
        lock (_lock)
            if (_line.Length > 0)
                Append('\n');
        base.Dispose(disposing);
    }

    private void Append(char letter)
    {
        if (letter == '\n')
        {
            if (_line.Length > 0 && _line[^1] == '\r')
                _line.Length--;
            take(_cut ? $"{_line}…" : _line.ToString());
            _line.Clear();
            _cut = false;
        }
        else if (_line.Length < MaximumLength)
            _line.Append(letter);
        else
            _cut = true;
    }
}
