using System.Collections.Immutable;
using System.CommandLine;
using Infra.Cli.Operations;
using Infra.Cli.Operations.Calls;
using Infra.Cli.Operations.Tunnel;
using Infra.Cli.Output;
using Infra.Cli.Tools;

namespace Infra.Cli.Commands;

/// <summary><c>infra db tunnel</c>: a port of this machine that leads to a database without a public address.</summary>
internal sealed class TunnelCommand : InfraCommand
{
    private readonly TunnelArguments _arguments;

    /// <summary>Describes the command.</summary>
    public TunnelCommand(Screen screen)
        : base(
            "tunnel",
            "Opens a port of this machine that leads to the database of a deployed stack, through a running task. Needs the aws CLI with its Session Manager plugin.",
            screen
        ) => _arguments = new TunnelArguments(this);

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples { get; } =
    [
        new("db tunnel dev --port 15432", "psql on port 15432 of this machine reaches the database"),
        new("db tunnel prod --to replica --dry-run", "what would be opened, and through which task"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var port = _arguments.Port(arguments);
        var dryRun = _arguments.DryRun(arguments);
        var stack = await OperatedStack.OpenAsync(_arguments.Target(arguments), TimeSpan.FromSeconds(1), cancellationToken);
        var session = new TunnelSession(stack, Screen.Out);
        if (!dryRun)
            await session.RequirePluginAsync(cancellationToken);
        await stack.GuardAsync(cancellationToken);
        var end = await TunnelEnds.FindAsync(stack, _arguments.To(arguments), cancellationToken);
        port ??= end.Port;
        if (!dryRun)
            TunnelArguments.RequireFree(port.Value);
        var (target, through) = await ThroughAsync(arguments, stack, cancellationToken);
        var call = SessionCalls.Forward(target, end.Host, end.Port, port.Value);

        Tell(stack, end, through, port.Value);
        if (dryRun)
        {
            Screen.Out.WriteLine(stack.Text(call));
            return ExitCodes.Fine;
        }
        if (stack.IsProduction && !_arguments.Yes(arguments))
            await TypedWord.AskAsync(Screen.Error, stack.Name, stack.Name, cancellationToken, "name of the stack");
        Screen.Out.Flush();
        await session.RunAsync(call, cancellationToken);
        Screen.Error.WriteLine("closed");
        return ExitCodes.Fine;
    }

    private async Task<(string Target, string Through)> ThroughAsync(
        ParseResult arguments,
        OperatedStack stack,
        CancellationToken cancellationToken
    )
    {
        if (_arguments.Instance(arguments) is { } instance)
            return (instance, $"instance {instance}");
        var task = await TaskTarget.FindAsync(stack, cancellationToken);
        return (task.Target, $"task {task.Task} of {task.Service.Key}");
    }

    private void Tell(OperatedStack stack, TunnelEnd end, string through, int port)
    {
        Screen.Out.WriteLine(
            $"{end.Name} ({end.Host}:{end.Port}) on 127.0.0.1:{port}, through {through}; Ctrl-C closes it",
            Style.Strong
        );
        Screen.Out.WriteLine($"  {end.Client(port)}");
        foreach (var secret in end.Secrets)
        {
            string[] call = ["aws", "secretsmanager", "get-secret-value", "--secret-id", secret, "--region", stack.Region];
            Screen.Out.WriteLine(
                $"  secret {secret}: {CommandText.Of([.. call, "--query", "SecretString", "--output", "text"])}",
                Style.Faint
            );
        }
    }
}
