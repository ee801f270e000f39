using Database.Tests.Server;

namespace Database.Tests;

[NeedsPostgres]
public sealed class VerifyTests
{
    [Test]
    public async Task Every_role_connects_and_sees_the_tenants_it_should()
    {
        var deployment = await Deployment.SharedAsync();
        var ran = await deployment.JobAsync("verify", ("VERIFY_TENANT_ID", $"{Deployment.TenantB}"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(ran.Out, Does.Match(@"\n idp +\| idpserver +\| +2\n"));
            Assert.That(ran.Out, Does.Match(@"\n idp_admin_user +\| idpserver +\| +2\n"));
            Assert.That(ran.Out, Does.Match(@"\n idp_app_user +\| idpserver"));
            Assert.That(ran.Out, Does.Contain($"connection as idp_app_user, tenant {Deployment.TenantB}"));
            Assert.That(ran.Out, Does.Match(@"\n\d+ tables asked without app.tenant_id, of which \d+ refused"));
            Assert.That(ran.Out, Does.Contain("isolation: 0 findings\n== done: no findings\n"));
        }
    }

    [Test]
    public async Task What_the_application_can_read_of_everybody_is_told_by_name()
    {
        await using var scratch = await Scratch.CopyAsync();
        await scratch.ExecuteAsync(Deployment.Owner, "ALTER TABLE oauth_token DISABLE ROW LEVEL SECURITY");
        var ran = await scratch.JobAsync("verify");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(1), ran.ToString());
            Assert.That(ran.Out, Does.Match(@" oauth_token +\| readable without app.tenant_id"));
            Assert.That(ran.Out, Does.Match(@" oauth_token +\| readable with the app.tenant_id of nobody"));
            Assert.That(ran.Out, Does.Contain("isolation: 2 findings"));
        }
    }

    [Test]
    public async Task A_partition_that_shows_everything_is_told_by_name()
    {
        await using var scratch = await Scratch.CopyAsync();
        await scratch.ExecuteAsync(
            Deployment.Owner,
            "CREATE TABLE security_event_old PARTITION OF security_event FOR VALUES FROM ('2001-01-01') TO ('2001-01-02'); "
                + $"INSERT INTO security_event (tenant_id, created_at) VALUES ('{Deployment.TenantA}', '2001-01-01')"
        );
        var ran = await scratch.JobAsync("verify");
        Assert.That(ran.Out, Does.Match(@" security_event_old +\| readable without app.tenant_id"), ran.ToString());
    }

    [Test]
    public async Task Before_the_migrations_it_says_so()
    {
        var early = (await Deployment.SharedAsync()).VerifiedTooEarly;
        Assert.That(early.ExitCode, Is.EqualTo(1));
        Assert.That(early.Out, Does.Contain("there is no table public.tenant: have the migrations been run?"));
    }
}
