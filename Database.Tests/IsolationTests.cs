using Database.Tests.Server;
using Npgsql;

namespace Database.Tests;

[NeedsPostgres]
public sealed class IsolationTests
{
    private Deployment _deployment = null!;

    [OneTimeSetUp]
    public async Task Deploy() => _deployment = await Deployment.SharedAsync();

    private static string[] Tables => Rows.Tables;

    [TestCaseSource(nameof(Tables))]
    public async Task A_tenant_reads_its_own_rows_only(string table)
    {
        await using var app = await AsTenantAsync(Deployment.TenantA);
        Assert.That(await app.ListAsync($"SELECT payload FROM {table}"), Is.EqualTo(["of A"]));
        Assert.That(await app.ListAsync($"SELECT payload FROM {table} WHERE tenant_id = '{Deployment.TenantB}'"), Is.Empty);
    }

    [TestCaseSource(nameof(Tables))]
    public async Task A_tenant_inserts_no_row_of_another(string table)
    {
        await using var app = await AsTenantAsync(Deployment.TenantA);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() =>
            app.ExecuteAsync($"INSERT INTO {table} (tenant_id, payload) VALUES ('{Deployment.TenantB}', 'of A')")
        );
        Assert.That(refusal!.MessageText, Does.StartWith("new row violates row-level security policy for table"));
    }

    [TestCaseSource(nameof(Tables))]
    public async Task A_tenant_neither_changes_nor_deletes_rows_of_another(string table)
    {
        await using var app = await AsTenantAsync(Deployment.TenantA);
        Assert.That(
            await app.ExecuteAsync($"UPDATE {table} SET payload = 'x' WHERE tenant_id = '{Deployment.TenantB}'"),
            Is.Zero
        );
        Assert.That(await app.ExecuteAsync($"DELETE FROM {table} WHERE tenant_id = '{Deployment.TenantB}'"), Is.Zero);
        await using var owner = await _deployment.ConnectAsync(Deployment.Owner);
        Assert.That(await owner.OneAsync<long>($"SELECT count(*) FROM {table} WHERE payload = 'of B'"), Is.EqualTo(1));
    }

    [TestCaseSource(nameof(Tables))]
    public async Task A_tenant_gives_no_row_away_to_another(string table)
    {
        await using var app = await AsTenantAsync(Deployment.TenantA);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() =>
            app.ExecuteAsync($"UPDATE {table} SET tenant_id = '{Deployment.TenantB}'")
        );
        Assert.That(refusal!.MessageText, Does.StartWith("new row violates row-level security policy for table"));
    }

    [TestCaseSource(nameof(Tables))]
    public async Task Without_a_tenant_nothing_is_read_nor_written(string table)
    {
        await using var app = await _deployment.ConnectAsync(Deployment.App);
        foreach (
            var statement in new[]
            {
                $"SELECT * FROM {table}",
                $"UPDATE {table} SET payload = 'x'",
                $"DELETE FROM {table}",
                $"INSERT INTO {table} (tenant_id, payload) VALUES ('{Deployment.TenantA}', 'x')",
            }
        )
        {
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => app.ExecuteAsync(statement));
            Assert.That(refusal!.MessageText, Is.EqualTo("unrecognized configuration parameter \"app.tenant_id\""), statement);
        }
    }

    [Test]
    public async Task A_tenant_that_was_reset_reads_nothing()
    {
        await using var app = await AsTenantAsync(Deployment.TenantA);
        await app.ExecuteAsync("RESET app.tenant_id");
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => app.ListAsync("SELECT payload FROM user_session"));
        Assert.That(refusal!.SqlState, Is.EqualTo(PostgresErrorCodes.InvalidTextRepresentation));
    }

    [Test]
    public async Task A_tenant_of_which_there_is_none_reads_nothing()
    {
        await using var app = await AsTenantAsync(Guid.Empty);
        foreach (var table in Tables)
            Assert.That(await app.ListAsync($"SELECT payload FROM {table}"), Is.Empty, table);
    }

    [Test]
    public async Task The_table_of_tenants_shows_a_tenant_itself()
    {
        await using var app = await AsTenantAsync(Deployment.TenantB);
        Assert.That(await app.ListAsync("SELECT name FROM tenant"), Is.EqualTo(["B"]));
    }

    [TestCase(Deployment.Owner)]
    [TestCase(Deployment.Admin)]
    public async Task The_owner_and_the_control_plane_cross_tenants(string role)
    {
        await using var connection = await _deployment.ConnectAsync(role);
        foreach (var table in Tables)
            Assert.That(
                await connection.ListAsync($"SELECT payload FROM {table} ORDER BY 1"),
                Is.EqualTo(["of A", "of B"]),
                table
            );
    }

    [Test]
    public async Task FORCE_binds_an_owner_of_a_table_that_has_no_BYPASSRLS()
    {
        await using var scratch = await Scratch.CopyAsync();
        await scratch.ExecuteAsync(
            "postgres",
            $"CREATE ROLE plain_owner LOGIN PASSWORD 'plain'; ALTER TABLE user_session OWNER TO plain_owner"
        );
        try
        {
            await using var owner = await _deployment.ConnectAsync("plain_owner", scratch.Name, "plain");
            await Assert.ThrowsAsync<PostgresException>(() => owner.ListAsync("SELECT payload FROM user_session"));
            await owner.ExecuteAsync($"SET app.tenant_id = '{Deployment.TenantA}'");
            Assert.That(await owner.ListAsync("SELECT payload FROM user_session"), Is.EqualTo(["of A"]));
            await owner.ExecuteAsync("ALTER TABLE user_session NO FORCE ROW LEVEL SECURITY");
            Assert.That(
                await owner.ListAsync("SELECT payload FROM user_session"),
                Has.Count.EqualTo(2),
                "it was FORCE that bound it"
            );
        }
        finally
        {
            await scratch.ExecuteAsync("postgres", "ALTER TABLE user_session OWNER TO idp; DROP ROLE plain_owner");
        }
    }

    [Test]
    public async Task A_partition_asked_directly_shows_the_tenant_only()
    {
        await using var app = await AsTenantAsync(Deployment.TenantA);
        var partitions = await app.ListAsync(
            "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'security_event'::regclass"
        );
        Assert.That(partitions, Has.Count.GreaterThan(3));
        var seen = new List<string>();
        foreach (var partition in partitions)
            seen.AddRange(await app.ListAsync($"SELECT payload FROM {partition}"));
        Assert.That(seen, Is.EqualTo(["of A"]));
    }

    [Test]
    public async Task A_view_shows_the_tenant_only()
    {
        await using var app = await AsTenantAsync(Deployment.TenantA);
        Assert.That(await app.ListAsync("SELECT name FROM session_view"), Is.EqualTo(["A"]));
    }

    private async Task<NpgsqlConnection> AsTenantAsync(Guid tenant)
    {
        var connection = await _deployment.ConnectAsync(Deployment.App);
        await connection.ExecuteAsync($"SET app.tenant_id = '{tenant}'");
        return connection;
    }
}
