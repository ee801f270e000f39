using Database.Tests.Server;

namespace Database.Tests;

[NeedsPostgres]
public sealed class RunScriptTests
{
    private Deployment _deployment = null!;

    [OneTimeSetUp]
    public async Task Deploy() => _deployment = await Deployment.SharedAsync();

    [TestCase("bootstrap")]
    [TestCase("schedule")]
    [TestCase("verify")]
    public async Task The_shell_and_tools_of_Alpine_are_enough(string job)
    {
        // Nothing but BusyBox and psql on the PATH, as in the image.
        var tools = Directory.CreateTempSubdirectory("busybox").FullName;
        foreach (var applet in new[] { "sh", "sed", "setsid", "dirname" })
            File.CreateSymbolicLink(Path.Combine(tools, applet), "/bin/busybox");
        File.CreateSymbolicLink(Path.Combine(tools, "psql"), $"{PostgresPackages.Programs}/psql");
        var ran = await _deployment.JobAsync([Path.Combine(tools, "sh")], job, ("PATH", tools));
        Directory.Delete(tools, recursive: true);
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(ran.Error, Is.Empty);
    }

    [Test]
    public async Task Every_missing_variable_is_told_at_once()
    {
        var ran = await _deployment.JobAsync("bootstrap", ("DB_HOST", null), ("DB_MASTER_PASSWORD", null), ("APP_PASSWORD", ""));
        Assert.That(ran.ExitCode, Is.EqualTo(2));
        Assert.That(
            ran.Error,
            Is.EqualTo("run.sh: environment: got nothing, want a value: DB_HOST DB_MASTER_PASSWORD APP_PASSWORD\n")
        );
    }

    [TestCase("drop", "got drop, want bootstrap, schedule, verify or audit")]
    [TestCase("", "got nothing, want bootstrap, schedule, verify or audit")]
    public async Task An_unknown_job_is_bad_input(string job, string message)
    {
        var ran = await _deployment.JobAsync(job);
        Assert.That(ran.ExitCode, Is.EqualTo(2));
        Assert.That(ran.Error, Is.EqualTo($"run.sh: {message}\n"));
    }

    [Test]
    public async Task A_server_whose_certificate_another_authority_signed_is_not_spoken_to()
    {
        var ran = await _deployment.JobAsync("audit", ("DB_SSL_ROOT_CERT", $"{_deployment.Server.Folder}/other-ca.pem"));
        Assert.That(ran.ExitCode, Is.EqualTo(4));
        Assert.That(ran.Error, Does.Contain("certificate verify failed"));
    }

    [Test]
    public async Task Without_the_certificates_of_the_authority_nothing_is_spoken_to()
    {
        var ran = await _deployment.JobAsync("audit", ("DB_SSL_ROOT_CERT", null));
        Assert.That(ran.ExitCode, Is.EqualTo(4));
        Assert.That(ran.Error, Does.Contain("root certificate file \"/etc/ssl/rds/global-bundle.pem\" does not exist"));
    }

    [Test]
    public async Task A_wrong_password_says_for_whom_and_not_what()
    {
        var ran = await _deployment.JobAsync("audit", ("OWNER_PASSWORD", "guessed"));
        Assert.That(ran.ExitCode, Is.EqualTo(4));
        Assert.That(ran.Error, Does.Contain("password authentication failed for user \"idp\"").And.Not.Contain("guessed"));
    }

    [Test]
    public async Task A_list_of_exceptions_that_is_not_there_is_bad_input()
    {
        var ran = await _deployment.JobAsync("audit", ("ACCEPTED_EXCEPTIONS", "/nowhere.csv"));
        Assert.That(ran.ExitCode, Is.EqualTo(2));
        Assert.That(ran.Error, Does.Contain("ACCEPTED_EXCEPTIONS: got /nowhere.csv, want a file that can be read"));
    }

    [Test]
    public async Task A_lock_that_somebody_holds_ends_the_job_instead_of_blocking_it()
    {
        await using var scratch = await Scratch.CopyAsync();
        await scratch.ExecuteAsync(Deployment.Owner, "ALTER VIEW session_view RESET (security_invoker)");
        await using var holder = await _deployment.ConnectAsync(Deployment.Owner, scratch.Name);
        await holder.ExecuteAsync("BEGIN; LOCK TABLE session_view IN ACCESS EXCLUSIVE MODE");
        var ran = await scratch.JobAsync("schedule", ("DB_LOCK_TIMEOUT", "200ms"));
        Assert.That(ran.ExitCode, Is.EqualTo(4));
        Assert.That(ran.Error, Does.Contain("canceling statement due to lock timeout"));
    }
}
