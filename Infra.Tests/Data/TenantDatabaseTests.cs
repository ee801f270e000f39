using Infra.Data;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.Data;

public sealed class TenantDatabaseTests
{
    private const string Instance = "aws:rds/instance:Instance";

    [Test]
    public async Task The_primary_is_the_one_of_the_specification()
    {
        var primary = (await DatabaseCase.RunAsync(DatabaseCase.Args())).One(Instance, "idp-postgresql");

        var expected = new Dictionary<string, object>
        {
            ["identifier"] = "idp-server-postgresql",
            ["engine"] = "postgres",
            ["engineVersion"] = "15",
            ["instanceClass"] = "db.r6g.xlarge",
            ["dbName"] = "idpserver",
            ["username"] = "idpserver",
            ["allocatedStorage"] = 100.0,
            ["maxAllocatedStorage"] = 500.0,
            ["storageType"] = "gp3",
            ["storageEncrypted"] = true,
            ["kmsKeyId"] = "arn:key",
            ["multiAz"] = true,
            ["publiclyAccessible"] = false,
            ["dbSubnetGroupName"] = "idp-server-db-subnet-group",
            ["parameterGroupName"] = "idp-server-pg15-params",
            ["backupRetentionPeriod"] = 7.0,
            ["backupWindow"] = "17:00-17:30",
            ["maintenanceWindow"] = "sun:18:00-sun:19:00",
            ["copyTagsToSnapshot"] = true,
            ["deleteAutomatedBackups"] = false,
            ["deletionProtection"] = true,
            ["skipFinalSnapshot"] = false,
            ["finalSnapshotIdentifier"] = "idp-server-postgresql-final-password:idp-final-snapshot-suffix",
            ["autoMinorVersionUpgrade"] = true,
            ["applyImmediately"] = false,
            ["iamDatabaseAuthenticationEnabled"] = true,
            ["caCertIdentifier"] = "rds-ca-rsa2048-g1",
            ["databaseInsightsMode"] = "standard",
            ["performanceInsightsEnabled"] = true,
            ["performanceInsightsRetentionPeriod"] = 7.0,
            ["performanceInsightsKmsKeyId"] = "arn:key",
            ["monitoringInterval"] = 60.0,
            ["monitoringRoleArn"] = "arn:idp-rds-monitoring-role",
        };
        using (Assert.EnterMultipleScope())
        {
            foreach (var (key, value) in expected)
                Assert.That(primary.Inputs.GetValueOrDefault(key), Is.EqualTo(value), key);
            Assert.That(primary.Texts("vpcSecurityGroupIds"), Is.EqualTo(new[] { "sg-db" }));
            Assert.That(primary.Texts("enabledCloudwatchLogsExports"), Is.EqualTo(new[] { "postgresql", "upgrade" }));
            Assert.That(primary.NameTag(), Is.EqualTo("idp-server-postgresql"));
        }
    }

    [Test]
    public async Task Another_system_has_its_own_database_and_master_user()
    {
        var args = DatabaseCase.Args() with { DatabaseName = "platform", MasterUsername = "platform_admin" };

        var primary = (await DatabaseCase.RunAsync(args)).One(Instance, "idp-postgresql");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(primary.Inputs["dbName"], Is.EqualTo("platform"));
            Assert.That(primary.Inputs["username"], Is.EqualTo("platform_admin"));
        }
    }

    [Test]
    public async Task Another_system_has_names_logs_and_libraries_of_its_own()
    {
        var args = DatabaseCase.Args() with
        {
            Context = TestStacks.Prod with { System = "neuraknot", Stack = "neuraknot-dev", Brand = "neuraKnot" },
            Role = "db",
            Logs = ["postgresql"],
            Schedules = false,
        };

        var run = await DatabaseCase.RunAsync(args);

        var primary = run.One(Instance, "idp-db");
        var group = run.One("aws:rds/parameterGroup:ParameterGroup");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(primary.Inputs["identifier"], Is.EqualTo("neuraknot-dev-db"));
            Assert.That(primary.NameTag(), Is.EqualTo("neuraKnot-dev-db"));
            Assert.That(primary.Inputs["dbSubnetGroupName"], Is.EqualTo("neuraknot-dev-db-subnet-group"));
            Assert.That(primary.Texts("enabledCloudwatchLogsExports"), Is.EqualTo(new[] { "postgresql" }));
            Assert.That(run.One(Instance, "idp-db-replica").Inputs["identifier"], Is.EqualTo("neuraknot-dev-db-replica"));
            Assert.That(
                run.All("aws:cloudwatch/logGroup:LogGroup").Select(log => log.Inputs["name"]),
                Is.EquivalentTo(
                    new[]
                    {
                        "/aws/rds/instance/neuraknot-dev-db/postgresql",
                        "/aws/rds/instance/neuraknot-dev-db-replica/postgresql",
                    }
                )
            );
            Assert.That(group.Inputs["name"], Is.EqualTo("neuraknot-dev-pg15-params"));
            Assert.That(
                group.Maps("parameters"),
                Has.None.Contains("cron").And.Some.EndsWith("name=shared_preload_libraries value=pg_stat_statements")
            );
        }
    }

    [Test]
    public async Task The_smallest_class_has_insights_too_and_a_window_that_people_in_Japan_read()
    {
        var args = DatabaseCase.Args() with
        {
            InstanceClass = "db.t3.micro",
            ReadReplicas = 0,
            MaxConnections = 80,
            MultiAz = false,
            StorageGiB = 20,
            MaxStorageGiB = 100,
            MaintenanceWindow = "sat:19:00-sat:20:00",
        };

        var primary = (await DatabaseCase.RunAsync(args)).One(Instance);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(primary.Inputs["performanceInsightsEnabled"], Is.True);
            Assert.That(primary.Inputs["databaseInsightsMode"], Is.EqualTo("standard"));
            Assert.That(primary.Inputs["multiAz"], Is.False);
            Assert.That(primary.Inputs["allocatedStorage"], Is.EqualTo(20));
            Assert.That(primary.Inputs["maxAllocatedStorage"], Is.EqualTo(100));
            Assert.That(
                DatabaseNotes.Windows(args.BackupWindow, args.MaintenanceWindow),
                Is.EqualTo(
                    "windows are in UTC: backup 17:00-17:30 is 02:00-02:30 JST, maintenance sat:19:00-sat:20:00 is sun:04:00-sun:05:00 JST"
                )
            );
        }
    }

    [Test]
    public void Names_that_PostgreSQL_refuses_are_refused() =>
        Assert.That(
            (DatabaseCase.Args() with { DatabaseName = "web-platform", MasterUsername = "1" })
                .Validate()
                .Select(problem => problem.ToString()),
            Is.EqualTo(
                new[]
                {
                    "databaseName: got web-platform, want a letter, then up to 62 letters, digits and _; PostgreSQL takes nothing else",
                    "masterUsername: got 1, want a letter, then up to 62 letters, digits and _; PostgreSQL takes nothing else",
                }
            )
        );

    [Test]
    public async Task A_generated_master_password_is_handed_over_without_being_kept()
    {
        var primary = (await DatabaseCase.RunAsync(DatabaseCase.Args())).One(Instance, "idp-postgresql");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(primary.Inputs["passwordWo"], Is.EqualTo("the password"));
            Assert.That(primary.Inputs["passwordWoVersion"], Is.EqualTo(3));
            Assert.That(primary.Inputs.Keys, Has.None.EqualTo("password").And.None.EqualTo("manageMasterUserPassword"));
        }
    }

    [Test]
    public async Task Without_a_replica_RDS_makes_and_keeps_the_master_password()
    {
        var args = DatabaseCase.Args() with { ReadReplicas = 0, MasterPassword = null };

        var primary = (await DatabaseCase.RunAsync(args)).One(Instance);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(primary.Inputs["manageMasterUserPassword"], Is.True);
            Assert.That(primary.Inputs["masterUserSecretKmsKeyId"], Is.EqualTo("arn:key"));
            Assert.That(primary.Inputs.Keys, Has.None.StartsWith("password"));
        }
    }

    [Test]
    public async Task Parameters_are_in_RDSs_units_and_static_ones_wait_for_a_restart()
    {
        var group = (await DatabaseCase.RunAsync(DatabaseCase.Args())).One("aws:rds/parameterGroup:ParameterGroup");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(group.Inputs["name"], Is.EqualTo("idp-server-pg15-params"));
            Assert.That(group.Inputs["family"], Is.EqualTo("postgres15"));
            Assert.That(
                group.Maps("parameters"),
                Is.EqualTo(
                    new[]
                    {
                        "applyMethod=pending-reboot name=cron.database_name value=postgres",
                        "applyMethod=immediate name=effective_cache_size value={DBInstanceClassMemory*3/32768}",
                        "applyMethod=immediate name=log_min_duration_statement value=1000",
                        "applyMethod=pending-reboot name=max_connections value=200",
                        "applyMethod=pending-reboot name=rds.force_ssl value=1",
                        "applyMethod=pending-reboot name=shared_buffers value={DBInstanceClassMemory/32768}",
                        "applyMethod=pending-reboot name=shared_preload_libraries value=pg_stat_statements,pg_cron",
                    }
                )
            );
        }
    }

    [Test]
    public async Task Logs_have_encrypted_groups_before_RDS_would_make_plain_ones()
    {
        var run = await DatabaseCase.RunAsync(DatabaseCase.Args() with { LogRetentionDays = 14 });

        var groups = run.All("aws:cloudwatch/logGroup:LogGroup").ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                groups.Select(group => group.Inputs["name"]),
                Is.EquivalentTo(
                    new[]
                    {
                        "/aws/rds/instance/idp-server-postgresql/postgresql",
                        "/aws/rds/instance/idp-server-postgresql/upgrade",
                        "/aws/rds/instance/idp-server-postgresql-replica/postgresql",
                        "/aws/rds/instance/idp-server-postgresql-replica/upgrade",
                    }
                )
            );
            Assert.That(groups.Select(group => group.Inputs["kmsKeyId"]), Is.All.EqualTo("arn:key"));
            Assert.That(groups.Select(group => group.Inputs["retentionInDays"]), Is.All.EqualTo(14));
        }
    }

    [Test]
    public async Task Only_the_primary_is_found_by_AWS_Backup()
    {
        var run = await DatabaseCase.RunAsync(DatabaseCase.Args() with { BackupTag = "daily" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One(Instance, "idp-postgresql").Tag("Backup"), Is.EqualTo("daily"));
            Assert.That(
                (IEnumerable<KeyValuePair<string, object>>)run.One(Instance, "idp-postgresql-replica").Inputs["tags"],
                Has.None.Matches<KeyValuePair<string, object>>(tag => tag.Key == "Backup")
            );
        }
    }

    [Test]
    public async Task What_nothing_protects_leaves_no_trace()
    {
        var args = DatabaseCase.Args() with { Protect = false, MaxStorageGiB = 0 };

        var primary = (await DatabaseCase.RunAsync(args)).One(Instance, "idp-postgresql");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(primary.Inputs["deletionProtection"], Is.False);
            Assert.That(primary.Inputs["skipFinalSnapshot"], Is.True);
            Assert.That(primary.Inputs["deleteAutomatedBackups"], Is.True);
            Assert.That(primary.Inputs.Keys, Has.None.AnyOf("finalSnapshotIdentifier", "maxAllocatedStorage"));
        }
    }
}
