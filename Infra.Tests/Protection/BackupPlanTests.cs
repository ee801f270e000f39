using System.Collections.Immutable;
using Infra.Protection;
using Infra.Tests.Policies;
using Pulumi;

namespace Infra.Tests.Protection;

public sealed class BackupPlanTests
{
    private const string Plan = "aws:backup/plan:Plan";

    [Test]
    public async Task Backups_are_made_each_day_and_each_month_and_kept_apart()
    {
        var run = await BackupCase.RunAsync(BackupCase.Args());

        var rules = Inputs.Maps(run.One(Plan).Inputs["rules"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One(Plan).Inputs["name"], Is.EqualTo("idp-server-backup"));
            Assert.That(rules.Select(rule => rule["ruleName"]), Is.EqualTo(new[] { "daily", "monthly" }));
            Assert.That(rules.Select(rule => rule["schedule"]), Is.EqualTo(new[] { "cron(0 20 * * ? *)", "cron(0 22 1 * ? *)" }));
            Assert.That(
                rules.Select(rule => Inputs.Pairs(rule["lifecycle"])),
                Is.EqualTo(new[] { "deleteAfter=35", "deleteAfter=365" })
            );
            Assert.That(rules.Select(rule => rule["scheduleExpressionTimezone"]), Is.All.EqualTo("UTC"));
            Assert.That(rules.Select(rule => rule["startWindow"]), Is.All.EqualTo(60));
            Assert.That(rules.Select(rule => rule["completionWindow"]), Is.All.EqualTo(360));
            Assert.That(rules.Select(rule => rule["enableContinuousBackup"]), Is.All.EqualTo(false));
            Assert.That(rules.Select(rule => rule["targetVaultName"]), Is.All.EqualTo("idp-server-backup"));
            Assert.That(rules.Select(rule => rule.ContainsKey("copyActions")), Is.All.False);
        }
    }

    [Test]
    public async Task Monthly_backups_alone_leave_everything_about_daily_ones_out()
    {
        var args = BackupCase.Args() with
        {
            Daily = false,
            DailyDays = 0,
            DailyAt = "22:00",
            TagValue = "monthly",
            Locked = true,
        };

        var run = await BackupCase.RunAsync(args);

        var rule = Inputs.Maps(run.One(Plan).Inputs["rules"]).Single();
        var tag = Inputs.Maps(
            Inputs.Maps(run.One("aws:backup/selection:Selection").Inputs["conditions"]).Single()["stringEquals"]
        )[0];
        var locked = run.One("aws:backup/vaultLockConfiguration:VaultLockConfiguration");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rule["ruleName"], Is.EqualTo("monthly"));
            Assert.That(rule["schedule"], Is.EqualTo("cron(0 22 1 * ? *)"));
            Assert.That(Inputs.Pairs(rule["lifecycle"]), Is.EqualTo("deleteAfter=365"));
            Assert.That(rule["enableContinuousBackup"], Is.False);
            Assert.That(Inputs.Pairs(tag), Is.EqualTo("key=aws:ResourceTag/Backup value=monthly"));
            Assert.That(locked.Inputs["minRetentionDays"], Is.EqualTo(365));
            Assert.That(locked.Inputs["maxRetentionDays"], Is.EqualTo(365));
        }
    }

    [Test]
    public async Task What_carries_the_tag_in_this_stack_is_backed_up()
    {
        var run = await BackupCase.RunAsync(BackupCase.Args() with { Context = TestStacks.Dev });

        var selection = run.One("aws:backup/selection:Selection");
        var conditions = Inputs.Maps(Inputs.Maps(selection.Inputs["conditions"]).Single()["stringEquals"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(selection.Inputs["planId"], Is.EqualTo("id:idp-backup-plan"));
            Assert.That(selection.Inputs["iamRoleArn"], Is.EqualTo("arn:idp-backup-role"));
            Assert.That(
                conditions.Select(Inputs.Pairs),
                Is.EqualTo(
                    new[]
                    {
                        "key=aws:ResourceTag/Backup value=daily",
                        "key=aws:ResourceTag/Stack value=dev",
                        "key=aws:ResourceTag/Project value=idp-server",
                    }
                )
            );
        }
    }

    [Test]
    public async Task The_role_is_for_AWS_Backup_and_can_also_bring_back()
    {
        var run = await BackupCase.RunAsync(BackupCase.Args());

        var trust = PolicyReading.Statements(run.One("aws:iam/role:Role").Inputs["assumeRolePolicy"])["ServiceTakesRole"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One("aws:iam/role:Role").Inputs["name"], Is.EqualTo("idp-server-backup"));
            Assert.That(trust.Texts("Principal", "Service"), Is.EqualTo(new[] { "backup.amazonaws.com" }));
            Assert.That(
                run.All("aws:iam/rolePolicyAttachment:RolePolicyAttachment").Select(a => a.Inputs["policyArn"]),
                Is.EquivalentTo(
                    new[]
                    {
                        "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup",
                        "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores",
                    }
                )
            );
        }
    }

    [Test]
    public async Task Copies_go_to_a_vault_of_the_second_region_with_a_key_of_its_own()
    {
        var run = await BackupCase.RunWithCopyAsync("ap-northeast-3");

        var copies = Inputs
            .Maps(run.One(Plan).Inputs["rules"])
            .Select(rule => Inputs.Maps(rule["copyActions"]).Single())
            .ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.One("aws:backup/vault:Vault", "idp-backup-copy-vault").Inputs["kmsKeyArn"],
                Is.EqualTo("arn:second-key")
            );
            Assert.That(copies.Select(copy => copy["destinationVaultArn"]), Is.All.EqualTo("arn:idp-backup-copy-vault"));
            Assert.That(
                copies.Select(copy => Inputs.Pairs(copy["lifecycle"])),
                Is.EqualTo(new[] { "deleteAfter=35", "deleteAfter=365" })
            );
        }
    }

    [Test]
    public async Task A_copy_without_a_provider_and_a_key_of_another_region_is_refused()
    {
        var error = await Assert.ThrowsAsync<RunException>(() =>
            BackupCase.RunAsync(BackupCase.Args() with { Copy = new("ap-northeast-1") })
        );

        Assert.That(
            error!.Message,
            Does.Contain("BackupPlan 'idp': 3 problems in its args")
                .And.Contain("copy.region: got ap-northeast-1, want a region other than ap-northeast-1;")
                .And.Contain("copy.provider: got nothing, want a provider of ap-northeast-1;")
                .And.Contain("copy.keyArn: got nothing, want a key of ap-northeast-1;")
        );
    }

    [TestCase("19:59", "sun:21:59-sun:22:30", "")]
    [TestCase("20:00", "sun:21:59-sun:22:30", "dailyAt")]
    [TestCase("20:00", "sun:18:00-sun:19:00", "")]
    [TestCase("18:59", "sun:18:00-sun:19:00", "dailyAt")]
    [TestCase("20:00", "fri:22:30-fri:23:00", "monthlyAt")]
    public async Task No_backup_begins_within_the_hour_before_maintenance_or_during_it(string at, string window, string refused)
    {
        var args = BackupCase.Args() with { DailyAt = at, MaintenanceWindows = Windows(window) };

        if (refused.Length == 0)
            Assert.That((await BackupCase.RunAsync(args with { MonthlyAt = "10:00" })).All(Plan), Is.Not.Empty);
        else
            Assert.That(
                (await Assert.ThrowsAsync<RunException>(() => BackupCase.RunAsync(args)))!.Message,
                Does.Contain($"{refused}: got ")
                    .And.Contain($"want a start that is not within the hour before {window}, nor during it;")
                    .And.Contain("the database is busy then")
            );
    }

    [TestCase("17:00-17:30", true)]
    [TestCase("20:59-21:30", false)]
    [TestCase("19:30-20:01", false)]
    [TestCase("21:00-21:30", true)]
    public async Task No_backup_begins_while_the_database_backs_itself_up(string window, bool accepted)
    {
        var args = BackupCase.Args() with { BackupWindows = Windows(window) };

        if (accepted)
            Assert.That((await BackupCase.RunAsync(args)).All(Plan), Is.Not.Empty);
        else
            Assert.That(
                (await Assert.ThrowsAsync<RunException>(() => BackupCase.RunAsync(args)))!.Message,
                Does.Contain($"dailyAt: got 20:00 and 60 minutes on, want a start outside {window};")
            );
    }

    [Test]
    public async Task What_AWS_refuses_is_refused()
    {
        var bad = BackupCase.Args() with
        {
            DailyAt = "8 pm",
            MonthlyAt = "8 pm",
            DailyDays = 0,
            MonthlyDays = 36_501,
            StartWindowMinutes = 59,
            CompletionWindowMinutes = 118,
            MaintenanceWindows = Windows("sunday"),
            BackupWindows = Windows("at night"),
        };

        var error = await Assert.ThrowsAsync<RunException>(() => BackupCase.RunAsync(bad));
        var windows = await Assert.ThrowsAsync<RunException>(() =>
            BackupCase.RunAsync(bad with { DailyAt = "20:00", MonthlyAt = "22:00" })
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                error!.Message,
                Does.Contain("BackupPlan 'idp': 7 problems in its args")
                    .And.Contain("dailyDays: got 0, want 1 to 36500;")
                    .And.Contain("monthlyDays: got 36501, want 1 to 36500;")
                    .And.Contain("startWindowMinutes: got 59, want 60 or more;")
                    .And.Contain("completionWindowMinutes: got 118, want 119 or more;")
                    .And.Contain("monthlyAt: got 8 pm, want another time than dailyAt;")
                    .And.Contain("dailyAt: got 8 pm, want a time from 00:00 to 23:59;")
                    .And.Contain("monthlyAt: got 8 pm, want a time from 00:00 to 23:59;")
            );
            Assert.That(
                windows!.Message,
                Does.Contain(
                        "maintenanceWindows.the database: got sunday, want a window such as 17:00-17:30 or sun:18:00-sun:19:00;"
                    )
                    .And.Contain("backupWindows.the database: got at night, want a window such as 17:00-17:30")
            );
        }
    }

    private static ImmutableSortedDictionary<string, string> Windows(string window) =>
        ImmutableSortedDictionary<string, string>.Empty.Add("the database", window);
}
