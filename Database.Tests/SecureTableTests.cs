using Database.Tests.Server;
using Npgsql;

namespace Database.Tests;

[NeedsPostgres]
public sealed class SecureTableTests
{
    [TestCase("CREATE TABLE new_feature (id bigserial PRIMARY KEY, tenant_id uuid)")]
    [TestCase(
        "CREATE TABLE new_feature (id bigserial, tenant_id uuid, day date) PARTITION BY RANGE (day);"
            + "CREATE TABLE new_feature_1 PARTITION OF new_feature FOR VALUES FROM ('2001-01-01') TO ('2002-01-01') PARTITION BY LIST (day);"
            + "CREATE TABLE new_feature_1_rest PARTITION OF new_feature_1 DEFAULT"
    )]
    public async Task The_script_gives_a_new_table_all_that_the_audit_wants(string table)
    {
        await using var scratch = await Scratch.CopyAsync();
        // As if default privileges had not been there when it was made.
        await scratch.ExecuteAsync(
            Deployment.Owner,
            $"{table}; REVOKE ALL ON new_feature FROM idp_admin_user, idp_app_user; REVOKE ALL ON SEQUENCE new_feature_id_seq FROM idp_app_user"
        );
        for (var run = 0; run < 2; run++)
        {
            var secured = await SecureAsync(scratch, "public.new_feature");
            Assert.That(secured.ExitCode, Is.Zero, secured.ToString());
            var audit = await scratch.JobAsync("audit");
            Assert.That(audit.ExitCode, Is.Zero, audit.ToString());
        }
    }

    [Test]
    public async Task A_policy_that_isolates_nothing_is_replaced()
    {
        await using var scratch = await Scratch.CopyAsync();
        await scratch.ExecuteAsync(Deployment.Owner, "CREATE POLICY open ON user_session USING (true)");
        await SecureAsync(scratch, "user_session");
        var audit = await scratch.JobAsync("audit");
        Assert.That(audit.ExitCode, Is.Zero, audit.ToString());
    }

    [Test]
    public async Task Rows_of_nobody_are_refused_and_nothing_is_changed()
    {
        await using var scratch = await Scratch.CopyAsync();
        await scratch.ExecuteAsync(
            Deployment.Owner,
            "CREATE TABLE new_feature (tenant_id uuid); INSERT INTO new_feature VALUES (NULL)"
        );
        var secured = await SecureAsync(scratch, "new_feature");
        Assert.That(secured.ExitCode, Is.Not.Zero);
        Assert.That(secured.Error, Does.Contain("column \"tenant_id\" of relation \"new_feature\" contains null values"));
    }

    [TestCase("CREATE TABLE new_feature (id int)")]
    [TestCase("CREATE TABLE new_feature (tenant_id text)")]
    public async Task A_table_without_a_column_for_it_is_refused(string table)
    {
        await using var scratch = await Scratch.CopyAsync();
        await scratch.ExecuteAsync(Deployment.Owner, table);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() =>
            scratch.ExecuteAsync(Deployment.Owner, "SELECT tenancy.secure_table('new_feature')")
        );
        Assert.That(refusal!.MessageText, Is.EqualTo("table public.new_feature: got no column tenant_id of type uuid, want one"));
    }

    private static Task<Ran> SecureAsync(Scratch scratch, string table) =>
        Running.Async(
            [
                "psql",
                "-X",
                "-v",
                $"table={table}",
                "-v",
                "admin=idp_admin_user",
                "-v",
                "app=idp_app_user",
                "-f",
                Repository.File("database/sql/secure-table.sql"),
            ],
            new Dictionary<string, string>
            {
                ["PGHOST"] = scratch.Deployment.Server.Folder,
                ["PGPORT"] = $"{scratch.Deployment.Server.Port}",
                ["PGUSER"] = Deployment.Owner,
                ["PGDATABASE"] = scratch.Name,
                ["PGPASSWORD"] = scratch.Deployment.Password(Deployment.Owner),
            }
        );
}
