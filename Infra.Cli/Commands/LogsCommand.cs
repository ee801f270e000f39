using System.Collections.Immutable;
using System.CommandLine;
using Infra.Cli.Operations;
using Infra.Cli.Operations.Logs;
using Infra.Cli.Operations.Parts;
using Infra.Cli.Output;

namespace Infra.Cli.Commands;

/// <summary><c>infra logs</c>: what the services and functions of a deployed stack write.</summary>
internal sealed class LogsCommand : InfraCommand
{
    private readonly LogsArguments _arguments;

    /// <summary>Describes the command.</summary>
    public LogsCommand(Screen screen)
        : base(
            "logs",
            "Reads the logs of a deployed stack, those of several services in one order of time. Needs the aws CLI.",
            screen
        ) => _arguments = new LogsArguments(this);

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples { get; } =
    [
        new("logs prod --since 15m --errors", "what went wrong in the last quarter of an hour"),
        new("logs finsight-dev --service reports --since 2h", "one function"),
        new("logs neuraknot-dev --list", "which logs there are, without asking AWS"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var query = _arguments.Query(arguments, TimeProvider.System.GetUtcNow());
        var limit = _arguments.Limit(arguments);
        var target = _arguments.Target(arguments);
        var stack = await OperatedStack.OpenAsync(target, _arguments.Interval(arguments), cancellationToken);
        var sources = _arguments.Sources(arguments, stack.Parts);
        if (_arguments.List(arguments))
            return List(stack.Parts, _arguments.Json(arguments));
        if (sources.IsEmpty)
            throw stack.Lacks("no service or function that runs; --list shows its other logs, --service reads one");
        await stack.GuardAsync(cancellationToken);
        return await ReadAsync(arguments, stack, sources, query, limit, cancellationToken);
    }

    private async Task<int> ReadAsync(
        ParseResult arguments,
        OperatedStack stack,
        ImmutableArray<LogSource> sources,
        LogQuery query,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var follow = _arguments.Follow(arguments);
        var follower = new LogFollower(stack, sources);
        var names = sources.Select(source => source.Key).Distinct().ToList();
        var writer = new LogWriter(Screen, _arguments.Json(arguments), names.Count > 1 ? names.Max(name => name.Length) : null);
        var count = 0;
        try
        {
            await foreach (var line in follower.LinesAsync(query, follow, cancellationToken))
            {
                if (count == limit)
                {
                    Screen.Error.WriteLine(
                        $"{Words.Count(count, "line")}, and there are more; take a shorter time, --filter, or a higher --limit",
                        Style.Change
                    );
                    break;
                }
                count++;
                writer.Write(line);
                if (follow)
                    writer.Flush();
            }
        }
        catch (OperationCanceledException) when (follow && cancellationToken.IsCancellationRequested)
        {
            return ExitCodes.Fine; // the way to end it
        }
        return Tell(follower, sources, query, count);
    }

    private int Tell(LogFollower follower, ImmutableArray<LogSource> sources, LogQuery query, int count)
    {
        foreach (var missing in follower.Missing.OrderBy(source => source.Key, StringComparer.Ordinal))
            Screen.Error.WriteLine(
                $"{missing.Key}: {missing.Region} has no log group {missing.Group}; is the stack deployed?",
                Style.Change
            );
        if (follower.Missing.Count == sources.Length)
            return ExitCodes.ProgramFailed;
        if (count == 0)
            Screen.Error.WriteLine($"no line since {Moment.Text(query.From)}", Style.Faint);
        return ExitCodes.Fine;
    }

    private int List(StackParts parts, bool json)
    {
        if (json)
        {
            Json.Write(
                Screen.Document,
                writer =>
                {
                    writer.WriteStartArray();
                    foreach (var source in parts.Logs)
                    {
                        writer.WriteStartObject();
                        writer.WriteString("service", source.Key);
                        writer.WriteString("logGroup", source.Group);
                        writer.WriteString("region", source.Region);
                        writer.WriteBoolean("ofApplication", source.OfApplication);
                        writer.WriteEndObject();
                    }
                    writer.WriteEndArray();
                }
            );
            return ExitCodes.Fine;
        }
        var rows = new TableRows("service", "log group", "region", "");
        foreach (var source in parts.Logs)
            rows.Add(Style.Plain, source.Key, source.Group, source.Region, source.OfApplication ? "read by default" : "");
        rows.Write(Screen.Out);
        return ExitCodes.Fine;
    }
}
