using System.Collections.Immutable;
using System.Globalization;
using Infra.Compute;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.CloudWatch;

namespace Infra.Data;

/// <summary>
/// Task definitions that prepare and check the database, each run once when asked: <c>infra db bootstrap</c>, <c>migrate</c>, <c>info</c>,
/// <c>schedule</c>, <c>verify</c>. Each may read the passwords of its own users only.
/// </summary>
internal sealed class DatabaseJobs : ComponentResource
{
    private static readonly FargateSize SqlSize = new(256, 512);
    private static readonly FargateSize MigrationSize = new(1024, 2048);
    private static readonly MemoryMount Scratch = new("/tmp", 64);

    private readonly string _name;
    private readonly DatabaseJobsArgs _args;

    /// <summary>The jobs by name, such as <c>db-bootstrap</c>; those whose image is not set are missing.</summary>
    public ImmutableSortedDictionary<string, DatabaseJob> Jobs { get; }

    /// <summary>The log group of all of them.</summary>
    public string LogGroupName { get; }

    /// <summary>Makes the jobs.</summary>
    public DatabaseJobs(string name, DatabaseJobsArgs args, ComponentResourceOptions? options = null)
        : base("idp:data:DatabaseJobs", name, options)
    {
        args.Validate().ThrowIfAny(this);
        (_name, _args) = (name, args);
        LogGroupName = args.Context.Label.LogGroup("ecs", "jobs");
        var log = new LogGroup(
            $"{name}-jobs-log",
            new()
            {
                Name = LogGroupName,
                RetentionInDays = args.LogRetentionDays,
                KmsKeyId = args.KeyArn,
                Tags = args.Context.Label.NameTag("jobs-log"),
            },
            new() { Parent = this }
        );

        var jobs = ImmutableSortedDictionary.CreateBuilder<string, DatabaseJob>(StringComparer.Ordinal);
        if (args.Image is { } image)
        {
            jobs["db-bootstrap"] = Sql("db-bootstrap", image, "bootstrap", log, ["master", "owner", "admin", "app"]);
            jobs["db-schedule"] = Sql("db-schedule", image, "schedule", log, ["owner"]);
            jobs["db-verify"] = Sql("db-verify", image, "verify", log, ["owner", "admin", "app"]);
        }
        if (args.MigrationImage is { } migrations)
        {
            jobs["db-migrate"] = Flyway("db-migrate", migrations, "migrate", log);
            jobs["db-info"] = Flyway("db-info", migrations, "info", log);
        }

        Jobs = jobs.ToImmutable();
        RegisterOutputs();
    }

    private DatabaseJob Sql(string job, string image, string command, LogGroup log, ImmutableArray<string> users) =>
        Job(
            SqlSize,
            log,
            new()
            {
                Name = job,
                Image = image,
                Command = [command],
                MemoryMounts = [Scratch],
                Environment = Variables(
                    ("DB_HOST", _args.Host),
                    ("DB_PORT", TenantDatabase.Port.ToString(CultureInfo.InvariantCulture)),
                    ("DB_NAME", TenantDatabase.IdpDatabase),
                    ("MINIMUM_TABLES", _args.MinimumTables.ToString(CultureInfo.InvariantCulture))
                ),
                Secrets = users.SelectMany(User).ToImmutableSortedDictionary(StringComparer.Ordinal),
            }
        );

    private DatabaseJob Flyway(string job, string image, string command, LogGroup log) =>
        Job(
            MigrationSize,
            log,
            new()
            {
                Name = job,
                Image = image,
                Command = [command],
                ReadOnlyRoot = false, // the application's own image; where Flyway writes in it is not ours to say
                Environment = Variables(("DB_TYPE", "postgresql"), ("DB_URL", Url())),
                Secrets = ImmutableSortedDictionary
                    .Create<string, SecretKey>(StringComparer.Ordinal)
                    .Add("DB_USER_NAME", new(_args.UsersSecretArn, "owner_username"))
                    .Add("DB_PASSWORD", new(_args.UsersSecretArn, "owner_password")),
            }
        );

    private DatabaseJob Job(FargateSize size, LogGroup log, Container container)
    {
        var task = new FargateTask(
            $"{_name}-{container.Name}",
            new()
            {
                Context = _args.Context,
                Role = container.Name,
                Size = size,
                Architecture = _args.Architecture,
                Containers = [container],
                KeyArn = _args.KeyArn,
                LogGroup = log.Name,
            },
            new() { Parent = this }
        );
        return new(task.TaskDefinitionArn, container.Name, LogGroupName, ContainerLog.StreamPrefix);
    }

    private IEnumerable<KeyValuePair<string, SecretKey>> User(string user)
    {
        var (secret, prefix, key) =
            user == "master"
                ? (_args.MasterSecretArn, ("DB_MASTER_USER", "DB_MASTER_PASSWORD"), "")
                : (
                    _args.UsersSecretArn,
                    ($"{user.ToUpperInvariant()}_USERNAME", $"{user.ToUpperInvariant()}_PASSWORD"),
                    $"{user}_"
                );
        yield return new(prefix.Item1, new(secret, $"{key}username"));
        yield return new(prefix.Item2, new(secret, $"{key}password"));
    }

    private Output<string> Url() =>
        Output.Format($"jdbc:postgresql://{_args.Host}:{TenantDatabase.Port}/{TenantDatabase.IdpDatabase}?sslmode=require");

    private static ImmutableSortedDictionary<string, Input<string>> Variables(
        params (string Name, Input<string> Value)[] variables
    ) => variables.ToImmutableSortedDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal);
}
