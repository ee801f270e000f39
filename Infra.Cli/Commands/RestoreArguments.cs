using System.CommandLine;
using System.CommandLine.Parsing;
using Engine;
using Infra.Cli.Operations;
using Infra.Cli.Operations.Parts;
using Infra.Cli.Stacks;

namespace Infra.Cli.Commands;

/// <summary>The arguments of <c>infra restore</c>.</summary>
internal sealed class RestoreArguments
{
    private const string Latest = "latest";

    private readonly StackArguments _stack;

    private readonly Option<string?> _to = new("--to")
    {
        Description = $"The moment: {Latest}, {Moment.Want}",
        HelpName = "TIME",
    };

    private readonly Option<string?> _source = new("--source")
    {
        Description = "The database or table. Default: the only one that is no replica",
        HelpName = "NAME",
    };

    private readonly Option<string?> _target = new("--target")
    {
        Description = "What the new one is called. Default: the name of the old one with -restored behind it",
        HelpName = "NAME",
    };

    private readonly Option<bool> _yes = new("--yes")
    {
        Description = "Makes the new one and waits for it. Default: everything is looked up and shown, and nothing done",
    };

    private readonly Option<bool> _json = StackArguments.JsonOption("What would be, or was, done as JSON");
    private readonly IntervalOption _interval = new("the new one", 30);

    /// <summary>Adds them to a command.</summary>
    public RestoreArguments(Command command)
    {
        _target.Validators.Add(RefuseName);
        _stack = new StackArguments(command);
        foreach (var option in (Option[])[_to, _source, _target, _yes, _interval.Option, _json])
            command.Add(option);
    }

    /// <summary>The stack.</summary>
    public StackTarget Target(ParseResult arguments) => _stack.Target(arguments);

    /// <summary>Whether it is done.</summary>
    public bool Yes(ParseResult arguments) => arguments.GetValue(_yes);

    /// <summary>Whether a document is wanted.</summary>
    public bool Json(ParseResult arguments) => arguments.GetValue(_json);

    /// <summary>The time between two looks.</summary>
    public TimeSpan Interval(ParseResult arguments) => _interval.Of(arguments);

    /// <summary>The moment. Default: the latest.</summary>
    /// <exception cref="InputException">None was named, or it cannot be read.</exception>
    public DateTimeOffset? Time(ParseResult arguments, DateTimeOffset now) =>
        arguments.GetValue(_to) switch
        {
            Latest => null,
            { } text => Moment.Parse("--to", text, now),
            null => throw new InputException("--to", [$"got nothing, want {Latest}, {Moment.Want}"]),
        };

    /// <summary>What is restored, under which name, and whether it is a table.</summary>
    /// <exception cref="InputException">There is no such thing, or several to choose from.</exception>
    public (string Source, string Target, bool IsTable) Names(ParseResult arguments, StackParts parts)
    {
        List<string> known =
        [
            .. parts.Databases.Where(instance => instance.ReplicaOf is null).Select(instance => instance.Identifier),
            .. parts.Tables,
        ];
        var source = arguments.GetValue(_source) ?? (known is [var only] ? only : null);
        if (source is null || !known.Contains(source))
            throw new InputException(
                "--source",
                [
                    $"got {source ?? "nothing"}, want {(known.Count == 0 ? "a stack with a database or a table: this one has none" : $"one of {string.Join(", ", known)}")}",
                ]
            );
        return (source, arguments.GetValue(_target) ?? $"{source}-restored", parts.Tables.Contains(source));
    }

    // What RDS takes; DynamoDB takes more.
    private static void RefuseName(OptionResult result)
    {
        foreach (var text in result.Tokens.Select(token => token.Value))
            if (
                text.Length is 0 or > 63
                || !char.IsAsciiLetter(text[0])
                || !text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
                || text.EndsWith('-')
                || text.Contains("--", StringComparison.Ordinal)
            )
                result.AddError($"--target: got {text}, want 63 letters, digits and single hyphens at most, a letter in front");
    }
}
