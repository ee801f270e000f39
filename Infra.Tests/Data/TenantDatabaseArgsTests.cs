namespace Infra.Tests.Data;

public sealed class TenantDatabaseArgsTests
{
    [Test]
    public void Sound_args_have_no_problem() => Assert.That(DatabaseCase.Args().Validate(), Is.Empty);

    [Test]
    public void Sizes_that_RDS_does_not_have_are_refused_together()
    {
        var bad = DatabaseCase.Args() with
        {
            EngineVersion = "13",
            InstanceClass = "db.r6g.medium",
            ReplicaClass = "r6g.large",
            StorageGiB = 19,
            MaxStorageGiB = 20,
            MaxConnections = 10,
        };

        Assert.That(
            bad.Validate().Select(problem => problem.ToString()),
            Is.EqualTo(
                new[]
                {
                    "engineVersion: got 13, want 14 to 17, or one with its minor version such as 15.8; idp-server needs PostgreSQL 14",
                    "instanceClass: got db.r6g.medium, want a class such as db.r6g.large or db.t4g.micro; classes smaller than large are burstable ones",
                    "replicaClass: got r6g.large, want a class such as db.r6g.large or db.t4g.micro; classes smaller than large are burstable ones",
                    "storageGiB: got 19, want 20 to 65536; gp3 storage has these sizes",
                    "maxStorageGiB: got 20, want 21 or more, a tenth above storageGiB, or 0; 0 keeps the storage from growing",
                    "maxConnections: got 10, want 20 to 5000; each one takes about 10 MB of memory",
                }
            )
        );
    }

    [Test]
    public void Connections_must_fit_the_memory_of_every_class_in_use()
    {
        var bad = DatabaseCase.Args() with { InstanceClass = "db.t3.micro", ReplicaClass = "db.t4g.small", MaxConnections = 226 };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                bad.Validate().Select(problem => problem.ToString()),
                Is.EqualTo(
                    new[]
                    {
                        "maxConnections: got 226, want 20 to 112 on instanceClass db.t3.micro; db.t3.micro has 1 GiB, and RDS allows a connection for each 9531392 bytes, 5000 at most; lower it or take a larger class",
                        "maxConnections: got 226, want 20 to 225 on replicaClass db.t4g.small; db.t4g.small has 2 GiB, and RDS allows a connection for each 9531392 bytes, 5000 at most; lower it or take a larger class",
                    }
                )
            );
            Assert.That((bad with { ReadReplicas = 0, MaxConnections = 112 }).Validate(), Is.Empty);
            Assert.That(
                (bad with { ReadReplicas = 0, InstanceClass = "db.r6g.large" }).Validate(),
                Is.Empty,
                "the class of replicas that there are none of"
            );
        }
    }

    [Test]
    public void Logs_that_PostgreSQL_does_not_write_are_refused() =>
        Assert.That(
            (DatabaseCase.Args() with { Logs = ["postgres"] }).Validate().Single().ToString(),
            Is.EqualTo("logs: unknown key; did you mean postgresql?")
        );

    [Test]
    public void Copies_need_a_password_of_ours_and_backups()
    {
        var bad = DatabaseCase.Args() with { MasterPassword = null, BackupDays = 0, SubnetIds = ["subnet-a"] };

        Assert.That(
            bad.Validate().Select(problem => problem.ToString()),
            Is.EqualTo(
                new[]
                {
                    "subnetIds: got 1, want 2 or more, in different zones; RDS demands two zones",
                    "masterPassword: got managed, want generated while readReplicas is 1; RDS for PostgreSQL makes no replica of an instance whose password it manages; set readReplicas: 0 to keep it managed",
                    "backupDays: got 0, want 1 to 35 while protect is true; set protect: false to go without backups",
                    "backupDays: got 0, want 1 to 35 while readReplicas is 1; a replica begins as a backup",
                }
            )
        );
    }

    [Test]
    public void There_are_five_copies_and_thirty_five_days_at_most() =>
        Assert.That(
            (DatabaseCase.Args() with { ReadReplicas = 6, BackupDays = 36 }).Validate().Select(problem => problem.Path),
            Is.EqualTo(new[] { "readReplicas", "backupDays" })
        );

    [TestCase(
        "sun:18:30-sun:19:30",
        "18:00-18:45",
        "backupWindow: got 18:00-18:45, want a time outside sun:18:30-sun:19:30, the maintenance window; RDS refuses windows that overlap"
    )]
    [TestCase(
        "sun:18:00-sun:19:00",
        "17:00-17:20",
        "backupWindow: got 17:00-17:20, want hh:mm-hh:mm in UTC, half an hour at least; for example 17:00-17:30"
    )]
    [TestCase(
        "18:00-19:00",
        "17:00-17:30",
        "maintenanceWindow: got 18:00-19:00, want ddd:hh:mm-ddd:hh:mm in UTC, half an hour at least; for example sun:18:00-sun:19:00"
    )]
    public void Windows_must_be_windows_and_lie_apart(string maintenance, string backup, string problem) =>
        Assert.That(
            (DatabaseCase.Args() with { MaintenanceWindow = maintenance, BackupWindow = backup }).Validate().Single().ToString(),
            Is.EqualTo(problem)
        );
}
