namespace Infra.Cli.Operations.Calls;

/// <summary>The calls to DynamoDB.</summary>
internal static class TableCalls
{
    /// <summary>A table as it is.</summary>
    public static string[] Describe(string table) => ["dynamodb", "describe-table", "--table-name", table];

    /// <summary>How far back it can be restored.</summary>
    public static string[] Backups(string table) => ["dynamodb", "describe-continuous-backups", "--table-name", table];

    /// <summary>A new table with what the old one held.</summary>
    /// <param name="source">The old one.</param>
    /// <param name="target">The name of the new one.</param>
    /// <param name="time">The moment. Default: the latest there is.</param>
    /// <param name="key">The ARN of its key of KMS. Default: the key of DynamoDB.</param>
    public static string[] Restore(string source, string target, DateTimeOffset? time, string? key)
    {
        List<string> call =
        [
            "dynamodb",
            "restore-table-to-point-in-time",
            "--source-table-name",
            source,
            "--target-table-name",
            target,
        ];
        if (time is { } moment)
            call.AddRange("--restore-date-time", Moment.Text(moment));
        else
            call.Add("--use-latest-restorable-time");
        if (key is not null)
            call.AddRange("--sse-specification-override", $"Enabled=true,SSEType=KMS,KMSMasterKeyId={key}");
        return [.. call];
    }

    /// <summary>A table that can be restored in its turn.</summary>
    public static string[] KeepBackups(string table) =>
        [
            "dynamodb",
            "update-continuous-backups",
            "--table-name",
            table,
            "--point-in-time-recovery-specification",
            "PointInTimeRecoveryEnabled=true",
        ];

    /// <summary>A table that nobody deletes by mistake.</summary>
    public static string[] Protect(string table) =>
        ["dynamodb", "update-table", "--table-name", table, "--deletion-protection-enabled"];
}
