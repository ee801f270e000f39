using System.Collections.Immutable;
using System.CommandLine;
using Infra.Cli.Operations;
using Infra.Cli.Operations.Rollback;
using Infra.Cli.Output;
using Infra.Cli.Tools;

namespace Infra.Cli.Commands;

/// <summary><c>infra rollback</c>: brings a service, function or site back to what served before.</summary>
internal sealed class RollbackCommand : InfraCommand
{
    private readonly RollbackArguments _arguments;

    /// <summary>Describes the command.</summary>
    public RollbackCommand(Screen screen)
        : base(
            "rollback",
            "Brings a service, function or site of a deployed stack back to the version that served before, and waits until it serves. Needs the aws CLI.",
            screen
        ) => _arguments = new RollbackArguments(this);

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples { get; } =
    [
        new("rollback prod --dry-run", "what would serve again, and what is different in it"),
        new("rollback finsight-dev --service reports --yes", "one function; without --yes the stack's name has to be typed"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var json = _arguments.Json(arguments);
        var people = Screen.People(json);
        var stack = await OperatedStack.OpenAsync(
            _arguments.Target(arguments),
            _arguments.Interval(arguments),
            cancellationToken
        );
        var part = _arguments.Part(arguments, stack.Parts);
        await stack.GuardAsync(cancellationToken);
        var to = _arguments.To(arguments);
        IRollback back = part switch
        {
            ({ CodeDeploy: not null } service, _, _) => await CodeDeployRollback.FindAsync(stack, service, to, cancellationToken),
            ({ } service, _, _) => await TaskRollback.FindAsync(stack, service, to, cancellationToken),
            (_, { } function, _) => await AliasRollback.FindAsync(stack, function, to, cancellationToken),
            (_, _, { } site) => await SiteRollback.FindAsync(stack, site, to, cancellationToken),
            _ => throw stack.Lacks("nothing to roll back"),
        };
        Tell(people, stack, back);
        var dryRun = _arguments.DryRun(arguments);
        if (!dryRun)
            await GoAsync(arguments, stack, back, people, cancellationToken);
        if (json)
            Json.Write(Screen.Document, writer => Document(writer, stack, back, done: !dryRun));
        return ExitCodes.Fine;
    }

    private async Task GoAsync(
        ParseResult arguments,
        OperatedStack stack,
        IRollback back,
        Terminal people,
        CancellationToken cancellationToken
    )
    {
        people.Flush();
        if (!_arguments.Yes(arguments))
            await TypedWord.AskAsync(Screen.Error, stack.Name, stack.Name, cancellationToken, "name of the stack");
        try
        {
            await back.RunAsync(Screen.Error, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Screen.Error.WriteLine($"{back.Key}: no longer watched; what AWS was asked to do goes on", Style.Change);
            throw;
        }
        people.WriteLine($"{back.Key}: {back.To} serves", Style.Good);
        people.WriteLine(back.Afterwards);
    }

    private static void Tell(Terminal people, OperatedStack stack, IRollback back)
    {
        people.WriteLine($"{stack.Name}: {back.Key} from {back.From} to {back.To}", Style.Strong);
        foreach (var difference in back.Differences)
            people.WriteLine($"  {difference}");
        if (back.Differences.IsEmpty)
            people.WriteLine("  nothing in them is known to be different", Style.Faint);
        foreach (var call in back.Calls)
            people.WriteLine($"  {stack.Text(call)}", Style.Faint);
    }

    private static void Document(System.Text.Json.Utf8JsonWriter writer, OperatedStack stack, IRollback back, bool done)
    {
        writer.WriteStartObject();
        writer.WriteString("stack", stack.Name);
        writer.WriteString("service", back.Key);
        writer.WriteString("from", back.From);
        writer.WriteString("to", back.To);
        writer.WriteStartArray("differences");
        foreach (var difference in back.Differences)
            writer.WriteStringValue(difference);
        writer.WriteEndArray();
        writer.WriteBoolean("done", done);
        writer.WriteEndObject();
    }
}
