using Database.Tests.Server;

namespace Database.Tests;

[NeedsPostgres]
public sealed class AcceptedExceptionsTests
{
    private static readonly string OfTheFixture = File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "Schema", "accepted-exceptions.csv")
    );

    [Test]
    public async Task What_is_accepted_with_a_reason_is_no_finding()
    {
        var ran = await AuditAsync(
            "ALTER TABLE user_session DISABLE ROW LEVEL SECURITY",
            "user_session,no-rls,\"tried, and \"\"wanted\"\"\""
        );
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
    }

    [Test]
    public async Task An_exception_for_a_partitioned_table_goes_for_its_partitions()
    {
        var ran = await AuditAsync(
            "CREATE TABLE security_event_old PARTITION OF security_event FOR VALUES FROM ('2001-01-01') TO ('2001-01-02')",
            "security_event,no-rls,known"
        );
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
    }

    [Test]
    public async Task An_exception_that_accepts_nothing_is_a_finding()
    {
        var ran = await AuditAsync("SELECT 1", "user_session,no-index,once there was none");
        Assert.That(ran.ExitCode, Is.EqualTo(1));
        Assert.That(
            ran.Out,
            Does.Match(@" user_session +\| unused-exception +\| accepted-exceptions.csv accepts no-index, which it is not")
        );
    }

    [TestCase("user_session,no-rls,")]
    [TestCase("user_session,no-rls,  ")]
    public async Task An_exception_without_a_reason_accepts_nothing(string line)
    {
        var ran = await AuditAsync("ALTER TABLE user_session DISABLE ROW LEVEL SECURITY", line);
        Assert.That(ran.ExitCode, Is.EqualTo(1));
        Assert.That(ran.Out, Does.Contain("exception-without-reason").And.Contain("row level security is not enabled"));
    }

    [Test]
    public async Task What_concerns_roles_and_defaults_cannot_be_accepted()
    {
        var ran = await AuditAsync(
            "ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE INSERT ON TABLES FROM idp_app_user",
            "schema public,default-privileges,no"
        );
        Assert.That(ran.Out, Does.Contain("gets no INSERT").And.Contain("unused-exception").And.Contain("audit: 2 findings"));
    }

    [Test]
    public async Task A_list_with_another_heading_is_refused()
    {
        await using var scratch = await Scratch.CopyAsync();
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "table,finding,reason\na,b,c\n");
        var ran = await scratch.JobAsync("audit", ("ACCEPTED_EXCEPTIONS", file));
        File.Delete(file);
        Assert.That(ran.ExitCode, Is.EqualTo(4), ran.ToString());
        Assert.That(ran.Error, Does.Contain("column name mismatch in header line"));
    }

    private static async Task<Ran> AuditAsync(string fault, string exception)
    {
        await using var scratch = await Scratch.CopyAsync();
        await scratch.ExecuteAsync(Deployment.Owner, fault);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, $"{OfTheFixture}{exception}\n");
        var ran = await scratch.JobAsync("audit", ("ACCEPTED_EXCEPTIONS", file));
        File.Delete(file);
        return ran;
    }
}
