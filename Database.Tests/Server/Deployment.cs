using Npgsql;

namespace Database.Tests.Server;

/// <summary>A server with the application's database in it, brought there by the real jobs in the order of a deployment.</summary>
internal sealed class Deployment : IAsyncDisposable
{
    public const string Database = "idpserver";
    public const string Master = "idpserver";
    public const string Owner = "idp";
    public const string Admin = "idp_admin_user";
    public const string App = "idp_app_user";

    public static readonly Guid TenantA = Guid.Parse("aaaaaaaa-0000-4000-8000-000000000001");
    public static readonly Guid TenantB = Guid.Parse("bbbbbbbb-0000-4000-8000-000000000002");

    private static readonly Lazy<Task<Deployment>> Shared = new(StartAsync);

    // With characters that a shell, SQL or a connection string could trip over.
    private readonly Dictionary<string, string> _passwords = new()
    {
        ["postgres"] = "super secret",
        [Master] = "master$secret;'x",
        [Owner] = "owner'secret\" \\ $HOME",
        [Admin] = "admin secret %s",
        [App] = "app-secret-ü",
    };

    private Deployment(Postgres server) => Server = server;

    public Postgres Server { get; }

    /// <summary>What bootstrap said as a user that may not grant BYPASSRLS, before and after somebody else did.</summary>
    public IReadOnlyList<Ran> Bootstraps { get; private set; } = [];

    /// <summary>What schedule said before the migrations.</summary>
    public Ran ScheduledTooEarly { get; private set; } = null!;

    /// <summary>What verify said before the migrations.</summary>
    public Ran VerifiedTooEarly { get; private set; } = null!;

    /// <summary>The deployment that all tests share, started by the first.</summary>
    public static Task<Deployment> SharedAsync() => Shared.Value;

    /// <summary>Stops the shared deployment, if one was started.</summary>
    public static async Task StopAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (Shared.IsValueCreated && Shared.Value.IsCompletedSuccessfully)
            await (await Shared.Value).DisposeAsync();
    }

    public string Password(string role) => _passwords[role];

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    /// <summary>A connection as a role, over the socket.</summary>
    public async Task<NpgsqlConnection> ConnectAsync(string role, string database = Database, string? password = null)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder
            {
                Host = Server.Folder,
                Port = Server.Port,
                Database = database,
                Username = role,
                Password = password ?? Password(role),
                Pooling = false,
            }.ConnectionString
        );
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Runs statements as a role.</summary>
    public async Task ExecuteAsync(string role, string statements, string database = Database)
    {
        await using var connection = await ConnectAsync(role, database);
        await connection.ExecuteAsync(statements);
    }

    /// <summary>Runs the real script as a task would: over TCP with TLS, everything by environment.</summary>
    public Task<Ran> JobAsync(string job, params (string Name, string? Value)[] changes) => JobAsync(["sh"], job, changes);

    /// <summary>Runs the real script with another shell.</summary>
    public Task<Ran> JobAsync(string[] shell, string job, params (string Name, string? Value)[] changes)
    {
        var variables = new Dictionary<string, string>
        {
            ["DB_HOST"] = "localhost",
            ["DB_PORT"] = $"{Server.Port}",
            ["DB_SSL_ROOT_CERT"] = $"{Server.Folder}/server-ca.pem",
            ["DB_MASTER_USER"] = Master,
            ["DB_MASTER_PASSWORD"] = Password(Master),
            ["OWNER_PASSWORD"] = Password(Owner),
            ["ADMIN_PASSWORD"] = Password(Admin),
            ["APP_PASSWORD"] = Password(App),
            ["ACCEPTED_EXCEPTIONS"] = Path.Combine(AppContext.BaseDirectory, "Schema", "accepted-exceptions.csv"),
            ["MINIMUM_TABLES"] = "10",
        };
        foreach (var (name, value) in changes)
            if (value is null)
                variables.Remove(name);
            else
                variables[name] = value;
        string[] words = [.. shell, Repository.File("database/run.sh"), .. job.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        return Running.Async(words, variables);
    }

    private static async Task<Deployment> StartAsync()
    {
        var deployment = new Deployment(await Postgres.StartAsync("super secret"));
        try
        {
            await deployment.DeployAsync();
        }
        catch
        {
            await deployment.DisposeAsync();
            throw;
        }
        return deployment;
    }

    private async Task DeployAsync()
    {
        await MakeMasterAsync();
        var refused = await JobAsync("bootstrap");
        // The one step that RDS lets a member of rds_superuser take, and plain PostgreSQL 15 only a superuser.
        await ExecuteAsync("postgres", $"ALTER ROLE {Owner} BYPASSRLS; ALTER ROLE {Admin} BYPASSRLS;", "postgres");
        Bootstraps = [refused, await JobAsync("bootstrap"), await JobAsync("bootstrap")];
        ScheduledTooEarly = await JobAsync("schedule");
        VerifiedTooEarly = await JobAsync("verify");
        if (Bootstraps[1].ExitCode != 0)
            throw new InvalidOperationException($"bootstrap failed\n{Bootstraps[1]}");
        await ExecuteAsync(
            Owner,
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Schema", "migrations.sql"))
        );
        var scheduled = await JobAsync("schedule");
        if (scheduled.ExitCode != 0)
            throw new InvalidOperationException($"schedule failed\n{scheduled}");
        await ExecuteAsync(Owner, Rows.OfTwoTenants);
    }

    // As on RDS: the master user is no superuser, owns the database and made the extensions. Making extensions that are not trusted takes a superuser
    // here and a member of rds_superuser there, so it is one for these four statements.
    private async Task MakeMasterAsync()
    {
        var password = Password(Master).Replace("'", "''", StringComparison.Ordinal);
        await ExecuteAsync(
            "postgres",
            $"CREATE ROLE {Master} LOGIN CREATEROLE CREATEDB SUPERUSER PASSWORD '{password}'",
            "postgres"
        );
        await ExecuteAsync("postgres", $"CREATE DATABASE {Database} OWNER {Master}", "postgres");
        await ExecuteAsync(Master, "CREATE EXTENSION pg_cron; CREATE EXTENSION pg_stat_statements", "postgres");
        await ExecuteAsync(Master, "CREATE SCHEMA partman; CREATE EXTENSION pg_partman WITH SCHEMA partman");
        await ExecuteAsync("postgres", $"ALTER ROLE {Master} NOSUPERUSER", "postgres");
    }
}
