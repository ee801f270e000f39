using System.CommandLine;
using Infra.Cli.Stacks;

namespace Infra.Cli.Commands;

/// <summary>The arguments of a job of <c>infra db</c>.</summary>
internal sealed class DbArguments
{
    private readonly StackArguments _stack;
    private readonly Option<string?> _outputs = StackArguments.OutputsOption();

    private readonly IntervalOption _interval = new("the task", 2);

    private readonly Option<bool> _json = StackArguments.JsonOption(
        "How it ended as JSON; the task's log goes to standard error"
    );

    /// <summary>Adds them to a command.</summary>
    public DbArguments(Command command)
    {
        _stack = new StackArguments(command);
        foreach (var option in (Option[])[_outputs, _interval.Option, _json])
            command.Add(option);
    }

    /// <summary>The stack.</summary>
    public StackTarget Target(ParseResult arguments) => _stack.Target(arguments);

    /// <summary>The file with the outputs. Default: none.</summary>
    public string? Outputs(ParseResult arguments) => arguments.GetValue(_outputs);

    /// <summary>Whether a document is wanted.</summary>
    public bool Json(ParseResult arguments) => arguments.GetValue(_json);

    /// <summary>The time between two looks.</summary>
    public TimeSpan Interval(ParseResult arguments) => _interval.Of(arguments);
}
