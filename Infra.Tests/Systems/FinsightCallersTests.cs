using System.Text.Json.Nodes;
using Infra.Settings;
using Pulumi.Testing;

namespace Infra.Tests.Systems;

/// <summary>What the API of finsight asks of callers, tells them and writes down.</summary>
public sealed class FinsightCallersTests
{
    private static readonly Lazy<Task<Sandbox>> Prod = new(() => FinsightCase.RunAsync(StackEnvironment.Prod));

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

    private static object Allowed(MockResourceArgs answer, string prefix) =>
        Inputs.Map(answer.Inputs["responseParameters"])[$"{prefix}Access-Control-Allow-Origin"];
}
