using Database.Tests.Server;
using Npgsql;

namespace Database.Tests;

[NeedsPostgres]
public sealed class BootstrapTests
{
    private Deployment _deployment = null!;

    [OneTimeSetUp]
    public async Task Deploy() => _deployment = await Deployment.SharedAsync();

    [Test]
    public void A_master_user_that_is_no_superuser_is_stopped_by_BYPASSRLS_alone()
    {
        var refused = _deployment.Bootstraps[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.ExitCode, Is.EqualTo(4));
            Assert.That(refused.Error.Split('\n')[0], Does.EndWith("ERROR:  must be superuser to change bypassrls attribute"));
            Assert.That(refused.Error, Does.Contain("run.sh: bootstrap stopped: see the error above"));
            Assert.That(_deployment.Bootstraps[1].ExitCode, Is.Zero, _deployment.Bootstraps[1].ToString());
            Assert.That(_deployment.Bootstraps[1].Error, Is.Empty);
        }
    }

    [Test]
    public async Task A_second_run_changes_nothing()
    {
        var before = await DumpAsync();
        var again = await _deployment.JobAsync("bootstrap");
        Assert.That(again.ExitCode, Is.Zero, again.ToString());
        Assert.That(again.Out, Is.EqualTo(_deployment.Bootstraps[2].Out));
        Assert.That(await DumpAsync(), Is.EqualTo(before));
    }

    [TestCase(Deployment.Owner, true)]
    [TestCase(Deployment.Admin, true)]
    [TestCase(Deployment.App, false)]
    public async Task Only_the_application_is_bound_by_row_level_security_and_none_is_mighty(string role, bool crosses)
    {
        await using var connection = await _deployment.ConnectAsync(role);
        var attributes = await connection.OneAsync<string>(
            "SELECT concat_ws(' ', rolbypassrls, rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolcanlogin) FROM pg_roles WHERE rolname = current_user"
        );
        Assert.That(attributes, Is.EqualTo($"{(crosses ? "t" : "f")} f f f f t"));
    }

    [Test]
    public async Task Tables_and_sequences_that_the_owner_makes_later_are_open_to_both_users_without_another_grant()
    {
        await using var scratch = await Scratch.CopyAsync();
        await scratch.ExecuteAsync(Deployment.Owner, "CREATE TABLE later (id serial PRIMARY KEY, note text)");
        foreach (var role in new[] { Deployment.Admin, Deployment.App })
            await scratch.ExecuteAsync(
                role,
                "INSERT INTO later (note) VALUES ('x'); UPDATE later SET note = 'y'; SELECT note FROM later; SELECT currval('later_id_seq'); DELETE FROM later"
            );
    }

    [TestCase(Deployment.App, "CREATE TABLE mine (id int)")]
    [TestCase(Deployment.Admin, "CREATE TABLE mine (id int)")]
    [TestCase(Deployment.App, "TRUNCATE user_session")]
    [TestCase(Deployment.App, "ALTER TABLE user_session DISABLE ROW LEVEL SECURITY")]
    [TestCase(Deployment.App, "SELECT tenancy.secure_partitions()")]
    [TestCase(Deployment.App, "SELECT * FROM partman.part_config")]
    [TestCase(Deployment.App, "SET ROLE idp")]
    [TestCase(Deployment.App, "SET ROLE idp_admin_user")]
    public async Task What_a_user_does_not_need_is_refused(string role, string statement)
    {
        await using var connection = await _deployment.ConnectAsync(role);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(statement));
        Assert.That(refusal!.SqlState, Is.EqualTo(PostgresErrorCodes.InsufficientPrivilege), refusal.MessageText);
    }

    [Test]
    public async Task A_role_nobody_spoke_of_cannot_even_connect()
    {
        await _deployment.ExecuteAsync("postgres", "CREATE ROLE stranger LOGIN PASSWORD 'stranger'", "postgres");
        var refusal = await Assert.ThrowsAsync<PostgresException>(() =>
            _deployment.ConnectAsync("stranger", password: "stranger")
        );
        await _deployment.ExecuteAsync("postgres", "DROP ROLE stranger", "postgres");
        Assert.That(refusal!.MessageText, Does.Contain("permission denied for database \"idpserver\""));
    }

    [Test]
    public async Task The_owner_makes_partitions_and_schedules_jobs()
    {
        await using var tables = await _deployment.ConnectAsync(Deployment.Owner);
        Assert.That(await tables.OneAsync<long>("SELECT count(*) FROM partman.part_config"), Is.EqualTo(1));
        await using var jobs = await _deployment.ConnectAsync(Deployment.Owner, "postgres");
        Assert.That(await jobs.OneAsync<long>("SELECT cron.schedule('probe', '0 0 1 1 *', 'SELECT 1')"), Is.Positive);
        Assert.That(await jobs.OneAsync<bool>("SELECT cron.unschedule('probe')"), Is.True);
    }

    [Test]
    public async Task Extensions_are_where_they_belong()
    {
        await using var here = await _deployment.ConnectAsync(Deployment.Owner);
        await using var there = await _deployment.ConnectAsync(Deployment.Owner, "postgres");
        const string Query =
            "SELECT extname || ' in ' || nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE extname <> 'plpgsql' ORDER BY 1";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await here.ListAsync(Query), Is.EqualTo(["pg_partman in partman"]));
            Assert.That(
                await there.ListAsync(Query),
                Has.Count.EqualTo(2).And.Contain("pg_stat_statements in public").And.Some.StartsWith("pg_cron")
            );
        }
    }

    [Test]
    public async Task A_role_of_the_application_that_crosses_tenants_stops_bootstrap()
    {
        await _deployment.ExecuteAsync("postgres", $"GRANT {Deployment.Owner} TO {Deployment.App}", "postgres");
        var ran = await _deployment.JobAsync("bootstrap");
        await _deployment.ExecuteAsync("postgres", $"REVOKE {Deployment.Owner} FROM {Deployment.App}", "postgres");
        Assert.That(ran.ExitCode, Is.EqualTo(4), ran.ToString());
        Assert.That(ran.Error, Does.Contain("role idp_app_user is, or may become, a role that crosses tenants: idp"));
    }

    // Everything but the verifiers of the passwords, which are new in every run.
    private async Task<string> DumpAsync()
    {
        var variables = new Dictionary<string, string>
        {
            ["PGHOST"] = _deployment.Server.Folder,
            ["PGPORT"] = $"{_deployment.Server.Port}",
            ["PGUSER"] = "postgres",
            ["PGPASSWORD"] = _deployment.Password("postgres"),
        };
        var dump = await Running.OrThrowAsync(["pg_dumpall", "--no-role-passwords", "--schema-only"], variables);
        // Newer minor versions frame a dump with a random word.
        var lines = dump.Split('\n').Where(line => !line.Contains("restrict ", StringComparison.Ordinal));
        return string.Join('\n', lines);
    }
}
