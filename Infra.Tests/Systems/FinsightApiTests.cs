using Infra.Settings;
using Infra.Systems;
using Infra.Tests.Policies;
using Pulumi.Testing;

namespace Infra.Tests.Systems;

/// <summary>What each function of finsight is told and may do.</summary>
public sealed class FinsightApiTests
{
    private const string Function = "aws:lambda/function:Function";
    private const string Policy = "aws:iam/rolePolicy:RolePolicy";
    private const string Target = "arn:aws:lambda:ap-northeast-1:333333333333:function:finsight-notifications:live";

    private static readonly Lazy<Task<Sandbox>> Prod = new(() => FinsightCase.RunAsync(StackEnvironment.Prod));

    [Test]
    public async Task Functions_are_those_of_the_table_with_its_memory_and_calls()
    {
        var run = await Prod.Value;

        using (Assert.EnterMultipleScope())
        {
            foreach (
                var (key, memory, reserved) in new[]
                {
                    ("auth", 512, 15),
                    ("users", 512, 10),
                    ("transactions", 512, 25),
                    ("budgets", 512, 10),
                    ("assets", 512, 15),
                    ("categories", 512, 5),
                    ("reports", 1024, 10),
                    ("notifications", 512, 10),
                }
            )
            {
                var function = run.One(Function, $"finsight-{key}");
                Assert.That(
                    (function.Inputs["memorySize"], function.Inputs["reservedConcurrentExecutions"], function.Inputs["timeout"]),
                    Is.EqualTo((memory, reserved, 30)),
                    key
                );
                Assert.That(
                    (function.Inputs["runtime"], function.Inputs["handler"], function.Json("architectures")),
                    Is.EqualTo(("provided.al2023", "bootstrap", """["arm64"]""")),
                    key
                );
                Assert.That(function.Json("tracingConfig"), Is.EqualTo("""{"mode":"Active"}"""), key);
                Assert.That(function.Json("vpcConfig"), Does.Contain("id:finsight-lambda-sg"), key);
            }
            Assert.That(
                run.All(Function).Where(function => function.Inputs.ContainsKey("reservedConcurrentExecutions")).Sum(Reserved),
                Is.EqualTo(100)
            );
        }
    }

    [Test]
    public async Task The_authorizer_knows_the_issuer_and_nothing_of_the_network()
    {
        var function = (await Prod.Value).One(Function, "finsight-authorizer");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(function.Inputs.ContainsKey("vpcConfig"), Is.False);
            Assert.That(function.Inputs.ContainsKey("reservedConcurrentExecutions"), Is.False);
            Assert.That((function.Inputs["memorySize"], function.Inputs["timeout"]), Is.EqualTo((256, 10)));
            Assert.That(
                function.Json("environment"),
                Is.EqualTo(
                    """{"variables":{"JWKS_URL":"https://acme.auth0.test/.well-known/jwks.json","JWT_AUDIENCE":"https://api.finsight","JWT_ISSUER":"https://acme.auth0.test/"}}"""
                )
            );
        }
    }

    [Test]
    public async Task Each_function_is_told_what_it_needs_and_no_more()
    {
        var run = await Prod.Value;
        const string Everywhere =
            "ALLOWED_ORIGIN=https://www.finsight.acme.test APP_ENV=prod DB_HOST=endpoint:finsight-db-proxy DB_NAME=finsight DB_PORT=5432 DB_USER=finsight_admin";

        var told = run.All(Function)
            .Where(function => function.Name != "finsight-authorizer")
            .ToDictionary(
                function => function.Name!["finsight-".Length..],
                function => Inputs.Pairs(Inputs.Map(function.Inputs["environment"])["variables"])
            );
        using (Assert.EnterMultipleScope())
        {
            foreach (var key in new[] { "assets", "categories" })
                Assert.That(told[key], Is.EqualTo(Everywhere), key);
            foreach (var key in FinsightDomains.AskAuth0)
                Assert.That(told[key], Does.Contain("AUTH0_SECRET_ARN=arn:finsight-auth0-secret"), key);
            foreach (var key in FinsightDomains.Notifiers)
                Assert.That(told[key], Is.EqualTo($"{Everywhere} NOTIFICATIONS_FUNCTION=finsight-notifications:live"), key);
            Assert.That(
                told["notifications"],
                Is.EqualTo(
                    $"{Everywhere} MAIL_CONFIGURATION_SET=finsight-mail MAIL_FROM=noreply@finsight.acme.test MAIL_PER_SECOND=1"
                )
            );
        }
    }

    [Test]
    public async Task Each_function_may_do_what_it_must_and_no_more()
    {
        var run = await Prod.Value;

        var rights = run.All(Policy)
            .Where(policy =>
                FinsightDomains.Settings(reserve: true).Keys.Any(key => policy.Name == $"finsight-{key}-role-policy")
            )
            .ToDictionary(
                policy => policy.Name!["finsight-".Length..^"-role-policy".Length],
                policy => PolicyReading.Statements(policy.Inputs["policy"])
            );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Holders("ConnectToDatabase"), Is.EquivalentTo(rights.Keys));
            Assert.That(Holders("ReadSecrets"), Is.EquivalentTo(FinsightDomains.AskAuth0));
            Assert.That(Holders("TellNotifications"), Is.EquivalentTo(FinsightDomains.Notifiers));
            Assert.That(Holders("SendMail"), Is.EqualTo(new[] { "notifications" }));
            foreach (var key in FinsightDomains.Notifiers)
                Assert.That(rights[key]["TellNotifications"].Texts("Resource"), Is.EqualTo(new[] { Target }), key);
            foreach (var key in FinsightDomains.AskAuth0)
                Assert.That(rights[key]["ReadSecrets"].Texts("Resource"), Is.EqualTo(new[] { "arn:finsight-auth0-secret" }), key);
            Assert.That(
                rights["notifications"]["SendMail"].Texts("Condition", "StringEquals", "ses:FromAddress"),
                Is.EqualTo(new[] { "noreply@finsight.acme.test" })
            );
        }

        IEnumerable<string> Holders(string sid) => rights.Where(of => of.Value.ContainsKey(sid)).Select(of => of.Key);
    }

    [Test]
    public async Task Notifications_alone_keeps_what_it_failed_at()
    {
        var run = await Prod.Value;

        var failures = run.One("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (failures.Inputs["functionName"], failures.Inputs["qualifier"]),
                Is.EqualTo(("finsight-notifications", "live"))
            );
            Assert.That(failures.Json("destinationConfig"), Does.Contain(":finsight-notifications-failed\""));
        }
    }

    [Test]
    public async Task Mail_that_comes_back_reaches_the_function_that_wrote_it()
    {
        var run = await Prod.Value;

        var (heard, allowed) = (
            run.One("aws:sns/topicSubscription:TopicSubscription"),
            run.One("aws:lambda/permission:Permission", "finsight-mail-events-may-call")
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (heard.Inputs["topic"], heard.Inputs["protocol"], heard.Inputs["endpoint"]),
                Is.EqualTo(("arn:finsight-mail-events-topic", "lambda", Target))
            );
            Assert.That(
                (allowed.Inputs["principal"], allowed.Inputs["sourceArn"], allowed.Inputs["qualifier"]),
                Is.EqualTo(("sns.amazonaws.com", "arn:finsight-mail-events-topic", "live"))
            );
            Assert.That(
                PolicyReading
                    .Statements(run.One("aws:sns/topicPolicy:TopicPolicy", "finsight-mail-events-policy").Inputs["policy"])[
                        "ServicesOfAccountPublish"
                    ]
                    .Texts("Principal", "Service"),
                Is.EqualTo(new[] { "ses.amazonaws.com" })
            );
            Assert.That(
                run.One("aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination", "finsight-troubles")
                    .Json("eventDestination"),
                Does.Contain("arn:finsight-mail-events-topic").And.Contain("\"BOUNCE\"").And.Contain("\"COMPLAINT\"")
            );
        }
    }

    private static int Reserved(MockResourceArgs function) =>
        Convert.ToInt32(function.Inputs["reservedConcurrentExecutions"], System.Globalization.CultureInfo.InvariantCulture);
}
