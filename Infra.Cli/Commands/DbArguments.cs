using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Engine;
using Infra.Cli.Stacks;

namespace Infra.Cli.Commands;

/// <summary>The arguments of <c>infra db</c>.</summary>
internal sealed class DbArguments
{
    private const int DefaultSeconds = 2;

    private static readonly string[] Jobs = ["bootstrap", "migrate", "info", "schedule", "verify"];

    private readonly Argument<string> _job = new("job")
    {
        Description = $"What to run: {string.Join(", ", Jobs)}, in this order",
    };

    private readonly Option<string?> _stack = new("--stack")
    {
        Description = "The stack, for example dev. Default: PULUMI_STACK, else the one of infra use, else the only one",
        HelpName = "STACK",
    };

    private readonly Option<string?> _outputs = StackArguments.OutputsOption();

    private readonly Option<string?> _interval = new("--interval")
    {
        Description = $"How long to wait between two looks at the task. Default: {DefaultSeconds}",
        HelpName = "SECONDS",
    };

    private readonly Option<bool> _json = StackArguments.JsonOption(
        "How it ended as JSON; the task's log goes to standard error"
    );
    private readonly Option<string?> _project = StackArguments.ProjectOption();

    /// <summary>Adds them to a command.</summary>
    public DbArguments(Command command)
    {
        _job.Validators.Add(Known);
        command.Add(_job);
        foreach (var option in (Option[])[_stack, _outputs, _interval, _json, _project])
            command.Add(option);
    }

    /// <summary>The job.</summary>
    public string Job(ParseResult arguments) => arguments.GetRequiredValue(_job);

    /// <summary>The stack.</summary>
    public StackTarget Target(ParseResult arguments) => StackTarget.Of(arguments.GetValue(_project), arguments.GetValue(_stack));

    /// <summary>The file with the outputs. Default: none.</summary>
    public string? Outputs(ParseResult arguments) => arguments.GetValue(_outputs);

    /// <summary>Whether a document is wanted.</summary>
    public bool Json(ParseResult arguments) => arguments.GetValue(_json);

    /// <summary>The time between two looks.</summary>
    public TimeSpan Interval(ParseResult arguments)
    {
        if (arguments.GetValue(_interval) is not { } text)
            return TimeSpan.FromSeconds(DefaultSeconds);
        return
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 60
            ? TimeSpan.FromSeconds(seconds)
            : throw new InputException("--interval", [$"got {text}, want a number of seconds above 0, 60 at most"]);
    }

    private static void Known(ArgumentResult result)
    {
        foreach (var token in result.Tokens)
            if (!Jobs.Contains(token.Value))
                result.AddError($"<job>: got {token.Value}, want one of {string.Join(", ", Jobs)}");
    }
}
