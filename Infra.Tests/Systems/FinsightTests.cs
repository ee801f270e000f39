using Infra.Edge;
using Infra.Settings;

namespace Infra.Tests.Systems;

public sealed class FinsightTests
{
    private const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";
    private const string Instance = "aws:rds/instance:Instance";
    private const string Key = "arn:finsight-kms-key";

    [Test]
    public async Task Settings_reach_the_components()
    {
        var settings = FinsightCase.Settings(StackEnvironment.Prod);
        var run = await FinsightCase.RunAsync(
            StackEnvironment.Prod,
            settings with
            {
                Key = new() { DeletionDays = 8 },
                Secrets = new() { RecoveryDays = 9 },
                Database = settings.Database with { Instance = settings.Database.Instance with { BackupDays = 14 } },
                Proxy = settings.Proxy with { Connections = 40, IdleClientSeconds = 600 },
                Cdn = settings.Cdn with
                {
                    PriceClass = "PriceClass_All",
                    OriginSecret = new() { Version = 3 },
                },
                Waf = settings.Waf with { RequestsPerIp = 77, LogRetentionDays = 14 },
                Api = settings.Api with { RequestsPerSecond = 17, LogRetentionDays = 60 },
                Usage = settings.Usage with { Clients = ["web", "partner"], RequestsPerDay = 500 },
                Authorizer = settings.Authorizer with { CacheSeconds = 60 },
                Mail = settings.Mail with { Mailbox = "hello" },
                MailLimits = settings.MailLimits with { PerSecond = 14 },
                StrictHost = false,
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One("aws:kms/key:Key", "finsight-kms-key").Inputs["deletionWindowInDays"], Is.EqualTo(8));
            Assert.That(
                run.All("aws:secretsmanager/secret:Secret").Select(secret => secret.Inputs["recoveryWindowInDays"]),
                Is.All.EqualTo(9)
            );
            Assert.That(run.One(Instance).Inputs["backupRetentionPeriod"], Is.EqualTo(14));
            Assert.That(run.One("aws:rds/proxy:Proxy").Inputs["idleClientTimeout"], Is.EqualTo(600));
            Assert.That(
                run.One("aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup").Json("connectionPoolConfig"),
                Does.Contain("\"maxConnectionsPercent\":50")
            );
            Assert.That(run.One("aws:cloudfront/distribution:Distribution").Inputs["priceClass"], Is.EqualTo("PriceClass_All"));
            Assert.That(
                run.All("random:index/randomPassword:RandomPassword").Select(password => password.Name),
                Does.Contain("finsight-origin-v3-password")
            );
            Assert.That(run.One("aws:wafv2/webAcl:WebAcl", "finsight-front-waf").Json("rules"), Does.Contain("\"limit\":77"));
            Assert.That(run.One(LogGroup, "finsight-api-waf-logs").Inputs["retentionInDays"], Is.EqualTo(14));
            Assert.That(run.One(LogGroup, "finsight-api-requests-log").Inputs["retentionInDays"], Is.EqualTo(60));
            Assert.That(
                run.One("aws:apigateway/methodSettings:MethodSettings").Json("settings"),
                Does.Contain("\"throttlingRateLimit\":17")
            );
            Assert.That(
                run.All("aws:apigateway/apiKey:ApiKey").Select(key => key.Inputs["name"]),
                Is.EquivalentTo(new[] { "finsight-api-web", "finsight-api-partner" })
            );
            Assert.That(run.One("aws:apigateway/usagePlan:UsagePlan").Json("quotaSettings"), Does.Contain("\"limit\":500"));
            Assert.That(run.One("aws:apigateway/authorizer:Authorizer").Inputs["authorizerResultTtlInSeconds"], Is.EqualTo(60));
            Assert.That(
                run.One("aws:lambda/function:Function", "finsight-notifications").Json("environment"),
                Does.Contain("\"MAIL_FROM\":\"hello@finsight.acme.test\"").And.Contain("\"MAIL_PER_SECOND\":\"14\"")
            );
            Assert.That(run.One("aws:apigateway/domainName:DomainName").Inputs["endpointAccessMode"], Is.EqualTo("BASIC"));
            Assert.That(run.One("aws:apigateway/restApi:RestApi").Inputs["endpointAccessMode"], Is.EqualTo("BASIC"));
        }
    }

    [TestCase("dev", "finsight-dev", 7, false)]
    [TestCase("staging", "finsight-staging", 30, true)]
    [TestCase("prod", "finsight", 30, true)]
    public async Task Environments_differ_in_names_protection_and_records(
        string environment,
        string prefix,
        int logDays,
        bool isProtected
    )
    {
        var run = await FinsightCase.RunAsync(TaskflowCase.Environment(environment));

        var database = run.One(Instance);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(database.Inputs["identifier"], Is.EqualTo($"{prefix}-db"));
            Assert.That(database.Texts("enabledCloudwatchLogsExports"), Is.EqualTo(new[] { "postgresql" }));
            Assert.That(database.Inputs["deletionProtection"], Is.EqualTo(isProtected));
            Assert.That(database.Inputs["skipFinalSnapshot"], Is.EqualTo(!isProtected));
            Assert.That(run.All(LogGroup).Select(group => group.Inputs["retentionInDays"]), Is.All.EqualTo(logDays));
            Assert.That(
                run.All("aws:secretsmanager/secret:Secret").Select(secret => secret.Inputs["recoveryWindowInDays"]),
                Is.All.EqualTo(isProtected ? 30 : 0)
            );
            Assert.That(
                run.All("aws:s3/bucket:Bucket").Select(bucket => bucket.Inputs["forceDestroy"]),
                Is.All.EqualTo(!isProtected)
            );
            Assert.That(
                run.All("aws:secretsmanager/secret:Secret").Select(secret => secret.Inputs["name"]),
                Is.EquivalentTo(
                    new[] { $"finsight/{environment}/db", $"finsight/{environment}/auth0", $"finsight/{environment}/api-keys" }
                )
            );
            Assert.That(run.All("aws:backup/plan:Plan").Any(), Is.EqualTo(isProtected), "nothing copies what is stopped");
            Assert.That(run.All("aws:scheduler/schedule:Schedule").Any(), Is.EqualTo(!isProtected));
        }
    }

    [Test]
    public async Task One_key_encrypts_everything_and_knows_who_asks()
    {
        var run = await FinsightCase.RunAsync(StackEnvironment.Prod);

        var policy = (string)run.One("aws:kms/key:Key", "finsight-kms-key").Inputs["policy"];
        var own = run.All(LogGroup).Where(group => !group.Name!.StartsWith("finsight-front", StringComparison.Ordinal)).ToList();
        using (Assert.EnterMultipleScope())
        {
            foreach (var group in own)
            {
                Assert.That(group.Inputs["kmsKeyId"], Is.EqualTo(Key), group.Name);
                var name = ((string)group.Inputs["name"]).Split("id:")[0];
                Assert.That(Patterns(policy).Any(pattern => Like(pattern, name)), Is.True, $"{name} is in the policy of the key");
            }
            Assert.That(run.One(Instance).Inputs["kmsKeyId"], Is.EqualTo(Key));
            Assert.That(run.One("aws:sqs/queue:Queue").Inputs["kmsMasterKeyId"], Is.EqualTo(Key));
            Assert.That(
                run.All("aws:secretsmanager/secret:Secret").Select(secret => secret.Inputs["kmsKeyId"]),
                Is.All.EqualTo(Key)
            );
            Assert.That(
                run.All("aws:lambda/function:Function").Select(function => function.Inputs["kmsKeyArn"]),
                Is.All.EqualTo(Key)
            );
            foreach (var service in new[] { "backup", "lambda", "rds", "secretsmanager", "sns", "sqs" })
                Assert.That(policy, Does.Contain($"\"{service}.ap-northeast-1.amazonaws.com\""));
            foreach (var publisher in new[] { "budgets", "cloudwatch", "costalerts", "events", "ses" })
                Assert.That(policy, Does.Contain($"\"{publisher}.amazonaws.com\""), "publishes to an encrypted topic");
        }
    }

    [Test]
    public async Task The_monthly_copies_are_of_the_database_alone_and_keep_away_from_its_windows()
    {
        var run = await FinsightCase.RunAsync(StackEnvironment.Prod);

        var database = run.One(Instance);
        var rules = run.One("aws:backup/plan:Plan").Json("rules");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (database.Inputs["backupWindow"], database.Inputs["maintenanceWindow"]),
                Is.EqualTo(("17:00-17:30", "sun:18:00-sun:19:00"))
            );
            Assert.That(rules, Does.Contain("cron(0 22 1 * ? *)").And.Contain("\"startWindow\":60"));
            Assert.That(rules, Does.Contain("\"enableContinuousBackup\":false"), "RDS keeps every moment itself");
            Assert.That(rules, Does.Contain("\"deleteAfter\":365").And.Not.Contain("coldStorageAfter"));
            Assert.That(database.Tag("Backup"), Is.EqualTo("monthly"));
            Assert.That(run.One("aws:backup/selection:Selection").Json("conditions"), Does.Contain("\"value\":\"monthly\""));
        }
    }

    [Test]
    public async Task The_error_page_says_no_more_than_that_something_is_away()
    {
        var run = await FinsightCase.RunAsync(StackEnvironment.Prod);

        var page = run.One("aws:s3/bucketObjectv2:BucketObjectv2");
        var answers = run.One("aws:cloudfront/distribution:Distribution").Json("customErrorResponses");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (page.Inputs["key"], page.Inputs["contentType"]),
                Is.EqualTo(("errors/unavailable.json", "application/json"))
            );
            Assert.That((string)page.Inputs["content"], Does.Contain("\"error\":\"unavailable\""));
            foreach (var code in new[] { 502, 503, 504 })
                Assert.That(
                    answers,
                    Does.Contain(
                        $"\"errorCode\":{code},\"responseCode\":{code},\"responsePagePath\":\"/errors/unavailable.json\""
                    )
                );
            Assert.That(answers, Does.Not.Contain("\"responseCode\":403"), "what the API refuses it says itself");
        }
    }

    [Test]
    public async Task Without_a_proxy_functions_go_to_the_database_with_its_secret()
    {
        var settings = FinsightCase.Settings(StackEnvironment.Dev);
        var run = await FinsightCase.RunAsync(
            StackEnvironment.Dev,
            settings with
            {
                Proxy = settings.Proxy with { Enabled = false },
            }
        );

        var function = run.One("aws:lambda/function:Function", "finsight-users");
        var policy = (string)run.One("aws:iam/rolePolicy:RolePolicy", "finsight-users-role-policy").Inputs["policy"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.All("aws:rds/proxy:Proxy"), Is.Empty);
            Assert.That(
                function.Json("environment"),
                Does.Contain("\"DB_HOST\":\"finsight-db.example\"")
                    .And.Contain("\"DB_SECRET_ARN\":\"arn:finsight-db-password-secret\"")
            );
            Assert.That(policy, Does.Contain("arn:finsight-db-password-secret").And.Not.Contain("rds-db:connect"));
            Assert.That(
                run.All("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
                    .Select(rule => (rule.Name, rule.Inputs["securityGroupId"], rule.Inputs["referencedSecurityGroupId"])),
                Is.EqualTo(new[] { ("finsight-db-in-app-5432", (object)"id:finsight-rds-sg", (object)"id:finsight-lambda-sg") })
            );
        }
    }

    [Test]
    public async Task Without_mail_nobody_sends_and_nobody_listens()
    {
        var settings = FinsightCase.Settings(StackEnvironment.Dev);
        var run = await FinsightCase.RunAsync(
            StackEnvironment.Dev,
            settings with
            {
                Mail = settings.Mail with { Domain = null },
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.All("aws:sesv2/emailIdentity:EmailIdentity"), Is.Empty);
            Assert.That(run.All("idp:serverless:FunctionSubscription"), Is.Empty);
            Assert.That(
                run.All("aws:iam/rolePolicy:RolePolicy").Select(policy => (string)policy.Inputs["policy"]),
                Has.None.Contains("ses:SendEmail")
            );
            Assert.That(
                run.One("aws:lambda/function:Function", "finsight-notifications").Json("environment"),
                Does.Not.Contain("MAIL_")
            );
        }
    }

    private static IEnumerable<string> Patterns(string policy)
    {
        using var document = System.Text.Json.JsonDocument.Parse(policy);
        return
        [
            .. document
                .RootElement.GetProperty("Statement")
                .EnumerateArray()
                .Single(statement => statement.GetProperty("Sid").GetString() == "LogsEncryptTheirGroups")
                .GetProperty("Condition")
                .GetProperty("ArnLike")
                .GetProperty("kms:EncryptionContext:aws:logs:arn")
                .EnumerateArray()
                .Select(arn => arn.GetString()!.Split(":log-group:")[1]),
        ];
    }

    private static bool Like(string pattern, string name) =>
        pattern.EndsWith('*') ? name.StartsWith(pattern[..^1], StringComparison.Ordinal) : name == pattern;
}
