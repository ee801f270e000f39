using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Cli.Output;

namespace Infra.Cli.Operations.Logs;

/// <summary>Writes lines of logs as they come: for people, or a document a line for scripts.</summary>
/// <param name="screen">Where to.</param>
/// <param name="json">Whether documents are wanted.</param>
/// <param name="width">Columns for the names of sources. Default: none, as there is one source.</param>
internal sealed class LogWriter(Screen screen, bool json, int? width)
{
    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one.</summary>
    public void Write(LogLine line)
    {
        if (json)
            WriteDocument(line);
        else
            WriteText(line);
    }

    /// <summary>What was written is seen.</summary>
    public void Flush()
    {
        if (json)
            screen.Document.Flush();
        else
            screen.Out.Flush();
    }

    private void WriteText(LogLine line)
    {
        var first = true;
        foreach (var text in line.Message.TrimEnd().Replace('\t', ' ').EnumerateLines())
        {
            var shown = new Line().Add(first ? Time(line) : new string(' ', Time(line).Length), Style.Faint).Add("  ");
            if (width is { } columns)
                shown.Add((first ? line.Source.Key : "").PadRight(columns), Style.Strong).Add("  ");
            screen.Out.WriteLine(shown.Add(text.ToString()), cut: false);
            first = false;
        }
    }

    private void WriteDocument(LogLine line)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, OneLine))
        {
            writer.WriteStartObject();
            writer.WriteString("time", Time(line));
            writer.WriteString("service", line.Source.Key);
            writer.WriteString("logGroup", line.Source.Group);
            writer.WriteString("logStream", line.Stream);
            writer.WriteString("eventId", line.Id);
            writer.WriteString("message", line.Message);
            writer.WriteEndObject();
        }
        screen.Document.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
        screen.Document.Write('\n');
    }

    private static string Time(LogLine line) =>
        DateTimeOffset
            .FromUnixTimeMilliseconds(line.Time)
            .UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
