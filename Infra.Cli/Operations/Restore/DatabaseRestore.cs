using System.Collections.Immutable;
using System.Text.Json;
using Infra.Cli.Deployed;
using Infra.Cli.Operations.Calls;
using Infra.Cli.Operations.Halt;
using Infra.Cli.Output;
using Infra.Cli.Tools;

namespace Infra.Cli.Operations.Restore;

/// <summary>Restores an instance of RDS beside the old one, as the old one is.</summary>
internal sealed class DatabaseRestore : RestoreRun
{
    private static readonly string[] Failed =
    [
        "failed",
        "incompatible-network",
        "incompatible-option-group",
        "incompatible-parameters",
        "incompatible-restore",
        "inaccessible-encryption-credentials",
    ];

    private DatabaseRestore(OperatedStack stack)
        : base(stack) { }

    /// <inheritdoc/>
    public override ImmutableArray<RestoreStep> Rest => RestoreSteps.OfDatabase(Stack, Source, Target);

    /// <inheritdoc/>
    protected override string Service => "RDS";

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
            throw Taken(target, status);
        return new(stack)
        {
            Source = source,
            Target = target,
            Window = window,
            Call = [.. RestoreCall.Of(instance, target, time)],
        };
    }

    /// <inheritdoc/>
    protected override async Task<(string State, bool Done)> LookAsync(CancellationToken cancellationToken)
    {
        var status = await DatabaseState.ReadAsync(Stack, Target, cancellationToken);
        return Failed.Contains(status)
            ? throw new CommandException(
                ExitCodes.ProgramFailed,
                $"{Target}: RDS says {status}; {Stack.Text(["rds", "describe-events", "--source-identifier", Target, "--source-type", "db-instance"])} says why"
            )
            : (status ?? "not there yet", status == "available");
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
