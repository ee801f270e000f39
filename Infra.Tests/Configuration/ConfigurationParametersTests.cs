using Infra.Configuration;
using Infra.Settings;
using Pulumi;

namespace Infra.Tests.Configuration;

public sealed class ConfigurationParametersTests
{
    private const string Parameter = "aws:ssm/parameter:Parameter";

    private static readonly StackContext Stack = TestStacks.Dev with { System = "web-platform", Stack = "web-platform-dev" };

    [Test]
    public async Task A_web_platform_has_these_parameters()
    {
        var run = await RunAsync(Args());

        Assert.That(
            run.All(Parameter)
                .Select(p => $"{p.Inputs["name"]} {p.Inputs["type"]} {p.Inputs.GetValueOrDefault("keyId")}".TrimEnd()),
            Is.EquivalentTo(
                new[]
                {
                    "/web-platform/dev/app/env String",
                    "/web-platform/dev/app/log_level String",
                    "/web-platform/dev/cognito/user_pool_id String",
                    "/web-platform/dev/cognito/client_id String",
                    "/web-platform/dev/cognito/m2m_client_id String",
                    "/web-platform/dev/cognito/client_secret SecureString arn:key",
                    "/web-platform/dev/database/host String",
                    "/web-platform/dev/database/port String",
                    "/web-platform/dev/database/name String",
                    "/web-platform/dev/database/username SecureString arn:key",
                    "/web-platform/dev/database/password SecureString arn:key",
                }
            )
        );
    }

    [TestCase("app/env", "dev")]
    [TestCase("app/log_level", "debug")]
    [TestCase("cognito/user_pool_id", "pool")]
    [TestCase("cognito/client_id", "web")]
    [TestCase("cognito/m2m_client_id", "machine")]
    [TestCase("database/host", "db.example")]
    [TestCase("database/port", "5432")]
    [TestCase("database/name", "app")]
    public async Task A_plain_value_shows_in_plans(string path, string value)
    {
        var inputs = (await RunAsync(Args())).One(Parameter, $"web-{path.Replace('/', '-')}").Inputs;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(inputs["insecureValue"], Is.EqualTo(value));
            Assert.That(inputs, Does.Not.ContainKey("value"));
            Assert.That(inputs["tier"], Is.EqualTo("Standard"));
        }
    }

    [TestCase("cognito/client_secret", "machine-secret")]
    [TestCase("database/username", "app_user")]
    [TestCase("database/password", "db-secret")]
    public async Task A_secure_value_shows_nowhere(string path, string value)
    {
        var inputs = (await RunAsync(Args())).One(Parameter, $"web-{path.Replace('/', '-')}").Inputs;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(inputs["value"], Is.EqualTo(value));
            Assert.That(inputs, Does.Not.ContainKey("insecureValue"));
            Assert.That(inputs["description"], Does.Not.Contain(value));
        }
    }

    [Test]
    public async Task Names_and_ARNs_are_known_before_anything_is_deployed()
    {
        ConfigurationParameters? made = null;
        await Sandbox.RunAsync(() => made = new ConfigurationParameters("web", Args()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(made!.Root, Is.EqualTo("/web-platform/dev"));
            Assert.That(made.Arns, Has.Count.EqualTo(11));
            Assert.That(
                await Pulumi.Utilities.OutputUtilities.GetValueAsync(made.Arns["database/password"]),
                Is.EqualTo("arn:aws:ssm:ap-northeast-1:111111111111:parameter/web-platform/dev/database/password")
            );
        }
    }

    [Test]
    public void Production_carries_its_name_too() =>
        Assert.That(
            ConfigurationParameters.NameOf(Stack with { Stack = "web-platform-prod" }, "app/env"),
            Is.EqualTo("/web-platform/prod/app/env")
        );

    [TestCase(
        "app-env",
        "parameters.app-env: got app-env, want words of letters, digits, _ and . joined by /; for example app/log_level"
    )]
    [TestCase("/app", "parameters./app: got /app, want words of letters, digits, _ and . joined by /;")]
    [TestCase("app//env", "parameters.app//env: got app//env, want words of letters, digits, _ and . joined by /;")]
    [TestCase(
        "a/b/c/d/e/f/g/h/i/j/k/l/m/n",
        "parameters.a/b/c/d/e/f/g/h/i/j/k/l/m/n: got 16 levels, want 15 at most with /web-platform/dev;"
    )]
    public void A_name_that_AWS_refuses_is_refused(string path, string text) => Refused(Of(path), text);

    [Test]
    public void A_name_is_not_longer_than_AWS_takes()
    {
        var longest = 1011 - ConfigurationParameters.ArnOf(Stack, "").Length;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Of(new string('a', longest)).Validate(), Is.Empty);
            Refused(
                Of(new string('a', longest + 1)),
                $"parameters.{new string('a', longest + 1)}: got an ARN of 1012 characters, want 1011 at most;"
            );
        }
    }

    [Test]
    public void What_else_makes_no_sense_is_refused()
    {
        var row = new ConfigurationParameter("app/env", "dev", "Environment");
        using (Assert.EnterMultipleScope())
        {
            Refused(Args() with { Parameters = [] }, "parameters: got an empty list, want one or more;");
            Refused(Args() with { Parameters = [row, row] }, "parameters: got app/env twice, want each path once; rename one");
            Refused(
                Args() with
                {
                    Parameters = [row with { Secure = true }],
                    KeyArn = null,
                },
                "keyArn: got nothing, want the key of app/env; a secure value needs one"
            );
            Refused(
                Args() with
                {
                    Parameters = [row with { Description = "" }],
                },
                "parameters.app/env.description: got 0 characters, want 1 to 1024;"
            );
            Refused(
                Args() with
                {
                    Parameters = [row],
                    Context = Stack with { System = "awsome" },
                },
                "parameters.app/env: got /awsome/web-platform-dev/app/env, want a root that does not begin with aws or ssm; AWS keeps those"
            );
        }
    }

    [Test]
    public async Task A_refusal_names_the_component()
    {
        var error = await Assert.ThrowsAsync<RunException>(() => RunAsync(Args() with { Parameters = [] }));

        Assert.That(error!.Message, Does.Contain("ConfigurationParameters 'web': 1 problem in its args"));
    }

    private static void Refused(ConfigurationParametersArgs args, string text) =>
        Assert.That(args.Validate().Select(problem => problem.ToString()).Single(), Does.StartWith(text));

    private static ConfigurationParametersArgs Of(string path) => Args() with { Parameters = [new(path, "value", "A value")] };

    private static ConfigurationParametersArgs Args() =>
        new()
        {
            Context = Stack,
            KeyArn = "arn:key",
            Parameters =
            [
                .. PlatformParameters.App("dev", "debug"),
                .. PlatformParameters.Cognito("pool", "web", "machine", "machine-secret"),
                .. PlatformParameters.Database("db.example", 5432, "app", "app_user", "db-secret"),
            ],
        };

    private static Task<Sandbox> RunAsync(ConfigurationParametersArgs args) =>
        Sandbox.RunAsync(() => _ = new ConfigurationParameters("web", args));
}
