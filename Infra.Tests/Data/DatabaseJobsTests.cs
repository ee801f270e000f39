using System.Text.Json;
using Infra.Data;
using Infra.Tests.Policies;

namespace Infra.Tests.Data;

public sealed class DatabaseJobsTests
{
    private const string TaskDefinition = "aws:ecs/taskDefinition:TaskDefinition";

    [TestCase(
        "db-bootstrap",
        "bootstrap",
        "ADMIN_PASSWORD ADMIN_USERNAME APP_PASSWORD APP_USERNAME DB_MASTER_PASSWORD DB_MASTER_USER OWNER_PASSWORD OWNER_USERNAME"
    )]
    [TestCase("db-schedule", "schedule", "OWNER_PASSWORD OWNER_USERNAME")]
    [TestCase("db-verify", "verify", "ADMIN_PASSWORD ADMIN_USERNAME APP_PASSWORD APP_USERNAME OWNER_PASSWORD OWNER_USERNAME")]
    [TestCase("db-migrate", "migrate", "DB_PASSWORD DB_USER_NAME")]
    [TestCase("db-info", "info", "DB_PASSWORD DB_USER_NAME")]
    public async Task Each_job_knows_the_passwords_it_needs_and_no_other(string job, string command, string variables)
    {
        var container = Container(await RunAsync(Args()), job);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(container.GetProperty("name").GetString(), Is.EqualTo(job));
            Assert.That(container.GetProperty("command")[0].GetString(), Is.EqualTo(command));
            Assert.That(
                string.Join(
                    ' ',
                    container.GetProperty("secrets").EnumerateArray().Select(secret => secret.GetProperty("name").GetString())
                ),
                Is.EqualTo(variables)
            );
        }
    }

    [Test]
    public async Task The_master_user_is_known_to_bootstrap_only()
    {
        var run = await RunAsync(Args());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Secrets(run, "db-bootstrap"), Is.EqualTo(new[] { "arn:master", "arn:users" }));
            foreach (var job in new[] { "db-schedule", "db-verify", "db-migrate", "db-info" })
                Assert.That(Secrets(run, job), Is.EqualTo(new[] { "arn:users" }), job);
        }
    }

    [Test]
    public async Task Jobs_find_the_primary_and_ask_for_keys_that_the_secrets_have()
    {
        var run = await RunAsync(Args());

        var bootstrap = Container(run, "db-bootstrap");
        var migrate = Container(run, "db-migrate");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Pairs(bootstrap, "environment", "value"),
                Is.EqualTo(new[] { "DB_HOST=db.example", "DB_NAME=idpserver", "DB_PORT=5432", "MINIMUM_TABLES=30" })
            );
            Assert.That(
                Pairs(bootstrap, "secrets", "valueFrom"),
                Does.Contain("DB_MASTER_USER=arn:master:username::")
                    .And.Contain("DB_MASTER_PASSWORD=arn:master:password::")
                    .And.Contain("OWNER_USERNAME=arn:users:owner_username::")
                    .And.Contain("APP_PASSWORD=arn:users:app_password::")
            );
            Assert.That(
                Pairs(migrate, "environment", "value"),
                Is.EqualTo(new[] { "DB_TYPE=postgresql", "DB_URL=jdbc:postgresql://db.example:5432/idpserver?sslmode=require" })
            );
            Assert.That(Pairs(migrate, "secrets", "valueFrom"), Does.Contain("DB_USER_NAME=arn:users:owner_username::"));
        }
    }

    [Test]
    public async Task What_jobs_write_is_encrypted_and_kept()
    {
        DatabaseJobs? jobs = null;
        var run = await Sandbox.RunAsync(() => jobs = new DatabaseJobs("idp", Args() with { LogRetentionDays = 7 }));

        var log = run.One("aws:cloudwatch/logGroup:LogGroup");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(log.Inputs["name"], Is.EqualTo("/ecs/idp-server/jobs"));
            Assert.That(log.Inputs["kmsKeyId"], Is.EqualTo("arn:key"));
            Assert.That(log.Inputs["retentionInDays"], Is.EqualTo(7));
            Assert.That(jobs!.Jobs["db-verify"].ToOutput()["logGroup"], Is.EqualTo("/ecs/idp-server/jobs"));
            Assert.That(jobs.Jobs["db-verify"].ToOutput()["logStreamPrefix"], Is.EqualTo("ecs"));
        }
    }

    [Test]
    public async Task Jobs_without_an_image_are_left_out()
    {
        var run = await RunAsync(Args() with { MigrationImage = null });

        Assert.That(
            run.All(TaskDefinition).Select(task => task.Inputs["family"]),
            Is.EquivalentTo(new[] { "idp-server-db-bootstrap", "idp-server-db-schedule", "idp-server-db-verify" })
        );
    }

    [Test]
    public void An_audit_of_nothing_is_refused() =>
        Assert.That((Args() with { MinimumTables = 0 }).Validate().Single().Path, Is.EqualTo("minimumTables"));

    private static JsonElement Container(Sandbox run, string job) =>
        JsonDocument.Parse((string)run.One(TaskDefinition, $"idp-{job}-definition").Inputs["containerDefinitions"]).RootElement[
            0
        ];

    private static string[] Secrets(Sandbox run, string job) =>
        PolicyReading
            .Statements(run.One("aws:iam/rolePolicy:RolePolicy", $"idp-{job}-execution-role-policy").Inputs["policy"])[
                "ReadSecrets"
            ]
            .Texts("Resource");

    private static IEnumerable<string> Pairs(JsonElement container, string list, string value) =>
        container.GetProperty(list).EnumerateArray().Select(item => $"{item.GetProperty("name")}={item.GetProperty(value)}");

    private static DatabaseJobsArgs Args() =>
        new()
        {
            Context = TestStacks.Prod,
            Image = "111111111111.dkr.ecr.ap-northeast-1.amazonaws.com/idp-server-database:1",
            MigrationImage = "111111111111.dkr.ecr.ap-northeast-1.amazonaws.com/idp-server-migration:1",
            Host = "db.example",
            MasterSecretArn = "arn:master",
            UsersSecretArn = "arn:users",
            KeyArn = "arn:key",
        };

    private static Task<Sandbox> RunAsync(DatabaseJobsArgs args) => Sandbox.RunAsync(() => _ = new DatabaseJobs("idp", args));
}
