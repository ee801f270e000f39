using System.Collections.Immutable;
using System.CommandLine;
using Infra.Cli.Operations;
using Infra.Cli.Operations.Halt;
using Infra.Cli.Output;
using Infra.Cli.Tools;

namespace Infra.Cli.Commands;

/// <summary><c>infra stop</c> and <c>infra start</c>: a stack that costs less while nobody uses it.</summary>
internal sealed class HaltCommand : InfraCommand
{
    // Tasks drain for a minute, a database starts in ten.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    private readonly bool _stops;
    private readonly StackArguments _stack;
    private readonly IntervalOption _interval = new("tasks and database", 10);
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Shows the calls and makes none" };
    private readonly Option<bool> _yes = new("--yes") { Description = "Goes ahead without asking for the stack's name" };

    private HaltCommand(string name, bool stops, string description, Screen screen)
        : base(name, description, screen)
    {
        _stops = stops;
        _stack = new StackArguments(this);
        Add(_dryRun);
        if (stops)
            Add(_yes);
        Add(_interval.Option);
        Examples =
        [
            new(
                $"{name} dev{(stops ? " --yes" : "")}",
                stops
                    ? "tasks, then the database; without --yes the stack's name has to be typed"
                    : "the database, then the tasks"
            ),
            new($"{name} dev --dry-run", "shows the calls and makes none"),
        ];
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples { get; }

    /// <summary><c>infra stop</c>.</summary>
    public static HaltCommand Stop(Screen screen) =>
        new(
            "stop",
            true,
            "Stops the tasks and the database of a stack that is not production, so that they cost nothing until infra start. Needs the aws CLI.",
            screen
        );

    /// <summary><c>infra start</c>.</summary>
    public static HaltCommand Start(Screen screen) =>
        new("start", false, "Starts what infra stop has stopped, and waits until it runs. Needs the aws CLI.", screen);

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var stack = await OperatedStack.OpenAsync(_stack.Target(arguments), _interval.Of(arguments), cancellationToken);
        if (stack.IsProduction)
            throw new CommandException(
                ExitCodes.Refused,
                $"{stack.Name}: refused, it is production (environment in {stack.Target.File.FileName}); {Name} is for stacks that nobody relies on"
            );
        var parts = HaltParts.Of(stack);
        if (parts.IsEmpty)
            throw stack.Lacks("nothing that can be stopped; functions and tables cost nothing while nobody uses them");
        if (arguments.GetValue(_dryRun))
        {
            foreach (var call in _stops ? StopRun.Calls(parts) : StartRun.Calls(parts))
                Screen.Out.WriteLine(stack.Text(call));
            return ExitCodes.Fine;
        }
        await stack.GuardAsync(cancellationToken);
        if (_stops && !arguments.GetValue(_yes))
        {
            Tell(parts);
            await TypedWord.AskAsync(Screen.Error, stack.Name, stack.Name, cancellationToken, "name of the stack");
        }
        try
        {
            if (_stops)
                await new StopRun(stack, parts, Screen.Out, Limit).RunAsync(cancellationToken);
            else
                await new StartRun(stack, parts, Screen.Out, Limit).RunAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Screen.Error.WriteLine(
                $"{stack.Name}: {Name} is done in part; infra {Name} {stack.Name} goes on where it was",
                Style.Change
            );
            throw;
        }
        After(stack, parts);
        return ExitCodes.Fine;
    }

    private void Tell(HaltParts parts)
    {
        foreach (var service in parts.Services)
            Screen.Error.WriteLine($"  {service.Key}: tasks to 0");
        foreach (var instance in parts.Databases)
            Screen.Error.WriteLine($"  {instance.Identifier}: stopped");
        Screen.Error.WriteLine($"  {Words.Count(parts.Alarms.Length, "alarm")}: silent");
    }

    private void After(OperatedStack stack, HaltParts parts)
    {
        if (_stops)
        {
            foreach (var instance in parts.Replicated)
                Screen.Out.WriteLine(
                    $"{instance.Identifier}: goes on, RDS stops no instance that has or is a replica",
                    Style.Change
                );
            Screen.Out.WriteLine($"{stack.Name} {GoesOn.Of(stack, parts)}");
        }
        if (parts.ScheduleGroup is { } group)
            Screen.Out.WriteLine(
                _stops
                    ? $"its schedule {group} starts it on the next working day"
                    : $"its schedule {group} stops it this evening; docs/runbooks/stop-schedule.md says how to work late"
            );
    }
}
