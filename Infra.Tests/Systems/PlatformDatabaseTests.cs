using Infra.Settings;

namespace Infra.Tests.Systems;

public sealed class PlatformDatabaseTests
{
    private const string Instance = "aws:rds/instance:Instance";
    private const string Parameter = "aws:ssm/parameter:Parameter";
    private const string Password = "password:web-platform-db-master-password";

    [Test]
    public async Task There_is_none_by_default_and_nothing_speaks_of_one()
    {
        var run = await WebPlatformCase.RunAsync(WebPlatformCase.Prod, WebPlatformCase.Settings(StackEnvironment.Prod));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.All(Instance), Is.Empty);
            Assert.That(run.All(Parameter).Select(parameter => parameter.Inputs["name"]), Has.None.Contains("/database/"));
            Assert.That(run.All("aws:ec2/securityGroup:SecurityGroup").Select(group => group.Name), Has.None.EndsWith("rds-sg"));
            Assert.That(
                (string)run.One("aws:ecs/taskDefinition:TaskDefinition").Inputs["containerDefinitions"],
                Does.Not.Contain("DB_")
            );
        }
    }

    [Test]
    public async Task Its_password_is_made_here_written_only_and_read_as_a_parameter()
    {
        var run = await WebPlatformCase.RunAsync(WebPlatformCase.Prod, WebPlatformCase.WithDatabase(StackEnvironment.Prod));

        var instance = run.One(Instance);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(instance.Inputs["passwordWo"], Is.EqualTo(Password));
            Assert.That(instance.Inputs, Does.Not.ContainKey("password").And.Not.ContainKey("manageMasterUserPassword"));
            Assert.That(
                (instance.Inputs["dbName"], instance.Inputs["username"]),
                Is.EqualTo(((object)"platform", (object)"platform_admin"))
            );
            Assert.That(instance.Inputs["kmsKeyId"], Is.EqualTo("arn:web-platform-kms-key"));
            Assert.That(instance.Texts("vpcSecurityGroupIds"), Is.EqualTo(new[] { "id:web-platform-rds-sg" }));
            Assert.That(
                run.All(Parameter)
                    .Where(parameter => ((string)parameter.Inputs["name"]).Contains("/database/"))
                    .Select(Told)
                    .Order(StringComparer.Ordinal),
                Is.EqualTo(
                    new[]
                    {
                        $"/web-platform/prod/database/host String {instance.Name}.example",
                        "/web-platform/prod/database/name String platform",
                        $"/web-platform/prod/database/password SecureString {Password}",
                        "/web-platform/prod/database/port String 5432",
                        "/web-platform/prod/database/username SecureString platform_admin",
                    }
                )
            );
        }
    }

    [Test]
    public async Task Another_version_makes_another_password()
    {
        var settings = WebPlatformCase.WithDatabase(StackEnvironment.Dev);
        var run = await WebPlatformCase.RunAsync(
            WebPlatformCase.Dev,
            settings with
            {
                Database = settings.Database with { Instance = settings.Database.Instance with { MasterPasswordVersion = 3 } },
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.One("random:index/randomPassword:RandomPassword", "web-platform-db-master-password").Json("keepers"),
                Is.EqualTo("""{"version":"3"}""")
            );
            Assert.That(run.One(Instance).Inputs["passwordWoVersion"], Is.EqualTo(3));
        }
    }

    private static string Told(Pulumi.Testing.MockResourceArgs parameter) =>
        $"{parameter.Inputs["name"]} {parameter.Inputs["type"]} {parameter.Inputs.GetValueOrDefault("insecureValue") ?? parameter.Inputs["value"]}";
}
