using Infra.Settings;
using Infra.Settings.Neuraknot;
using Infra.Systems;

namespace Infra.Tests.Systems;

public sealed class NeuraknotTests
{
    private const string Log = "aws:cloudwatch/logGroup:LogGroup";
    private const string Secret = "aws:secretsmanager/secret:Secret";
    private const string Pool = "aws:cognito/userPool:UserPool";
    private const string Client = "aws:cognito/userPoolClient:UserPoolClient";
    private const string Database = "aws:rds/instance:Instance";

    [TestCase("dev")]
    [TestCase("prod")]
    public async Task Names_are_those_of_the_source_with_capitals_wherever_AWS_keeps_them(string environment)
    {
        var run = await RunAsync(environment);

        string Name(string type, string name, string property = "name") => (string)run.One(type, name).Inputs[property];
        var prefix = $"neuraKnot-{environment}";
        var small = $"neuraknot-{environment}";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One("aws:ec2/vpc:Vpc").NameTag(), Is.EqualTo($"{prefix}-vpc"));
            Assert.That(
                run.All("aws:ec2/subnet:Subnet").Select(subnet => subnet.NameTag()),
                Is.EquivalentTo(
                    new[] { $"{prefix}-public-1", $"{prefix}-public-2", $"{prefix}-private-1", $"{prefix}-private-2" }
                )
            );
            Assert.That(Name(Pool, "neuraknot-pool"), Is.EqualTo($"{prefix}-user-pool"));
            Assert.That(Name(Secret, "neuraknot-db-password-secret"), Is.EqualTo($"{prefix}-db-password"));
            Assert.That(Name(Secret, "neuraknot-oauth-secret"), Is.EqualTo($"{prefix}-oauth-credentials"));
            Assert.That(Name("aws:ecs/cluster:Cluster", "neuraknot-cluster"), Is.EqualTo($"{prefix}-cluster"));
            Assert.That(Name("aws:lb/loadBalancer:LoadBalancer", "neuraknot-alb"), Is.EqualTo($"{prefix}-alb"));
            Assert.That(
                run.All("aws:lb/targetGroup:TargetGroup").Select(group => group.Inputs["name"]),
                Is.EquivalentTo(new[] { $"{prefix}-backend-go-tg", $"{prefix}-frontend-tg" }),
                "with its whole name the second would have 33 characters"
            );
            foreach (var service in new[] { "backend-go", "python-ai", "nextjs-frontend" })
            {
                Assert.That(Name("awsx:ecr:Repository", $"neuraknot-{service}-repository"), Is.EqualTo($"{small}-{service}"));
                Assert.That(Name(Log, $"neuraknot-{service}-log"), Is.EqualTo($"/ecs/{prefix}-{service}"));
            }
            Assert.That(Name(Database, "neuraknot-db", "identifier"), Is.EqualTo($"{small}-db"));
            Assert.That(Name("aws:rds/subnetGroup:SubnetGroup", "neuraknot-db-subnets"), Is.EqualTo($"{small}-db-subnet-group"));
            Assert.That(Name("aws:s3/bucket:Bucket", "neuraknot-alb-logs", "bucket"), Does.StartWith($"{small}-alb-logs-"));
            Assert.That(
                Name("aws:cognito/userPoolDomain:UserPoolDomain", "neuraknot-domain", "domain"),
                Does.StartWith($"{small}-")
            );
        }
    }

    [TestCase("dev", "db.t3.micro", 1, 2, 30, false)]
    [TestCase("prod", "db.t3.medium", 2, 4, 90, true)]
    public async Task Environments_differ_in_size_records_and_protection(
        string environment,
        string instance,
        int tasks,
        int most,
        int days,
        bool isProtected
    )
    {
        var run = await RunAsync(environment);

        var database = run.One(Database);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(database.Inputs["instanceClass"], Is.EqualTo(instance));
            Assert.That(database.Inputs["deletionProtection"], Is.EqualTo(isProtected));
            Assert.That(database.Inputs["skipFinalSnapshot"], Is.EqualTo(!isProtected));
            Assert.That(run.All("aws:ecs/service:Service").Select(s => s.Inputs["desiredCount"]), Is.All.EqualTo(tasks));
            Assert.That(
                run.All("aws:appautoscaling/target:Target").Select(t => (t.Inputs["minCapacity"], t.Inputs["maxCapacity"])),
                Has.Exactly(3).Items.And.All.EqualTo((tasks, most))
            );
            Assert.That(
                run.All(Log)
                    .Where(group =>
                        ((string)group.Inputs["name"]).StartsWith($"/ecs/neuraKnot-{environment}-", StringComparison.Ordinal)
                    )
                    .Select(group => group.Inputs["retentionInDays"]),
                Has.Exactly(3).Items.And.All.EqualTo(days)
            );
            Assert.That(run.One("aws:lb/loadBalancer:LoadBalancer").Inputs["enableDeletionProtection"], Is.EqualTo(isProtected));
            Assert.That(run.One(Pool).Inputs["deletionProtection"], Is.EqualTo(isProtected ? "ACTIVE" : "INACTIVE"));
            Assert.That(
                run.All(Secret).Select(secret => secret.Inputs["recoveryWindowInDays"]),
                Has.Exactly(2).Items.And.All.EqualTo(7),
                "the source's, in both"
            );
        }
    }

    [Test]
    public async Task The_network_is_that_of_the_source_with_a_gateway_in_each_zone()
    {
        var run = await RunAsync("prod");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One("aws:ec2/vpc:Vpc").Inputs["cidrBlock"], Is.EqualTo("10.0.0.0/16"));
            Assert.That(
                run.All("aws:ec2/subnet:Subnet").Select(s => $"{s.Inputs["cidrBlock"]} {s.Inputs["availabilityZone"]}"),
                Is.EquivalentTo(
                    new[]
                    {
                        "10.0.1.0/24 ap-northeast-1a",
                        "10.0.2.0/24 ap-northeast-1c",
                        "10.0.10.0/24 ap-northeast-1a",
                        "10.0.20.0/24 ap-northeast-1c",
                    }
                )
            );
            Assert.That(
                run.All("aws:ec2/natGateway:NatGateway").Select(gateway => gateway.Inputs["subnetId"]),
                Is.EquivalentTo(new[] { "id:neuraknot-public-1a", "id:neuraknot-public-1c" })
            );
            Assert.That(
                run.All("aws:ec2/vpcEndpoint:VpcEndpoint").Single().Inputs["serviceName"],
                Is.EqualTo("com.amazonaws.ap-northeast-1.s3")
            );
        }
    }

    [Test]
    public async Task The_pool_is_that_of_the_source()
    {
        var run = await RunAsync("prod");

        var pool = run.One(Pool);
        var client = run.One(Client);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(pool.Texts("aliasAttributes"), Is.EqualTo(new[] { "email" }), "and the user name, which always signs in");
            Assert.That(pool.Inputs, Does.Not.ContainKey("usernameAttributes"));
            Assert.That(
                pool.Json("passwordPolicy"),
                Is.EqualTo(
                    """{"minimumLength":8,"requireLowercase":true,"requireNumbers":true,"requireSymbols":true,"requireUppercase":true,"temporaryPasswordValidityDays":7}"""
                )
            );
            Assert.That(
                Inputs.Maps(pool.Inputs["schemas"]).Select(schema => ((string)schema["name"], (bool)schema["required"])),
                Is.EquivalentTo(new[] { ("email", true), ("name", false), ("picture", false) })
            );
            Assert.That(
                (client.Inputs["accessTokenValidity"], client.Inputs["idTokenValidity"], client.Inputs["refreshTokenValidity"]),
                Is.EqualTo((60, 60, 30))
            );
            Assert.That(
                client.Json("tokenValidityUnits"),
                Is.EqualTo("""{"accessToken":"minutes","idToken":"minutes","refreshToken":"days"}""")
            );
        }
    }

    [TestCase("dev", "https://talk.example.com", "http://localhost:3000")]
    [TestCase("prod", "https://talk.example.com")]
    public async Task People_come_back_to_the_host_and_to_their_own_machine_in_development_only(
        string environment,
        params string[] sites
    )
    {
        var client = (await RunAsync(environment)).One(Client);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(client.Texts("callbackUrls"), Is.EqualTo(sites.Select(site => $"{site}/auth/callback")));
            Assert.That(client.Texts("logoutUrls"), Is.EqualTo(sites.Select(site => $"{site}/")));
        }
    }

    [Test]
    public async Task The_database_is_that_of_the_source_with_windows_in_UTC()
    {
        var run = await RunAsync("dev");

        var database = run.One(Database);
        object? Of(string input) => database.Inputs.GetValueOrDefault(input);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((Of("engine"), Of("engineVersion")), Is.EqualTo(("postgres", "15")));
            Assert.That((Of("allocatedStorage"), Of("maxAllocatedStorage")), Is.EqualTo((20, 100)));
            Assert.That((Of("storageEncrypted"), Of("kmsKeyId")), Is.EqualTo((true, "arn:neuraknot-kms-key")));
            Assert.That(Of("backupRetentionPeriod"), Is.EqualTo(7));
            Assert.That(Of("maintenanceWindow"), Is.EqualTo("sat:19:00-sat:20:00"), "Sunday, four to five in Tokyo");
            Assert.That((Of("performanceInsightsEnabled"), Of("monitoringInterval")), Is.EqualTo((true, 60)));
            Assert.That(Of("monitoringRoleArn"), Is.EqualTo("arn:neuraknot-rds-monitoring-role"));
            Assert.That((Of("publiclyAccessible"), Of("multiAz")), Is.EqualTo((false, false)));
            Assert.That(
                run.One("aws:rds/subnetGroup:SubnetGroup").Texts("subnetIds"),
                Is.EquivalentTo(new[] { "id:neuraknot-private-app-1a", "id:neuraknot-private-app-1c" })
            );
            Assert.That(run.All(Database).ToList(), Has.Count.EqualTo(1), "no copies");
        }
    }

    [Test]
    public async Task Passkeys_belong_to_the_host_that_people_see()
    {
        var settings = NeuraknotCase.Settings(StackEnvironment.Prod);
        settings = settings with { Users = settings.Users with { Passkeys = new() { Enabled = true } } };

        var here = await NeuraknotCase.RunAsync(StackEnvironment.Prod, settings);
        var elsewhere = await NeuraknotCase.RunAsync(
            StackEnvironment.Prod,
            settings with
            {
                FrontendUrl = "https://app.example.org",
                Services = NeuraknotCase.Each(settings, (name, s) => s with { Enabled = name != NeuraknotServices.Frontend }),
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                here.One(Client).Texts("explicitAuthFlows"),
                Does.Contain("ALLOW_USER_AUTH"),
                "the only way to a passkey"
            );
            Assert.That(here.One(Pool).Json("webAuthnConfiguration"), Does.Contain("\"relyingPartyId\":\"talk.example.com\""));
            Assert.That(
                elsewhere.One(Pool).Json("webAuthnConfiguration"),
                Does.Contain("\"relyingPartyId\":\"app.example.org\"")
            );
        }
    }

    [Test]
    public async Task One_key_encrypts_what_may_be_encrypted_and_knows_who_asks()
    {
        var run = await RunAsync("prod");

        const string Key = "arn:neuraknot-kms-key";
        var policy = (string)run.One("aws:kms/key:Key").Inputs["policy"];
        var groups = run.All(Log).ToList();
        using (Assert.EnterMultipleScope())
        {
            foreach (var group in groups)
                Assert.That(
                    group.Inputs.GetValueOrDefault("kmsKeyId"),
                    Is.EqualTo(group.Name!.StartsWith("neuraknot-log-", StringComparison.Ordinal) ? null : Key),
                    $"{group.Name}: Cognito writes to no group that has a key of ours"
                );
            Assert.That(run.All(Secret).Select(secret => secret.Inputs["kmsKeyId"]), Is.All.EqualTo(Key));
            Assert.That(
                run.All("aws:sns/topic:Topic").Select(topic => topic.Inputs["kmsMasterKeyId"]),
                Is.Not.Empty.And.All.EqualTo(Key)
            );
            foreach (var service in new[] { "ecr", "rds", "secretsmanager", "sns" })
                Assert.That(policy, Does.Contain($"\"{service}.ap-northeast-1.amazonaws.com\""));
        }
    }

    private static Task<Sandbox> RunAsync(string environment) =>
        NeuraknotCase.RunAsync(environment == "prod" ? StackEnvironment.Prod : StackEnvironment.Dev);
}
