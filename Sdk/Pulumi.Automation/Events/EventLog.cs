using System.Text;
using System.Text.Json;

namespace Pulumi.Automation.Events;

/// <summary>
/// Reads the file the CLI writes its events to while it grows: a line an event. A line that is not complete yet waits for its end. Deleted
/// with its folder when disposed.
/// </summary>
/// <param name="onEvent">Takes each event, one after the other.</param>
internal sealed class EventLog(Action<EngineEvent> onEvent) : IDisposable
{
    // Often enough for a display that is live.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pulumi-events-");
    private readonly CancellationTokenSource _finishing = new();
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly MemoryStream _line = new();
    private long _position;
    private int _number;
    private Task? _reading;
    private Exception? _failure;

    /// <summary>The file; the CLI makes it.</summary>
    public string Path => System.IO.Path.Combine(_folder.FullName, "eventlog.txt");

    /// <summary>Begins to read.</summary>
    public void Start() => _reading = Task.Run(WatchAsync);

    /// <summary>Reads what is left; to be called when the CLI has ended.</summary>
    /// <param name="throwsFailure">Whether what went wrong is thrown: a broken line, or a failure of who takes the events.</param>
    public async Task FinishAsync(bool throwsFailure)
    {
        await _finishing.CancelAsync().ConfigureAwait(false);
        if (_reading is not null)
            await _reading.ConfigureAwait(false);
        Read();
        if (_line.Length > 0)
            HandOn();
        if (throwsFailure && _failure is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(_failure);
    }

    public void Dispose()
    {
        _finishing.Dispose();
        _line.Dispose();
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A plugin still has it open; it is in the folder for temporary files.
        }
    }

    private async Task WatchAsync()
    {
        while (!_finishing.IsCancellationRequested)
        {
            Read();
            await Task.Delay(Pause, _finishing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Read()
    {
        if (!File.Exists(Path))
            return;
        using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file.Position = _position;
        while (file.Read(_buffer) is var count and > 0)
        {
            _position += count;
            Cut(_buffer.AsSpan(0, count));
        }
    }

    private void Cut(ReadOnlySpan<byte> bytes)
    {
        while (bytes.IndexOf((byte)'\n') is var end and >= 0)
        {
            _line.Write(bytes[..end]);
            HandOn();
            bytes = bytes[(end + 1)..];
        }
        _line.Write(bytes);
    }

    // After a failure the rest is read, so that the CLI is never waited for by nobody, but handed on to nobody.
    private void HandOn()
    {
        _number++;
        var line = _line.GetBuffer().AsMemory(0, (int)_line.Length);
        _line.SetLength(0);
        if (_failure is not null || line.Span.Trim(" \r\t"u8).IsEmpty)
            return;
        try
        {
            onEvent(Parse(line));
        }
#pragma warning disable CA1031 // Whatever it is: a deployment is not broken off because nobody can follow it. It is thrown at the end.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _failure = failure;
        }
    }

    private EngineEvent Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return new(document.RootElement);
        }
        catch (JsonException broken)
        {
            var start = Encoding.UTF8.GetString(line.Span[..Math.Min(line.Length, 40)]);
            var why = broken.LineNumber is null ? broken.Message : $"no JSON from byte {broken.BytePositionInLine} on";
            throw new JsonException($"{Path}, line {_number}: got '{start}…', want an event of the engine; {why}");
        }
    }
}
