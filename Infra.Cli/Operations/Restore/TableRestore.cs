using System.Collections.Immutable;
using System.Text.Json;
using Infra.Cli.Deployed;
using Infra.Cli.Operations.Calls;
using Infra.Cli.Output;
using Infra.Cli.Tools;

namespace Infra.Cli.Operations.Restore;

/// <summary>Restores a table of DynamoDB beside the old one, under the same key.</summary>
internal sealed class TableRestore : RestoreRun
{
    private TableRestore(OperatedStack stack)
        : base(stack) { }

    /// <inheritdoc/>
    public override ImmutableArray<RestoreStep> Rest => RestoreSteps.OfTable(Stack, Source, Target);

    /// <inheritdoc/>
    protected override string Service => "DynamoDB";

    /// <summary>Looks at the old table and at its backups.</summary>
    /// <exception cref="CommandException">It cannot be restored, or the new name is taken.</exception>
    public static async Task<TableRestore> FindAsync(
        OperatedStack stack,
        string source,
        string target,
        DateTimeOffset? time,
        CancellationToken cancellationToken
    )
    {
        var backups = await stack.Aws.CallAsync(TableCalls.Backups(source), cancellationToken);
        var recovery =
            backups.TryGetProperty("ContinuousBackupsDescription", out var told)
            && told.TryGetProperty("PointInTimeRecoveryDescription", out var found)
                ? found
                : default;
        if (
            recovery.ValueKind != JsonValueKind.Object
            || RestoreWindow.Time(recovery, "EarliestRestorableDateTime") is not { } earliest
            || RestoreWindow.Time(recovery, "LatestRestorableDateTime") is not { } latest
        )
            throw new CommandException(
                ExitCodes.ProgramFailed,
                $"{source}: point-in-time recovery is off, so there is nothing to restore from; settings.table.recoveryDays keeps it"
            );
        var window = new RestoreWindow(earliest, latest);
        window.Require(time, source);
        if (await ReadAsync(stack, target, cancellationToken) is { } taken)
            throw Taken(target, taken.Text("TableStatus"));
        var table = await ReadAsync(stack, source, cancellationToken);
        var key =
            table is { } one && one.TryGetProperty("SSEDescription", out var encryption)
                ? encryption.Text("KMSMasterKeyArn")
                : null;
        return new(stack)
        {
            Source = source,
            Target = target,
            Window = window,
            Call = [.. TableCalls.Restore(source, target, time, key)],
        };
    }

    /// <inheritdoc/>
    protected override async Task<(string State, bool Done)> LookAsync(CancellationToken cancellationToken)
    {
        var status = (await ReadAsync(Stack, Target, cancellationToken))?.Text("TableStatus");
        return (status ?? "not there yet", status == "ACTIVE");
    }

    private static async Task<JsonElement?> ReadAsync(OperatedStack stack, string table, CancellationToken cancellationToken)
    {
        var call = TableCalls.Describe(table);
        var ran = await stack.Aws.AskAsync(call, cancellationToken);
        if (ran.ExitCode != 0 && ran.Error.Contains("ResourceNotFoundException", StringComparison.Ordinal))
            return null;
        return AwsCli.Document(ran, call).TryGetProperty("Table", out var found) ? found : null;
    }
}
