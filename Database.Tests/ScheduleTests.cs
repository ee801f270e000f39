using Database.Tests.Server;

namespace Database.Tests;

[NeedsPostgres]
public sealed class ScheduleTests
{
    private Deployment _deployment = null!;

    [OneTimeSetUp]
    public async Task Deploy() => _deployment = await Deployment.SharedAsync();

    [Test]
    public void Before_the_migrations_it_refuses()
    {
        var early = _deployment.ScheduledTooEarly;
        Assert.That(early.ExitCode, Is.EqualTo(4));
        Assert.That(early.Error, Does.Contain("the migrations have not been run").And.Contain("Run the job db-migrate first."));
    }

    [Test]
    public async Task The_nightly_jobs_are_there_once_however_often_it_runs()
    {
        var again = await _deployment.JobAsync("schedule");
        Assert.That(again.ExitCode, Is.Zero, again.ToString());
        await using var owner = await _deployment.ConnectAsync(Deployment.Owner, "postgres");
        Assert.That(
            await owner.ListAsync(
                "SELECT concat_ws('|', jobname, schedule, database, username, active, command) FROM cron.job ORDER BY schedule, jobname"
            ),
            Is.EqualTo([
                "partman-maintenance|0 2 * * *|idpserver|idp|t|CALL partman.run_maintenance_proc()",
                "archive-processing|0 3 * * *|idpserver|idp|t|SELECT * FROM archive.process_archived_partitions(p_dry_run := FALSE)",
                "partition-isolation|30 2 * * *|idpserver|idp|t|SELECT tenancy.secure_partitions()",
            ])
        );
    }

    [Test]
    public async Task A_job_that_somebody_changed_is_put_right()
    {
        await using var owner = await _deployment.ConnectAsync(Deployment.Owner, "postgres");
        await owner.ExecuteAsync("SELECT cron.schedule_in_database('partman-maintenance', '5 5 * * *', 'SELECT 1', 'postgres')");
        await _deployment.JobAsync("schedule");
        Assert.That(
            await owner.ListAsync(
                "SELECT schedule || ' ' || command || ' ' || database FROM cron.job WHERE jobname = 'partman-maintenance'"
            ),
            Is.EqualTo(["0 2 * * * CALL partman.run_maintenance_proc() idpserver"])
        );
    }

    [Test]
    public async Task What_the_jobs_run_works_as_the_owner_and_leaves_every_new_partition_closed()
    {
        await using var scratch = await Scratch.CopyAsync();
        await using var jobs = await _deployment.ConnectAsync(Deployment.Owner, "postgres");
        var commands = await jobs.ListAsync(
            "SELECT command FROM cron.job ORDER BY split_part(schedule, ' ', 2), split_part(schedule, ' ', 1)"
        );
        await scratch.ExecuteAsync(Deployment.Owner, "UPDATE partman.part_config SET premake = 10");
        var before = await PartitionsAsync(scratch);
        foreach (var command in commands)
            await scratch.ExecuteAsync(Deployment.Owner, command);
        Assert.That(await PartitionsAsync(scratch), Is.GreaterThan(before));
        var audit = await scratch.JobAsync("audit");
        Assert.That(audit.ExitCode, Is.Zero, audit.ToString());
    }

    private async Task<long> PartitionsAsync(Scratch scratch)
    {
        await using var owner = await _deployment.ConnectAsync(Deployment.Owner, scratch.Name);
        return await owner.OneAsync<long>("SELECT count(*) FROM pg_inherits WHERE inhparent = 'security_event'::regclass");
    }
}
