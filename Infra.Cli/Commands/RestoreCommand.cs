using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Infra.Cli.Operations;
using Infra.Cli.Operations.Restore;
using Infra.Cli.Output;
using Infra.Cli.Tools;

namespace Infra.Cli.Commands;

/// <summary><c>infra restore</c>: a database or table as it was at a moment, beside the one that is there.</summary>
internal sealed class RestoreCommand : InfraCommand
{
    private readonly RestoreArguments _arguments;

    /// <summary>Describes the command.</summary>
    public RestoreCommand(Screen screen)
        : base(
            "restore",
            "Restores the database or table of a deployed stack to a moment, beside the one that is there. Shows every step; with --yes it makes the new one. Needs the aws CLI.",
            screen
        ) => _arguments = new RestoreArguments(this);

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples { get; } =
    [
        new("restore prod --to latest", "every step with the names of this stack, and how far back it goes; nothing is done"),
        new("restore taskflow-dev --to 20m --yes", "a new table as the old one was 20 minutes ago"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var time = _arguments.Time(arguments, TimeProvider.System.GetUtcNow());
        var (yes, json) = (_arguments.Yes(arguments), _arguments.Json(arguments));
        var stack = await OperatedStack.OpenAsync(
            _arguments.Target(arguments),
            _arguments.Interval(arguments),
            cancellationToken
        );
        var (source, target, isTable) = _arguments.Names(arguments, stack.Parts);
        await stack.GuardAsync(cancellationToken);
        RestoreRun restore = isTable
            ? await TableRestore.FindAsync(stack, source, target, time, cancellationToken)
            : await DatabaseRestore.FindAsync(stack, source, target, time, cancellationToken);

        var people = Screen.People(json);
        Head(people, stack, restore, time);
        if (yes)
            await RunAsync(stack, restore, people, cancellationToken);
        Steps(people, restore);
        if (!yes)
            people.WriteLine("nothing was done; --yes does step 1", Style.Strong);
        if (json)
            Json.Write(Screen.Document, writer => Document(writer, stack, restore, time, yes));
        return ExitCodes.Fine;
    }

    private async Task RunAsync(OperatedStack stack, RestoreRun restore, Terminal people, CancellationToken cancellationToken)
    {
        people.Flush();
        try
        {
            await restore.RunAsync(Screen.Error, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Screen.Error.WriteLine(
                $"{restore.Target}: no longer watched; AWS goes on making it, if it was asked to",
                Style.Change
            );
            throw;
        }
        people.WriteLine($"{stack.Name}: {restore.Target} is there; {restore.Source} is as it was", Style.Good);
    }

    private static void Head(Terminal people, OperatedStack stack, RestoreRun restore, DateTimeOffset? time)
    {
        var window = restore.Window;
        var moment = time is { } named ? Moment.Text(named) : $"the latest moment, {Moment.Text(window.Latest)}";
        people.WriteLine($"{stack.Name}: {restore.Source} as at {moment}, beside it as {restore.Target}", Style.Strong);
        people.WriteLine($"  its backups reach from {Moment.Text(window.Earliest)} to {Moment.Text(window.Latest)}", Style.Faint);
        people.WriteLine("1. restore, and wait until it can be used");
        people.WriteLine($"  {stack.Text(restore.Call)}", Style.Faint);
    }

    private static void Steps(Terminal people, RestoreRun restore)
    {
        for (var i = 0; i < restore.Rest.Length; i++)
        {
            people.WriteLine($"{i + 2}. {restore.Rest[i].Text}");
            foreach (var command in restore.Rest[i].Commands)
                people.WriteLine($"  {command}", Style.Faint);
        }
    }

    private static void Document(Utf8JsonWriter writer, OperatedStack stack, RestoreRun restore, DateTimeOffset? time, bool done)
    {
        writer.WriteStartObject();
        writer.WriteString("stack", stack.Name);
        writer.WriteString("source", restore.Source);
        writer.WriteString("target", restore.Target);
        writer.WriteString("time", Moment.Text(time ?? restore.Window.Latest));
        writer.WriteString("earliest", Moment.Text(restore.Window.Earliest));
        writer.WriteString("latest", Moment.Text(restore.Window.Latest));
        writer.WriteBoolean("done", done);
        writer.WriteStartArray("steps");
        foreach (var step in restore.Rest)
        {
            writer.WriteStartObject();
            writer.WriteString("text", step.Text);
            writer.WriteStartArray("commands");
            foreach (var command in step.Commands)
                writer.WriteStringValue(command);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
