using System.Text.Json;
using Infra.Cli.Deployed;
using Infra.Cli.Operations.Calls;
using Infra.Cli.Operations.Parts;
using Infra.Cli.Tools;

namespace Infra.Cli.Operations.Logs;

/// <summary>Reads the wanted lines of one group, page by page.</summary>
internal sealed class LogCursor(LogSource source, AwsCli aws, LogQuery query)
{
    private readonly Queue<LogLine> _lines = new();
    private string? _token;
    private bool _ended;

    /// <summary>Whether AWS has no such group.</summary>
    public bool IsMissing { get; private set; }

    /// <summary>The group.</summary>
    public LogSource Source => source;

    /// <summary>Whether the next line, or that there is none, is still to be asked for.</summary>
    public bool IsOpen => _lines.Count == 0 && !_ended;

    /// <summary>The next line. Default: there is none, or <see cref="IsOpen"/>.</summary>
    public LogLine? Next => _lines.TryPeek(out var line) ? line : null;

    /// <summary>Goes on to the line behind the next one.</summary>
    public void Advance() => _lines.Dequeue();

    /// <summary>Asks for pages until there is a line or no page more: CloudWatch answers empty pages while it searches.</summary>
    public async Task FillAsync(CancellationToken cancellationToken)
    {
        while (IsOpen)
        {
            var call = LogCalls.Filter(source.Group, query.From, query.To, query.Pattern, _token);
            var ran = await aws.AskAsync(call, cancellationToken);
            if (ran.ExitCode != 0 && ran.Error.Contains("ResourceNotFoundException", StringComparison.Ordinal))
            {
                IsMissing = _ended = true;
                return;
            }
            var answer = AwsCli.Document(ran, call);
            foreach (var line in answer.Items("events").Select(Line))
                if (query.Wants(line.Message))
                    _lines.Enqueue(line);
            var next = answer.Text("nextToken");
            _ended = next is null || next == _token;
            _token = next;
        }
    }

    private LogLine Line(JsonElement line) =>
        new(
            source,
            line.TryGetProperty("timestamp", out var time) && time.TryGetInt64(out var milliseconds) ? milliseconds : 0,
            line.Text("logStreamName") ?? "",
            line.Text("eventId") ?? "",
            line.Text("message") ?? ""
        );
}
