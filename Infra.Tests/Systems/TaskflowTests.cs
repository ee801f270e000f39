using Infra.Data;
using Infra.Identity;
using Infra.Settings;

namespace Infra.Tests.Systems;

public sealed class TaskflowTests
{
    private const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";
    private const string Bucket = "aws:s3/bucket:Bucket";

    [Test]
    public async Task Settings_reach_the_components()
    {
        var settings = TaskflowCase.Settings(StackEnvironment.Prod);
        var run = await TaskflowCase.RunAsync(
            StackEnvironment.Prod,
            settings with
            {
                Key = new() { DeletionDays = 8, RotationDays = 100 },
                Cdn = settings.Cdn with
                {
                    PriceClass = "PriceClass_All",
                    LogRetentionDays = 11,
                    OriginSecret = new() { Version = 3 },
                },
                Waf = settings.Waf with { LogRetentionDays = 14 },
                Mail = settings.Mail with { SenderName = "Tasks", Mailbox = "hello" },
                Function = settings.Function with { MemoryMiB = 1024, ProvisionedConcurrency = 5 },
                Api = settings.Api with { RequestsPerSecond = 7, LogRetentionDays = 60 },
                Table = settings.Table with { Billing = TableBilling.Provisioned, RecoveryDays = 9 },
                Content = settings.Content with { NoncurrentDays = 13 },
            }
        );

        var key = run.One("aws:kms/key:Key", "taskflow-kms-key");
        var table = run.One("aws:dynamodb/table:Table");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((key.Inputs["deletionWindowInDays"], key.Inputs["rotationPeriodInDays"]), Is.EqualTo((8, 100)));
            Assert.That(run.One("aws:cloudfront/distribution:Distribution").Inputs["priceClass"], Is.EqualTo("PriceClass_All"));
            Assert.That(run.One("random:index/randomPassword:RandomPassword").Name, Is.EqualTo("taskflow-origin-v3-password"));
            Assert.That(run.One(LogGroup, "taskflow-api-waf-logs").Inputs["retentionInDays"], Is.EqualTo(14));
            Assert.That(run.One(LogGroup, "taskflow-front-waf-logs").Inputs["retentionInDays"], Is.EqualTo(14));
            Assert.That(
                run.One("aws:cognito/userPool:UserPool").Json("emailConfiguration"),
                Does.Contain("Tasks <hello@tasks.example.com>")
            );
            Assert.That(run.One("aws:lambda/function:Function").Inputs["memorySize"], Is.EqualTo(1024));
            Assert.That(
                run.One("aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig").Inputs[
                    "provisionedConcurrentExecutions"
                ],
                Is.EqualTo(5)
            );
            Assert.That(
                run.One("aws:apigateway/methodSettings:MethodSettings").Json("settings"),
                Does.Contain("\"throttlingRateLimit\":7")
            );
            Assert.That(run.One(LogGroup, "taskflow-api-requests-log").Inputs["retentionInDays"], Is.EqualTo(60));
            Assert.That(table.Inputs["billingMode"], Is.EqualTo("PROVISIONED"));
            Assert.That(table.Json("pointInTimeRecovery"), Does.Contain("\"recoveryPeriodInDays\":9"));
            Assert.That(
                run.One("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "taskflow-content-lifecycle")
                    .Json("rules"),
                Does.Contain("\"noncurrentDays\":13")
            );
        }
    }

    [TestCase("dev", 7, 7, false, 0)]
    [TestCase("staging", 30, 35, true, 0)]
    [TestCase("prod", 30, 35, true, 2)]
    public async Task Environments_differ_in_protection_records_and_warm_copies(
        string environment,
        int logDays,
        int recoveryDays,
        bool isProtected,
        int warm
    )
    {
        var run = await TaskflowCase.RunAsync(TaskflowCase.Environment(environment));

        var table = run.One("aws:dynamodb/table:Table");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.All(LogGroup).Select(group => group.Inputs["retentionInDays"]), Is.All.EqualTo(logDays));
            Assert.That(table.Json("pointInTimeRecovery"), Does.Contain($"\"recoveryPeriodInDays\":{recoveryDays}"));
            Assert.That(table.Inputs["deletionProtectionEnabled"], Is.EqualTo(isProtected));
            Assert.That(
                run.One("aws:cognito/userPool:UserPool").Inputs["deletionProtection"],
                Is.EqualTo(isProtected ? "ACTIVE" : "INACTIVE")
            );
            Assert.That(run.All(Bucket).Select(bucket => bucket.Inputs["forceDestroy"]), Is.All.EqualTo(!isProtected));
            Assert.That(
                run.All("aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig")
                    .Select(config => config.Inputs["provisionedConcurrentExecutions"]),
                warm == 0 ? Is.Empty : Is.EqualTo(new[] { warm })
            );
        }
    }

    [Test]
    public async Task One_key_encrypts_what_may_be_encrypted_and_knows_who_asks()
    {
        var run = await TaskflowCase.RunAsync(StackEnvironment.Dev);

        const string Key = "arn:taskflow-kms-key";
        var own = run.All(LogGroup).Where(group => !group.Name!.StartsWith("taskflow-front", StringComparison.Ordinal)).ToList();
        var policy = (string)run.One("aws:kms/key:Key", "taskflow-kms-key").Inputs["policy"];
        using (Assert.EnterMultipleScope())
        {
            foreach (var group in own)
                Assert.That(
                    group.Inputs.GetValueOrDefault("kmsKeyId"),
                    Is.EqualTo(group.Name!.StartsWith("taskflow-log-", StringComparison.Ordinal) ? null : Key),
                    $"{group.Name}: Cognito writes to no group that has a key of ours"
                );
            Assert.That(run.One("aws:dynamodb/table:Table").Json("serverSideEncryption"), Does.Contain(Key));
            Assert.That(run.One("aws:lambda/function:Function").Inputs["kmsKeyArn"], Is.EqualTo(Key));
            Assert.That(run.One("aws:sns/topic:Topic", "taskflow-alerts-topic").Inputs["kmsMasterKeyId"], Is.EqualTo(Key));
            foreach (var service in new[] { "dynamodb", "lambda", "s3", "sns" })
                Assert.That(policy, Does.Contain($"\"{service}.ap-northeast-1.amazonaws.com\""));
            foreach (var group in own.Where(group => group.Inputs.ContainsKey("kmsKeyId")))
                Assert.That(policy, Does.Contain($":log-group:{((string)group.Inputs["name"]).Split("id:")[0]}"), group.Name);
        }
    }

    [Test]
    public async Task The_function_learns_where_everything_is_and_may_use_only_that()
    {
        var run = await TaskflowCase.RunAsync(StackEnvironment.Prod);

        var policy = (string)run.One("aws:iam/rolePolicy:RolePolicy", "taskflow-api-role-policy").Inputs["policy"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.One("aws:lambda/function:Function").Json("environment"),
                Is.EqualTo(
                    """{"variables":{"ALLOWED_ORIGIN":"https://tasks.example.com","CONTENT_BUCKET":"taskflow-content-333333333333","TABLE_NAME":"taskflow-tasks","USER_POOL_CLIENT_ID":"id:taskflow-client-web","USER_POOL_ID":"id:taskflow-pool"}}"""
                )
            );
            Assert.That(
                policy,
                Does.Contain("arn:aws:dynamodb:ap-northeast-1:333333333333:table/taskflow-tasks\"")
                    .And.Contain("arn:aws:s3:::taskflow-content-333333333333/*\"")
                    .And.Not.Contain("taskflow-site")
                    .And.Not.Contain("\"*\"")
                    .And.Not.Contain("cognito-idp")
            );
        }
    }

    [Test]
    public async Task Everybody_but_the_health_check_brings_a_token_of_the_pool()
    {
        var run = await TaskflowCase.RunAsync(StackEnvironment.Prod);

        var methods = run.All("aws:apigateway/method:Method")
            .ToDictionary(method => method.Name!, method => method.Inputs["authorization"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(methods["taskflow-api-any/{proxy+}"], Is.EqualTo("COGNITO_USER_POOLS"));
            Assert.That(
                methods.Where(method => method.Value is "NONE").Select(method => method.Key),
                Is.EquivalentTo(
                    new[] { "taskflow-api-get/health", "taskflow-api-options/health", "taskflow-api-options/{proxy+}" }
                )
            );
            Assert.That(
                run.One("aws:apigateway/authorizer:Authorizer").Texts("providerArns"),
                Is.EqualTo(new[] { "arn:taskflow-pool" })
            );
        }
    }

    [Test]
    public async Task Nobody_moves_to_another_organisation_with_the_own_token()
    {
        var client = (await TaskflowCase.RunAsync(StackEnvironment.Prod)).One("aws:cognito/userPoolClient:UserPoolClient");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(client.Texts("writeAttributes"), Is.EqualTo(new[] { "email", "family_name", "given_name" }));
            Assert.That(
                client.Texts("readAttributes"),
                Is.EqualTo(new[] { "custom:organizationId", "email", "email_verified", "family_name", "given_name" })
            );
        }
    }

    [Test]
    public async Task Without_threat_protection_failed_messages_are_still_written_down()
    {
        var settings = TaskflowCase.Settings(StackEnvironment.Dev);
        var run = await TaskflowCase.RunAsync(
            StackEnvironment.Dev,
            settings with
            {
                Users = settings.Users with
                {
                    ThreatProtection = ThreatProtection.Off,
                    Logs = new() { SignIns = false },
                },
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.One("aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration").Json("logConfigurations"),
                Does.Contain("userNotification").And.Not.Contain("userAuthEvents")
            );
            Assert.That(run.All("aws:cognito/riskConfiguration:RiskConfiguration"), Is.Empty);
        }
    }
}
