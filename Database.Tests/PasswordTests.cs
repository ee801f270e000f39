using Database.Tests.Server;
using Npgsql;

namespace Database.Tests;

[NeedsPostgres]
public sealed class PasswordTests
{
    private Deployment _deployment = null!;

    [OneTimeSetUp]
    public async Task Deploy() => _deployment = await Deployment.SharedAsync();

    [Test]
    public async Task Running_bootstrap_again_sets_the_passwords_of_now()
    {
        const string Renewed = "renewed; DROP ROLE idp_app_user --'";
        var changed = await _deployment.JobAsync("bootstrap", ("APP_PASSWORD", Renewed));
        try
        {
            Assert.That(changed.ExitCode, Is.Zero, changed.ToString());
            await using var renewed = await _deployment.ConnectAsync(Deployment.App, password: Renewed);
            Assert.That(await renewed.OneAsync<string>("SELECT current_user::text"), Is.EqualTo(Deployment.App));
            var old = await Assert.ThrowsAsync<PostgresException>(() => _deployment.ConnectAsync(Deployment.App));
            Assert.That(old!.SqlState, Is.EqualTo(PostgresErrorCodes.InvalidPassword));
        }
        finally
        {
            await _deployment.JobAsync("bootstrap");
        }
        await using var back = await _deployment.ConnectAsync(Deployment.App);
    }

    [Test]
    public async Task No_password_is_in_the_output_or_in_the_log_of_the_server()
    {
        var ran = await _deployment.JobAsync("bootstrap");
        var log = _deployment.Server.Log;
        Assert.That(log, Does.Contain("ALTER USER idp_app_user PASSWORD 'SCRAM-SHA-256$"), "the log has every statement");
        foreach (var role in new[] { Deployment.Owner, Deployment.Admin, Deployment.App })
        {
            var password = _deployment.Password(role);
            Assert.That(ran.Out + ran.Error, Does.Not.Contain(password));
            Assert.That(log, Does.Not.Contain(password).And.Not.Contain(password.Replace("'", "''", StringComparison.Ordinal)));
        }
    }

    [Test]
    public async Task A_password_of_two_lines_is_refused_before_anything_is_done()
    {
        var ran = await _deployment.JobAsync("bootstrap", ("OWNER_PASSWORD", "one\ntwo"));
        Assert.That(ran.ExitCode, Is.EqualTo(2));
        Assert.That(ran.Error, Is.EqualTo("run.sh: OWNER_PASSWORD: got a line break, want one line\n"));
    }
}
