using Infra.Security;
using Infra.Tests.Policies;
using Pulumi;

namespace Infra.Tests.Security;

public sealed class EncryptionKeyTests
{
    private const string Account = "arn:aws:iam::111111111111:root";

    [Test]
    public async Task The_key_rotates_and_can_be_rescued_for_a_month()
    {
        var run = await RunAsync(Args());

        var key = run.One("aws:kms/key:Key");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(key.Name, Is.EqualTo("idp-kms-key"));
            Assert.That(key.Inputs["description"], Is.EqualTo("KMS key for idp-server encryption"));
            Assert.That(key.Inputs["keyUsage"], Is.EqualTo("ENCRYPT_DECRYPT"));
            Assert.That(key.Inputs["customerMasterKeySpec"], Is.EqualTo("SYMMETRIC_DEFAULT"));
            Assert.That(key.Inputs["enableKeyRotation"], Is.True);
            Assert.That(key.Inputs["rotationPeriodInDays"], Is.EqualTo(365));
            Assert.That(key.Inputs["deletionWindowInDays"], Is.EqualTo(30));
            Assert.That(key.NameTag(), Is.EqualTo("idp-server-kms-key"));
        }
    }

    [Test]
    public async Task Both_ends_of_a_session_and_nobody_else_use_the_key_themselves()
    {
        var statements = PolicyReading.Statements((await RunAsync(Args())).One("aws:kms/key:Key").Inputs["policy"]);

        var sessions = statements["SessionsAgreeOnKeys"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sessions.Texts("Principal", "AWS"), Is.EqualTo(new[] { Account }));
            Assert.That(sessions.Texts("Action"), Is.EqualTo(new[] { "kms:Decrypt", "kms:GenerateDataKey*" }));
            Assert.That(
                sessions.Texts("Condition", "ForAnyValue:StringEquals", "kms:EncryptionContextKeys"),
                Is.EqualTo(new[] { "aws:ssm:SessionId" })
            );
            Assert.That(statements.Keys, Has.None.StartsWith("Trail"));
        }
    }

    [Test]
    public async Task A_trail_encrypts_its_own_files()
    {
        const string Trail = "arn:aws:cloudtrail:ap-northeast-1:111111111111:trail/idp-server-trail";
        var run = await RunAsync(Args() with { TrailArn = Trail });

        var statements = PolicyReading.Statements(run.One("aws:kms/key:Key").Inputs["policy"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                statements["TrailEncryptsItsFiles"].Texts("Principal", "Service"),
                Is.EqualTo(new[] { "cloudtrail.amazonaws.com" })
            );
            Assert.That(statements["TrailEncryptsItsFiles"].Texts("Action"), Is.EqualTo(new[] { "kms:GenerateDataKey*" }));
            Assert.That(
                statements["TrailEncryptsItsFiles"].Texts("Condition", "StringEquals", "aws:SourceArn"),
                Is.EqualTo(new[] { Trail })
            );
            Assert.That(statements["TrailLooksAtKey"].Texts("Action"), Is.EqualTo(new[] { "kms:DescribeKey" }));
        }
    }

    [Test]
    public async Task A_system_says_who_else_uses_its_key()
    {
        var more = new Infra.Policies.Statement("CdnReads")
        {
            Principal = Infra.Policies.Principal.Services("cloudfront.amazonaws.com"),
            Actions = ["kms:Decrypt"],
        };
        var run = await RunAsync(Args() with { Statements = [more] });

        var statements = PolicyReading.Statements(run.One("aws:kms/key:Key").Inputs["policy"]);
        Assert.That(statements["CdnReads"].Texts("Principal", "Service"), Is.EqualTo(new[] { "cloudfront.amazonaws.com" }));
    }

    [Test]
    public async Task Every_alias_points_to_the_one_key()
    {
        var run = await RunAsync(Args() with { MoreAliases = ["rds-key"] });

        Assert.That(
            run.All("aws:kms/alias:Alias").Select(alias => $"{alias.Name} {alias.Inputs["name"]} {alias.Inputs["targetKeyId"]}"),
            Is.EquivalentTo(
                new[]
                {
                    "idp-key-alias alias/idp-server-key key-id:idp-kms-key",
                    "idp-rds-key-alias alias/idp-server-rds-key key-id:idp-kms-key",
                }
            )
        );
    }

    [Test]
    public async Task The_account_administers_the_key_but_does_not_decrypt_with_it_on_its_own()
    {
        var statements = PolicyReading.Statements((await RunAsync(Args())).One("aws:kms/key:Key").Inputs["policy"]);

        var administer = statements["AccountAdministersKey"];
        var use = statements["AccountUsesKeyThroughServices"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(administer.Texts("Principal", "AWS"), Is.EqualTo(new[] { Account }));
            Assert.That(administer.Texts("Action"), Does.Contain("kms:PutKeyPolicy").And.Contain("kms:ScheduleKeyDeletion"));
            Assert.That(administer.Texts("Action"), Has.None.Match("Decrypt|Encrypt|Generate|CreateGrant|^kms:\\*$"));
            Assert.That(use.Texts("Principal", "AWS"), Is.EqualTo(new[] { Account }));
            Assert.That(use.Texts("Condition", "StringEquals", "kms:CallerAccount"), Is.EqualTo(new[] { "111111111111" }));
            Assert.That(
                use.Texts("Condition", "StringEquals", "kms:ViaService"),
                Is.EqualTo(
                    new[] { "backup", "ecr", "elasticache", "rds", "secretsmanager", "sns" }.Select(s =>
                        $"{s}.ap-northeast-1.amazonaws.com"
                    )
                )
            );
        }
    }

    [Test]
    public async Task Grants_are_given_to_services_only()
    {
        var grant = PolicyReading.Statements((await RunAsync(Args())).One("aws:kms/key:Key").Inputs["policy"])[
            "ServicesKeepUsingKeyByGrant"
        ];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(grant.Texts("Action"), Is.EqualTo(new[] { "kms:CreateGrant" }));
            Assert.That(grant.Texts("Condition", "Bool", "kms:GrantIsForAWSResource"), Is.EqualTo(new[] { "true" }));
        }
    }

    [Test]
    public async Task CloudWatch_Logs_uses_the_key_for_the_groups_named_and_no_other()
    {
        var logs = PolicyReading.Statements((await RunAsync(Args())).One("aws:kms/key:Key").Inputs["policy"])[
            "LogsEncryptTheirGroups"
        ];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(logs.Texts("Principal", "Service"), Is.EqualTo(new[] { "logs.ap-northeast-1.amazonaws.com" }));
            Assert.That(
                logs.Texts("Condition", "ArnLike", "kms:EncryptionContext:aws:logs:arn"),
                Is.EqualTo(new[] { "arn:aws:logs:ap-northeast-1:111111111111:log-group:/ecs/idp-server" })
            );
        }
    }

    [Test]
    public async Task Alarms_and_events_can_publish_to_encrypted_topics()
    {
        var statements = PolicyReading.Statements((await RunAsync(Args())).One("aws:kms/key:Key").Inputs["policy"]);

        var alarms = statements["AlarmsAndBudgetsPublish"];
        var events = statements["EventsPublish"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                alarms.Texts("Principal", "Service"),
                Does.Contain("cloudwatch.amazonaws.com").And.Contain("budgets.amazonaws.com")
            );
            Assert.That(alarms.Texts("Condition", "StringEquals", "aws:SourceAccount"), Is.EqualTo(new[] { "111111111111" }));
            Assert.That(
                events.Texts("Principal", "Service"),
                Does.Contain("events.amazonaws.com").And.Contain("events.rds.amazonaws.com")
            );
            Assert.That(events.Texts("Action"), Is.EqualTo(new[] { "kms:Decrypt", "kms:GenerateDataKey*" }));
            Assert.That(
                events.TryGetProperty("Condition", out _),
                Is.False,
                "events name no source: a condition would lose them silently"
            );
        }
    }

    [Test]
    public async Task Nobody_is_let_in_by_a_star()
    {
        var statements = PolicyReading.Statements((await RunAsync(Args())).One("aws:kms/key:Key").Inputs["policy"]);

        Assert.That(
            statements.Values.SelectMany(s => s.GetProperty("Principal").EnumerateObject().Select(p => p.Value.GetRawText())),
            Has.None.Contains("*")
        );
    }

    [Test]
    public async Task What_AWS_refuses_is_refused()
    {
        var bad = Args() with { DeletionDays = 6, RotationDays = 89, Services = [] };

        var error = await Assert.ThrowsAsync<RunException>(() => RunAsync(bad));

        Assert.That(
            error!.Message,
            Does.Contain("EncryptionKey 'idp': 3 problems in its args")
                .And.Contain("deletionDays: got 6, want 7 to 30;")
                .And.Contain("rotationDays: got 89, want 90 to 2560;")
                .And.Contain("services: got an empty list, want one or more services;")
        );
    }

    [Test]
    public async Task CloudWatch_Logs_may_not_use_a_key_that_encrypts_no_log()
    {
        var run = await RunAsync(Args() with { LogGroups = [] });

        Assert.That(
            PolicyReading.Statements(run.One("aws:kms/key:Key").Inputs["policy"]).Keys,
            Does.Not.Contain("LogsEncryptTheirGroups").And.Contain("AccountAdministersKey")
        );
    }

    private static EncryptionKeyArgs Args() => new() { Context = TestStacks.Prod, LogGroups = ["/ecs/idp-server"] };

    private static Task<Sandbox> RunAsync(EncryptionKeyArgs args) => Sandbox.RunAsync(() => _ = new EncryptionKey("idp", args));
}
