using Database.Tests.Server;

namespace Database.Tests;

[NeedsPostgres]
public sealed class ShippedExceptionsAuditTests
{
    [Test]
    public async Task Tables_with_exactly_these_peculiarities_pass_the_audit()
    {
        await using var scratch = await Scratch.CopyAsync();
        await scratch.ExecuteAsync(
            Deployment.Owner,
            "DROP TABLE organization, system_configuration, user_assigned_tenant; DROP TABLE tenant_invitation, security_event CASCADE; "
                + string.Concat(Tables())
        );
        var ran = await scratch.JobAsync(
            "audit",
            ("ACCEPTED_EXCEPTIONS", Repository.File("database/accepted-exceptions.csv")),
            ("MINIMUM_TABLES", null)
        );
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
    }

    private static IEnumerable<string> Tables() =>
        File.ReadAllLines(Repository.File("database/accepted-exceptions.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .GroupBy(cells => cells[0], cells => cells[1])
            .Select(table => Table(table.Key, [.. table]));

    private static string Table(string name, HashSet<string> peculiarities)
    {
        if (peculiarities.Contains("no-tenant-id"))
            return $"CREATE TABLE {name} (id uuid PRIMARY KEY);";
        var reference = peculiarities.Contains("no-foreign-key") ? "" : "REFERENCES tenant (id)";
        var index = peculiarities.Contains("no-index") ? "" : $"CREATE INDEX ON {name} (tenant_id);";
        var isolation = peculiarities.Contains("no-rls") ? "" : $"SELECT tenancy.isolate('{name}');";
        return $"CREATE TABLE {name} (id uuid PRIMARY KEY, tenant_id uuid NOT NULL {reference});{index}{isolation}";
    }
}
