using System.Globalization;
using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>Parameters of PostgreSQL on RDS.</summary>
internal sealed class DatabaseParameterRules : GuardrailTable
{
    // RDS takes these at a restart only, and refuses applyMethod immediate for them.
    private static readonly string[] Static =
    [
        "autovacuum_freeze_max_age",
        "autovacuum_max_workers",
        "cron.database_name",
        "huge_pages",
        "max_connections",
        "max_locks_per_transaction",
        "max_logical_replication_workers",
        "max_prepared_transactions",
        "max_replication_slots",
        "max_wal_senders",
        "max_worker_processes",
        "rds.logical_replication",
        "shared_buffers",
        "shared_preload_libraries",
        "superuser_reserved_connections",
        "track_activity_query_size",
        "wal_buffers",
    ];

    private const string MemoryFormula = "{DBInstanceClassMemory/";

    // shared_buffers counts blocks of 8 KiB, DBInstanceClassMemory bytes: this divisor gives three quarters of the memory.
    private const double SmallestDivisor = 8192 / 0.75;

    // PostgreSQL's own default of 128 MiB, in blocks.
    private const double FewestBlocks = 16_384;

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("rds-static-parameters", Grade.High, Databases.ParameterGroup, "Parameters that need a restart wait for one")
            {
                Reason = "AWS refuses to apply them at once, and the deployment stops half-way.",
                Fix = "Set applyMethod: pending-reboot on the parameter, and restart the database in its maintenance window.",
                Check = group =>
                    EachParameter(
                        group,
                        (name, parameter) =>
                            Static.Contains(name)
                                ? parameter["applyMethod"]
                                    .Ask($"{name}.applyMethod", value => value.Text == "pending-reboot", "pending-reboot")
                                : Verdict.Pass
                    ),
            },
            new(
                "rds-shared-buffers",
                Grade.High,
                Databases.ParameterGroup,
                "The parameter shared_buffers is counted in blocks of 8 KiB"
            )
            {
                Reason =
                    "Taken for bytes or MiB the number is off by a thousand: the database does not start, or reads everything from disk.",
                Fix =
                    "Set {DBInstanceClassMemory/32768} for a quarter of the memory, as RDS does by itself, or leave the parameter out.",
                When = group => IsPostgres(group) && !Databases.Parameter(group, "shared_buffers").IsMissing,
                Check = group =>
                    Databases
                        .Parameter(group, "shared_buffers")["value"]
                        .Ask("shared_buffers", IsSensible, "{DBInstanceClassMemory/32768}, or 16384 blocks or more"),
            },
            new("rds-slow-statements", Grade.Medium, Databases.ParameterGroup, "Slow statements are logged")
            {
                Reason = "Nobody can say afterwards which statement made the database slow, nor who changed a table.",
                Fix = "Set log_min_duration_statement to a number of milliseconds such as 1000, or log_statement to ddl or mod.",
                Also = ["CKV2_AWS_30"],
                When = IsPostgres,
                Check = group =>
                    Parameter(group, "log_min_duration_statement", value => value.Number >= 0, "milliseconds, such as 1000")
                    | Parameter(group, "log_statement", value => value.Text is "ddl" or "mod" or "all", "ddl or mod"),
            },
            new("rds-logged-statements", Grade.Medium, Databases.ParameterGroup, "Not every statement is logged")
            {
                Reason = "Statements hold passwords and personal data, which then lie in the log, and in every copy of it.",
                Fix = "Set log_statement to ddl or none, and log_min_duration_statement above 0.",
                When = IsPostgres,
                Check = group =>
                    Parameter(group, "log_statement", value => value.Text != "all", "ddl, mod or none")
                    & Parameter(
                        group,
                        "log_min_duration_statement",
                        value => value.Number != 0,
                        "-1, or more than 0 milliseconds"
                    ),
            },
            new("rds-parameter-family", Grade.High, Databases.Instance, "The parameter group is of the engine's major version")
            {
                Reason = "RDS refuses a group of another version: the deployment, or the upgrade, fails.",
                Fix = "Make a parameter group of the family of engineVersion, as postgres16, and name it in parameterGroupName.",
                When = database => Databases.IsPostgres(database) && Databases.ParametersOf(database).Any(),
                Check = database =>
                    Databases.MajorOf(database) is not { } major
                        ? Verdict.CannotKnow("engineVersion is known only after the deployment")
                        : Verdict.All(
                            Databases
                                .ParametersOf(database)
                                .Select(group =>
                                    group.Ask(
                                        "family",
                                        value => value.Text == $"postgres{major}",
                                        $"postgres{major.ToString(CultureInfo.InvariantCulture)}"
                                    )
                                )
                        ),
            },
            new("rds-own-parameters", Grade.Low, Databases.Instance, "Databases have a parameter group of their own")
            {
                Reason = "AWS's default group cannot be changed: the first parameter that is needed costs a restart.",
                Fix = "Set parameterGroupName to an aws.rds.ParameterGroup of the stack.",
                Check = database =>
                    database.IsSet("parameterGroupName", "a parameter group")
                    & Verdict.Of(
                        database["parameterGroupName"].Text?.StartsWith("default.", StringComparison.Ordinal) != true,
                        $"parameterGroupName: got {Checks.Quoted(database["parameterGroupName"])}, want one of the stack's own"
                    ),
            },
        ];

    private static bool IsPostgres(Resource group) =>
        group["family"].Text?.StartsWith("postgres", StringComparison.Ordinal) == true;

    private static Verdict Parameter(Resource group, string name, Func<Value, bool> test, string wanted) =>
        Databases.Parameter(group, name)["value"].Ask(name, test, wanted);

    private static Verdict EachParameter(Resource group, Func<string, Value, Verdict> check) =>
        group["parameters"].IsUnknown
            ? Verdict.CannotKnow("parameters is known only after the deployment")
            : Verdict.All(group["parameters"].Items.Select(parameter => check(parameter["name"].Text ?? "", parameter)));

    private static bool IsSensible(Value value)
    {
        if (value.Text is not { } text || !text.StartsWith(MemoryFormula, StringComparison.Ordinal))
            return value.Number >= FewestBlocks;
        return double.TryParse(
                text.AsSpan(MemoryFormula.Length).TrimEnd('}'),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var divisor
            )
            && divisor >= SmallestDivisor;
    }
}
