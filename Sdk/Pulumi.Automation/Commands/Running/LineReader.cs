using System.Runtime.ExceptionServices;
using System.Text;

namespace Pulumi.Automation.Commands.Running;

/// <summary>Reads a stream to its end and hands on each line as it comes.</summary>
/// <param name="reader">The stream.</param>
/// <param name="onLine">Takes each line, without its end. Default: nobody does.</param>
internal sealed class LineReader(TextReader reader, Action<string>? onLine)
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _line = new();

    /// <summary>What was read so far.</summary>
    public string Text
    {
        get
        {
            lock (_text)
                return _text.ToString();
        }
    }

    /// <summary>What the taker of lines failed with; it then gets no more.</summary>
    public ExceptionDispatchInfo? Failure { get; private set; }

    public async Task ReadAsync()
    {
        var buffer = new char[4096];
        try
        {
            while (await reader.ReadAsync(buffer).ConfigureAwait(false) is var count and > 0)
            {
                lock (_text)
                    _text.Append(buffer, 0, count);
                if (onLine is not null)
                    Cut(buffer.AsSpan(0, count));
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // The process was killed: what it had printed is here already.
        }
        if (_line.Length > 0)
            HandOn();
    }

    private void Cut(ReadOnlySpan<char> text)
    {
        while (text.IndexOf('\n') is var end and >= 0)
        {
            _line.Append(text[..end]);
            HandOn();
            text = text[(end + 1)..];
        }
        _line.Append(text);
    }

    private void HandOn()
    {
        if (_line.Length > 0 && _line[^1] == '\r')
            _line.Length--;
        var line = _line.ToString();
        _line.Clear();
        if (Failure is not null)
            return;
        try
        {
            onLine!(line);
        }
#pragma warning disable CA1031 // Whatever it is, the stream is read on, or the process would wait for its reader; it is thrown at the end.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Failure = ExceptionDispatchInfo.Capture(failure);
        }
    }
}
