using System.Collections.Immutable;
using System.Text.Json;
using Infra.Cli.Deployed;
using Infra.Cli.Operations.Calls;
using Infra.Cli.Operations.Halt;
using Infra.Cli.Output;
using Infra.Cli.Tools;

namespace Infra.Cli.Operations.Restore;

/// <summary>Restores an instance of RDS beside the old one, as the old one is.</summary>
internal sealed class DatabaseRestore : IRestore
{
    // Hours where there is much to read; RDS says nothing of how far it is.
    private static readonly TimeSpan Limit = TimeSpan.FromHours(6);

    private static readonly string[] Failed =
    [
        "failed",
        "incompatible-network",
        "incompatible-option-group",
        "incompatible-parameters",
        "incompatible-restore",
        "inaccessible-encryption-credentials",
    ];

    private readonly OperatedStack _stack;

    private DatabaseRestore(OperatedStack stack) => _stack = stack;

    /// <inheritdoc/>
    public required string Source { get; init; }

    /// <inheritdoc/>
    public required string Target { get; init; }

    /// <inheritdoc/>
    public required RestoreWindow Window { get; init; }

    /// <inheritdoc/>
    public required ImmutableArray<string> Call { get; init; }

    /// <inheritdoc/>
    public ImmutableArray<RestoreStep> Rest => RestoreSteps.OfDatabase(_stack, Source, Target);

    /// <summary>Looks at the old instance and at its backups.</summary>
    /// <exception cref="CommandException">It cannot be restored, or the new name is taken.</exception>
    public static async Task<DatabaseRestore> FindAsync(
        OperatedStack stack,
        string source,
        string target,
        DateTimeOffset? time,
        CancellationToken cancellationToken
    )
    {
        var call = DatabaseCalls.Describe(source);
        var ran = await stack.Aws.AskAsync(call, cancellationToken);
        if (ran.ExitCode != 0 && ran.Error.Contains("DBInstanceNotFound", StringComparison.Ordinal))
            throw new CommandException(
                ExitCodes.ProgramFailed,
                $"{source}: {stack.Region} does not have it, so nothing tells how the new one is to be; docs/runbooks/restore.md goes by its automated backups or a snapshot"
            );
        var instance = AwsCli.Document(ran, call).Items("DBInstances").FirstOrDefault();
        var window = await WindowAsync(stack, source, instance, cancellationToken);
        window.Require(time, source);
        if (await DatabaseState.ReadAsync(stack, target, cancellationToken) is { } status)
            throw new CommandException(
                ExitCodes.Refused,
                $"{target}: refused, it is there already ({status}); take another name with --target"
            );
        return new(stack)
        {
            Source = source,
            Target = target,
            Window = window,
            Call = [.. RestoreCall.Of(instance, target, time)],
        };
    }

    /// <inheritdoc/>
    public async Task RunAsync(Terminal terminal, CancellationToken cancellationToken)
    {
        string[] call = [.. Call];
        AwsCli.Require(await _stack.Aws.AskAsync(call, cancellationToken, repeatable: false), call);
        await new Waiting(_stack, terminal, Limit).UntilAsync(
            Target,
            async token =>
            {
                var status = await DatabaseState.ReadAsync(_stack, Target, token);
                return Failed.Contains(status)
                    ? throw new CommandException(
                        ExitCodes.ProgramFailed,
                        $"{Target}: RDS says {status}; {CommandText.Of(["aws", "rds", "describe-events", "--source-identifier", Target, "--source-type", "db-instance", "--region", _stack.Region])} says why"
                    )
                    : (status ?? "not there yet", status == "available");
            },
            "RDS goes on with it.",
            cancellationToken
        );
    }

    private static async Task<RestoreWindow> WindowAsync(
        OperatedStack stack,
        string source,
        JsonElement instance,
        CancellationToken cancellationToken
    )
    {
        var answer = await stack.Aws.CallAsync(DatabaseCalls.Backups(source), cancellationToken);
        var windows = answer
            .Items("DBInstanceAutomatedBackups")
            .Where(backup => backup.Text("DbiResourceId") == instance.Text("DbiResourceId"))
            .Select(backup => backup.TryGetProperty("RestoreWindow", out var window) ? window : default)
            .Where(window => window.ValueKind == JsonValueKind.Object);
        foreach (var window in windows)
            if (
                RestoreWindow.Time(window, "EarliestTime") is { } earliest
                && (RestoreWindow.Time(window, "LatestTime") ?? RestoreWindow.Time(instance, "LatestRestorableTime"))
                    is { } latest
            )
                return new(earliest, latest);
        throw new CommandException(
            ExitCodes.ProgramFailed,
            $"{source}: it has no automated backups to restore from; settings.database.backupDays keeps them, and docs/runbooks/restore.md goes by a snapshot"
        );
    }
}
