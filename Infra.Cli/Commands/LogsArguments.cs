using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Engine;
using Infra.Cli.Operations;
using Infra.Cli.Operations.Logs;
using Infra.Cli.Operations.Parts;
using Infra.Cli.Stacks;

namespace Infra.Cli.Commands;

/// <summary>The arguments of <c>infra logs</c>.</summary>
internal sealed class LogsArguments
{
    private const string DefaultSince = "1h";
    private const int DefaultLimit = 10_000;

    private readonly StackArguments _stack;

    private readonly Option<string[]> _services = new("--service")
    {
        Description =
            "A service, function or other log by its name in --list; may be given several times. Default: all of the application",
        HelpName = "NAME",
    };

    private readonly Option<string> _since = new("--since")
    {
        Description = $"The earliest line: {Moment.Want}. Default: {DefaultSince}",
        HelpName = "TIME",
        DefaultValueFactory = _ => DefaultSince,
    };

    private readonly Option<string?> _until = new("--until")
    {
        Description = "Where to stop, written in the same way. Default: now",
        HelpName = "TIME",
    };

    private readonly Option<string?> _filter = new("--filter")
    {
        Description = "Only lines that match a filter pattern of CloudWatch Logs. Default: every line",
        HelpName = "PATTERN",
    };

    private readonly Option<bool> _errors = new("--errors") { Description = "Only lines that speak of an error" };

    private readonly Option<bool> _follow = new("--follow")
    {
        Description = "Goes on with what is written meanwhile, until Ctrl-C",
    };

    private readonly Option<bool> _list = new("--list") { Description = "Lists the logs of the stack and reads none" };

    private readonly Option<string?> _limit = new("--limit")
    {
        Description = $"How many lines at most; following has no limit. Default: {DefaultLimit}",
        HelpName = "LINES",
    };

    private readonly Option<bool> _json = StackArguments.JsonOption("A JSON document for each line");
    private readonly IntervalOption _interval = new("the logs with --follow", 2);

    /// <summary>Adds them to a command.</summary>
    public LogsArguments(Command command)
    {
        _filter.Validators.Add(RefuseFile);
        _stack = new StackArguments(command);
        foreach (
            var option in (Option[])[_services, _since, _until, _filter, _errors, _follow, _limit, _list, _interval.Option, _json]
        )
            command.Add(option);
    }

    /// <summary>The stack.</summary>
    public StackTarget Target(ParseResult arguments) => _stack.Target(arguments);

    /// <summary>Whether only the list is wanted.</summary>
    public bool List(ParseResult arguments) => arguments.GetValue(_list);

    /// <summary>Whether to go on for ever.</summary>
    public bool Follow(ParseResult arguments) => arguments.GetValue(_follow);

    /// <summary>Whether documents are wanted.</summary>
    public bool Json(ParseResult arguments) => arguments.GetValue(_json);

    /// <summary>The time between two looks.</summary>
    public TimeSpan Interval(ParseResult arguments) => _interval.Of(arguments);

    /// <summary>How many lines.</summary>
    public int Limit(ParseResult arguments)
    {
        if (Follow(arguments))
            return int.MaxValue;
        if (arguments.GetValue(_limit) is not { } text)
            return DefaultLimit;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var lines) && lines > 0
            ? lines
            : throw new InputException("--limit", [$"got {text}, want a number of lines, 1 or more"]);
    }

    /// <summary>Which lines.</summary>
    /// <exception cref="InputException">A time cannot be read, or the two of them are the wrong way round.</exception>
    public LogQuery Query(ParseResult arguments, DateTimeOffset now)
    {
        var from = Moment.Parse("--since", arguments.GetRequiredValue(_since), now);
        var until = arguments.GetValue(_until);
        if (until is not null && Follow(arguments))
            throw new InputException("--until", ["got --follow too, want one of both; what is followed has no end"]);
        DateTimeOffset? to = until is null ? null : Moment.Parse("--until", until, now);
        return to <= from
            ? throw new InputException("--until", [$"got {until}, want a time after --since, {Moment.Text(from)}"])
            : new(from, to, arguments.GetValue(_filter), arguments.GetValue(_errors));
    }

    /// <summary>Which logs.</summary>
    /// <exception cref="InputException">A name is of none; with every problem.</exception>
    public ImmutableArray<LogSource> Sources(ParseResult arguments, StackParts parts)
    {
        var names = arguments.GetValue(_services) ?? [];
        if (names.Length == 0)
            return [.. parts.Logs.Where(source => source.OfApplication)];
        var known = parts.Logs.Select(source => source.Key).Distinct().ToList();
        var problems = names
            .Where(name => !known.Contains(name))
            .Select(name => $"got {name}, want one of {string.Join(", ", known)}")
            .ToList();
        return problems.Count > 0
            ? throw new InputException("--service", [.. problems])
            : [.. parts.Logs.Where(source => names.Contains(source.Key))];
    }

    // The aws CLI would send what is in the file.
    private static void RefuseFile(OptionResult result)
    {
        foreach (var text in result.Tokens.Select(token => token.Value))
            if (text.StartsWith("file://", StringComparison.Ordinal) || text.StartsWith("fileb://", StringComparison.Ordinal))
                result.AddError($"--filter: got {text}, want the pattern itself, such as '\"timed out\"'");
    }
}
