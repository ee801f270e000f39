using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>RDS instances: whether somebody can see what they do, and whether their clients fit.</summary>
internal sealed class DatabaseMonitoringRules : GuardrailTable
{
    private const int LongestInterval = 60;

    // PostgreSQL keeps three connections for its superuser, RDS two more for itself.
    private const int Reserved = 5;

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("RDS.6", Grade.Low, Databases.Instance, "Databases report what their operating system does")
            {
                Reason = "The hypervisor's metrics do not show which process takes memory or waits for the disk.",
                Fix =
                    "Set monitoringInterval to 60 or less (seconds) and monitoringRoleArn to a role with AmazonRDSEnhancedMonitoringRole.",
                Also = ["CKV_AWS_118"],
                Check = database =>
                    database.Ask("monitoringInterval", value => value.Number is > 0 and <= LongestInterval, "1 to 60 (seconds)")
                    & database.IsSet("monitoringRoleArn", "the role that writes the metrics"),
            },
            new("RDS.9", Grade.Medium, Databases.Instance, "Databases write their logs to CloudWatch Logs")
            {
                Reason = "Logs on the instance are gone after days, and with the instance.",
                Fix = "Set enabledCloudwatchLogsExports to the logs of the engine: error, slowquery and audit for MySQL.",
                Also = ["CKV_AWS_129"],
                When = database => !Databases.IsPostgres(database),
                Check = database =>
                    database.Ask("enabledCloudwatchLogsExports", value => !value.IsEmpty, "the logs of the engine"),
            },
            new("RDS.36", Grade.Medium, Databases.Instance, "PostgreSQL writes its log to CloudWatch Logs")
            {
                Reason = "Failed sign-ins, slow statements and crashes are in that log, which is gone with the instance.",
                Fix = "Set enabledCloudwatchLogsExports to postgresql and upgrade.",
                Also = ["CKV_AWS_129"],
                When = Databases.IsPostgres,
                Check = database =>
                    database.Ask(
                        "enabledCloudwatchLogsExports",
                        value => value.Texts.Contains("postgresql"),
                        "postgresql among them"
                    ),
            },
            new("rds-insights", Grade.Low, Databases.Instance, "Databases record which statements they wait for")
            {
                Reason = "When the database is slow there is no other way to see afterwards which statement it was.",
                Fix = "Set performanceInsightsEnabled: true; seven days of it cost nothing.",
                Also = ["CKV_AWS_353"],
                Check = database => database.Is("performanceInsightsEnabled", true),
            },
            new("rds-insights-key", Grade.Low, Databases.Instance, "Recorded statements are under a key of the account's own")
            {
                Reason = "Statements hold values, and values are personal data.",
                Fix = "Set performanceInsightsKmsKeyId. It cannot be changed later without turning the recording off.",
                Also = ["CKV_AWS_354"],
                When = database => database["performanceInsightsEnabled"].Bool == true,
                Check = database => database.IsSet("performanceInsightsKmsKeyId", "a KMS key"),
            },
            new(
                "rds-connections",
                Grade.High,
                Databases.Instance,
                "All tasks together open no more connections than the database takes"
            )
            {
                Reason =
                    "At the largest number of tasks, or while a deployment runs old and new ones, sign-ins fail with too many clients.",
                Fix =
                    "Lower the pool size of the containers or maxCapacity, raise max_connections with more memory, or put an RDS Proxy in between.",
                When = database => ConnectionPools.LimitOf(database) is not null && ConnectionPools.Of(database).Any(),
                Check = database =>
                {
                    var pools = ConnectionPools.Of(database).ToList();
                    var (most, limit) = (pools.Sum(pool => pool.Tasks * pool.Size), ConnectionPools.LimitOf(database) - Reserved);
                    return Verdict.Of(
                        most <= limit,
                        $"max_connections: got {limit + Reserved}, of which {Reserved} are reserved, want {most} and those for {string.Join(", ", pools.Select(pool => $"{pool.Service} ({pool.Tasks} × {pool.Size})").Distinct())}"
                    );
                },
            },
        ];
}
