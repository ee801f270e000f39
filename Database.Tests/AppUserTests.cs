using Database.Tests.Server;
using Npgsql;

namespace Database.Tests;

/// <summary>The user of finsight's functions. What RDS adds to PostgreSQL, the role <c>rds_iam</c>, is made here.</summary>
[NeedsPostgres]
public sealed class AppUserTests
{
    private const string User = "finsight_app";
    private const string Name = "finsight";

    private Deployment _deployment = null!;

    [OneTimeSetUp]
    public async Task MakeADatabaseAsRdsDoes()
    {
        _deployment = await Deployment.SharedAsync();
        await _deployment.ExecuteAsync("postgres", "CREATE ROLE rds_iam", "postgres");
        await _deployment.ExecuteAsync("postgres", $"CREATE DATABASE {Name} OWNER {Deployment.Master}", "postgres");
        await _deployment.ExecuteAsync(Deployment.Master, "CREATE TABLE early (id int)", Name);
        foreach (var _ in new[] { "once", "and again" })
        {
            var ran = await RunAsync(User);
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        }
        await _deployment.ExecuteAsync(Deployment.Master, "CREATE TABLE late (id serial)", Name);
    }

    [OneTimeTearDown]
    public async Task LeaveNothing()
    {
        await _deployment.ExecuteAsync("postgres", $"DROP DATABASE {Name} WITH (FORCE)", "postgres");
        await _deployment.ExecuteAsync("postgres", $"DROP ROLE {User}; DROP ROLE rds_iam", "postgres");
    }

    [TestCase("SELECT FROM early")]
    [TestCase("INSERT INTO early VALUES (1)")]
    [TestCase("INSERT INTO late DEFAULT VALUES")]
    [TestCase("UPDATE late SET id = 2; DELETE FROM late")]
    public async Task The_user_reads_and_writes_rows_of_tables_old_and_new(string statement) =>
        await _deployment.ExecuteAsync("postgres", $"SET ROLE {User}; {statement}", Name);

    [TestCase("CREATE TABLE own (id int)")]
    [TestCase("DROP TABLE early")]
    [TestCase("TRUNCATE late")]
    [TestCase("ALTER TABLE early ADD note text")]
    public async Task And_nothing_else(string statement)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() =>
            _deployment.ExecuteAsync("postgres", $"SET ROLE {User}; {statement}", Name)
        );
        Assert.That(refusal!.SqlState, Is.EqualTo(PostgresErrorCodes.InsufficientPrivilege));
    }

    [Test]
    public async Task It_signs_in_by_IAM_and_is_no_more_than_others()
    {
        await using var connection = await _deployment.ConnectAsync("postgres", Name);
        var roles = await connection.ListAsync(
            $"SELECT g.rolname FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid WHERE m.member = '{User}'::regrole"
        );
        var rights = await connection.OneAsync<string>(
            $"SELECT concat(rolcanlogin, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls) FROM pg_roles WHERE rolname = '{User}'"
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(roles, Is.EqualTo(new[] { "rds_iam" }));
            Assert.That(rights, Is.EqualTo("tffff"));
        }
    }

    private Task<Ran> RunAsync(string user) =>
        Running.Async(
            ["psql", "-X", "-v", $"user={user}", "-f", Repository.File("database/finsight/app-user.sql")],
            new Dictionary<string, string>
            {
                ["PGHOST"] = _deployment.Server.Folder,
                ["PGPORT"] = $"{_deployment.Server.Port}",
                ["PGUSER"] = Deployment.Master,
                ["PGDATABASE"] = Name,
                ["PGPASSWORD"] = _deployment.Password(Deployment.Master),
            }
        );
}
