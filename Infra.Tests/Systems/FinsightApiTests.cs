using System.Text.Json.Nodes;
using Infra.Settings;
using Infra.Systems;
using Infra.Tests.Policies;
using Pulumi.Testing;

namespace Infra.Tests.Systems;

/// <summary>What each function of finsight is told and may do, and what the API before them asks of callers.</summary>
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

    [Test]
    public async Task Only_the_health_needs_no_token_and_preflights_none()
    {
        var methods = (await Prod.Value).All("aws:apigateway/method:Method").ToList();

        using (Assert.EnterMultipleScope())
        {
            foreach (var method in methods)
                Assert.That(
                    (method.Inputs["authorization"], method.Inputs.GetValueOrDefault("apiKeyRequired", false)),
                    method.Inputs["httpMethod"] is "OPTIONS" || method.Name == "finsight-api-get/health"
                        ? Is.EqualTo(("NONE", false))
                        : Is.EqualTo(("CUSTOM", true)),
                    method.Name
                );
            foreach (var method in methods.Where(method => method.Inputs["httpMethod"] is "POST" or "PUT"))
                Assert.That(method.Json("requestModels"), Is.EqualTo("""{"$default":"JsonObject"}"""), method.Name);
        }
    }

    [Test]
    public async Task The_authorizer_is_asked_with_the_header_and_remembered_for_five_minutes()
    {
        var run = await Prod.Value;

        var authorizer = run.One("aws:apigateway/authorizer:Authorizer");
        var permission = run.One("aws:lambda/permission:Permission", "finsight-api-may-ask-authorizer");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (
                    authorizer.Inputs["type"],
                    authorizer.Inputs["identitySource"],
                    authorizer.Inputs["authorizerResultTtlInSeconds"]
                ),
                Is.EqualTo(("REQUEST", "method.request.header.Authorization", 300))
            );
            Assert.That(authorizer.Inputs["authorizerUri"], Is.EqualTo("invoke:finsight-authorizer-live"));
            Assert.That(permission.Inputs["sourceArn"], Is.EqualTo("execution:finsight-api/authorizers/id:finsight-api-token"));
        }
    }

    [Test]
    public async Task Keys_are_counted_by_the_plan_and_kept_in_the_secret()
    {
        var run = await Prod.Value;

        var plan = run.One("aws:apigateway/usagePlan:UsagePlan");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.Json("throttleSettings"), Is.EqualTo("""{"burstLimit":20,"rateLimit":10}"""));
            Assert.That(plan.Json("quotaSettings"), Is.EqualTo("""{"limit":10000,"period":"DAY"}"""));
            Assert.That(plan.Json("apiStages"), Does.Contain("\"stage\":\"api\""));
            Assert.That(
                run.One("aws:secretsmanager/secretVersion:SecretVersion", "finsight-api-keys-version").Inputs["secretString"],
                Is.EqualTo($$"""{"web":"{{run.One("aws:apigateway/apiKey:ApiKey").Inputs["value"]}}"}""")
            );
        }
    }

    [Test]
    public async Task One_origin_may_call_also_when_it_is_refused()
    {
        var run = await Prod.Value;

        using (Assert.EnterMultipleScope())
        {
            foreach (var answer in run.All("aws:apigateway/integrationResponse:IntegrationResponse"))
                Assert.That(Allowed(answer, "method.response.header."), Is.EqualTo($"'{FinsightCase.Pages}'"), answer.Name);
            Assert.That(
                run.All("aws:apigateway/response:Response").Select(answer => answer.Inputs["responseType"]),
                Is.EquivalentTo(new[] { "DEFAULT_4XX", "DEFAULT_5XX" })
            );
            foreach (var answer in run.All("aws:apigateway/response:Response"))
            {
                Assert.That(Allowed(answer, "gatewayresponse.header."), Is.EqualTo($"'{FinsightCase.Pages}'"), answer.Name);
                Assert.That(
                    Inputs.Map(answer.Inputs["responseParameters"])["gatewayresponse.header.Access-Control-Allow-Methods"],
                    Is.EqualTo("'DELETE,GET,OPTIONS,POST,PUT'")
                );
            }
            Assert.That(
                run.One("aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy").Json("corsConfig"),
                Does.Contain($"[\"{FinsightCase.Pages}\"]").And.Contain("X-Api-Key").And.Contain("\"originOverride\":false")
            );
        }
    }

    [Test]
    public async Task Every_request_is_logged_as_one_object_and_no_log_has_a_key()
    {
        var run = await Prod.Value;

        var log = run.One("aws:apigateway/stage:Stage").Json("accessLogSettings");
        var format = JsonNode.Parse((string)JsonNode.Parse(log)!["format"]!)!.AsObject();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(log, Does.Contain("arn:finsight-api-requests-log"));
            Assert.That(
                format.Select(field => field.Key),
                Is.SupersetOf(new[] { "requestId", "ip", "user", "route", "status", "latency", "apiKeyId" })
            );
            Assert.That(format.ToJsonString(), Does.Not.Contain("$context.identity.apiKey\""), "the key itself");
            foreach (var logging in run.All("aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration"))
                Assert.That(
                    logging.Json("redactedFields"),
                    Does.Contain("\"x-api-key\"").And.Contain("\"authorization\""),
                    logging.Name
                );
            foreach (var acl in run.All("aws:wafv2/webAcl:WebAcl"))
                Assert.That(acl.Json("dataProtectionConfig"), Does.Contain("\"x-api-key\""), acl.Name);
        }
    }

    private static int Reserved(MockResourceArgs function) =>
        Convert.ToInt32(function.Inputs["reservedConcurrentExecutions"], System.Globalization.CultureInfo.InvariantCulture);

    private static object Allowed(MockResourceArgs answer, string prefix) =>
        Inputs.Map(answer.Inputs["responseParameters"])[$"{prefix}Access-Control-Allow-Origin"];
}
