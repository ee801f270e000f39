using Infra.Observability.Alarms;
using Infra.Serverless;
using Pulumi.Utilities;

namespace Infra.Tests.Serverless;

public sealed class RestApiTests
{
    private const string Api = "aws:apigateway/restApi:RestApi";
    private const string Method = "aws:apigateway/method:Method";
    private const string Integration = "aws:apigateway/integration:Integration";
    private const string Path = "aws:apigateway/resource:Resource";
    private const string Stage = "aws:apigateway/stage:Stage";

    [Test]
    public async Task The_API_is_regional_and_speaks_no_old_TLS()
    {
        var api = (await ApiCase.RunAsync(ApiCase.Args())).One(Api);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(api.Inputs["name"], Is.EqualTo("idp-server-api"));
            Assert.That(Inputs.Pairs(api.Inputs["endpointConfiguration"]), Is.EqualTo("types=REGIONAL"));
            Assert.That(api.Inputs["securityPolicy"], Is.EqualTo("SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09"));
            Assert.That(api.Inputs["endpointAccessMode"], Is.EqualTo("STRICT"));
            Assert.That(api.Inputs["disableExecuteApiEndpoint"], Is.False);
            Assert.That(api.NameTag(), Is.EqualTo("idp-server-api"));
        }
    }

    [Test]
    public async Task With_a_domain_of_its_own_it_leaves_the_one_of_AWS() =>
        Assert.That(
            (await ApiCase.RunAsync(ApiCase.Args() with { ExecuteEndpoint = false })).One(Api).Inputs[
                "disableExecuteApiEndpoint"
            ],
            Is.True
        );

    [Test]
    public async Task Each_segment_is_made_once_and_named_after_its_path()
    {
        var run = await ApiCase.RunAsync(ApiCase.Args());

        Assert.That(
            run.All(Path).Select(path => $"{path.Name}: {path.Inputs["pathPart"]} in {path.Inputs["parentId"]}"),
            Is.EqualTo(
                new[]
                {
                    "idp-api-path/tasks: tasks in root:idp-api",
                    "idp-api-path/tasks/{id}: {id} in id:idp-api-path/tasks",
                    "idp-api-path/tasks/{id}/{rest+}: {rest+} in id:idp-api-path/tasks/{id}",
                    "idp-api-path/health: health in root:idp-api",
                }
            )
        );
    }

    [Test]
    public async Task Users_are_checked_before_any_function_runs()
    {
        var run = await ApiCase.RunAsync(ApiCase.Args());

        var (list, health) = (run.One(Method, "idp-api-get/tasks").Inputs, run.One(Method, "idp-api-get/health").Inputs);
        var users = run.One("aws:apigateway/authorizer:Authorizer").Inputs;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (list["authorization"], list["authorizerId"], list["resourceId"]),
                Is.EqualTo(((object)"COGNITO_USER_POOLS", (object)"id:idp-api-users", (object)"id:idp-api-path/tasks"))
            );
            Assert.That(list, Does.Not.ContainKey("authorizationScopes"));
            Assert.That(health["authorization"], Is.EqualTo("NONE"));
            Assert.That(health, Does.Not.ContainKey("authorizerId"));
            Assert.That(
                (users["type"], users["identitySource"]),
                Is.EqualTo(((object)"COGNITO_USER_POOLS", (object)"method.request.header.Authorization"))
            );
            Assert.That(users["providerArns"], Is.EqualTo(new[] { "arn:pool" }));
        }
    }

    [Test]
    public async Task Access_tokens_are_asked_for_their_scopes()
    {
        var run = await ApiCase.RunAsync(ApiCase.Args() with { Scopes = ["tasks/read"] });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One(Method, "idp-api-get/tasks").Inputs["authorizationScopes"], Is.EqualTo(new[] { "tasks/read" }));
            Assert.That(run.One(Method, "idp-api-get/health").Inputs, Does.Not.ContainKey("authorizationScopes"));
        }
    }

    [Test]
    public async Task Requests_are_checked_for_what_their_path_names()
    {
        var run = await ApiCase.RunAsync(ApiCase.Args());

        var validator = run.One("aws:apigateway/requestValidator:RequestValidator").Inputs;
        var any = run.One(Method, "idp-api-any/tasks/{id}/{rest+}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (validator["validateRequestBody"], validator["validateRequestParameters"]),
                Is.EqualTo(((object)true, (object)true))
            );
            Assert.That(any.Inputs["requestValidatorId"], Is.EqualTo("id:idp-api-validator"));
            Assert.That(
                any.Json("requestParameters"),
                Is.EqualTo("""{"method.request.path.id":true,"method.request.path.rest":true}""")
            );
        }
    }

    [Test]
    public async Task Every_route_is_answered_by_its_function()
    {
        var run = await ApiCase.RunAsync(ApiCase.Args());

        var post = run.One(Integration, "idp-api-post/tasks-function").Inputs;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (post["type"], post["httpMethod"], post["integrationHttpMethod"], post["uri"]),
                Is.EqualTo(((object)"AWS_PROXY", (object)"POST", (object)"POST", (object)"invoke:api"))
            );
            Assert.That(post["timeoutMilliseconds"], Is.EqualTo(29_000));
            Assert.That(run.One(Integration, "idp-api-get/tasks-function").Inputs["httpMethod"], Is.EqualTo("GET"));
            Assert.That(run.One(Integration, "idp-api-get/tasks-function").Inputs["integrationHttpMethod"], Is.EqualTo("POST"));
            Assert.That(run.One(Integration, "idp-api-get/health-function").Inputs["uri"], Is.EqualTo("invoke:health"));
        }
    }

    [Test]
    public async Task Only_this_stage_of_this_API_may_call_the_functions()
    {
        var run = await ApiCase.RunAsync(ApiCase.Args());

        var (tasks, health) = (Permission(run, "tasks"), Permission(run, "health"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                tasks,
                Is.EqualTo(
                    "action=lambda:InvokeFunction function=idp-server-api principal=apigateway.amazonaws.com qualifier=live "
                        + "sourceArn=execution:idp-api/api/*/* statementId=idp-server-api-api"
                )
            );
            Assert.That(health, Does.Contain("function=idp-server-health").And.Not.Contain("qualifier"));
        }
    }

    [Test]
    public async Task The_stage_counts_limits_and_logs_requests()
    {
        var args = ApiCase.Args() with { RequestsPerSecond = 50, Burst = 80, LogRetentionDays = 7, Tracing = true };
        var run = await ApiCase.RunAsync(args);

        var stage = run.One(Stage);
        var log = run.One("aws:cloudwatch/logGroup:LogGroup", "idp-api-requests-log").Inputs;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(stage.Inputs["stageName"], Is.EqualTo("api"));
            Assert.That(stage.Inputs["deployment"], Is.EqualTo("id:idp-api-deployment"));
            Assert.That(stage.Inputs["xrayTracingEnabled"], Is.True);
            Assert.That(Inputs.Map(stage.Inputs["accessLogSettings"])["destinationArn"], Is.EqualTo("arn:idp-api-requests-log"));
            Assert.That(
                (log["name"], log["retentionInDays"], log["kmsKeyId"]),
                Is.EqualTo(((object)"/apigateway/idp-server/api", (object)7, (object)"arn:key"))
            );
            var settings = run.One("aws:apigateway/methodSettings:MethodSettings");
            Assert.That(
                (settings.Inputs["methodPath"], settings.Inputs["stageName"]),
                Is.EqualTo(((object)"*/*", (object)"api"))
            );
            Assert.That(
                Inputs.Pairs(settings.Inputs["settings"]),
                Is.EqualTo(
                    "dataTraceEnabled=False loggingLevel=ERROR metricsEnabled=True throttlingBurstLimit=80 throttlingRateLimit=50"
                )
            );
        }
    }

    [Test]
    public void A_line_of_the_log_holds_no_header_query_or_body()
    {
        var fields = System.Text.Json.JsonDocument.Parse(ApiAccessLog.Format).RootElement;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fields.GetProperty("user").GetString(), Is.EqualTo("$context.authorizer.claims.sub"));
            Assert.That(fields.GetProperty("status").GetString(), Is.EqualTo("$context.status"));
            Assert.That(
                ApiAccessLog.Format,
                Does.StartWith("""{"requestId":"$context.requestId","requestTime":""").And.Not.Contain("\n")
            );
            Assert.That(ApiAccessLog.Format, Does.Not.Contain("header").And.Not.Contain("querystring").And.Not.Contain("email"));
        }
    }

    [TestCase("Off", "OFF", false)]
    [TestCase("Info", "INFO", true)]
    public async Task What_API_Gateway_writes_itself_is_forgotten_too(string level, string word, bool kept)
    {
        var run = await ApiCase.RunAsync(ApiCase.Args() with { ExecutionLog = Enum.Parse<ApiExecutionLog>(level) });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Inputs.Map(run.One("aws:apigateway/methodSettings:MethodSettings").Inputs["settings"])["loggingLevel"],
                Is.EqualTo(word)
            );
            Assert.That(
                run.All("aws:cloudwatch/logGroup:LogGroup").Select(group => group.Inputs["name"]),
                kept ? Does.Contain("API-Gateway-Execution-Logs_id:idp-api/api") : Has.Exactly(1).Items
            );
        }
    }

    [Test]
    public async Task It_is_deployed_after_everything_it_answers_with()
    {
        var run = await ApiCase.RunAsync(ApiCase.Args());

        var order = run.Registered.Select(resource => resource.Type).ToList();
        var deployment = order.IndexOf("aws:apigateway/deployment:Deployment");
        using (Assert.EnterMultipleScope())
        {
            foreach (
                var type in new[]
                {
                    Method,
                    Integration,
                    "aws:apigateway/methodResponse:MethodResponse",
                    "aws:apigateway/integrationResponse:IntegrationResponse",
                    "aws:apigateway/response:Response",
                    "aws:apigateway/requestValidator:RequestValidator",
                    "aws:apigateway/authorizer:Authorizer",
                }
            )
                Assert.That(order.LastIndexOf(type), Is.LessThan(deployment).And.GreaterThanOrEqualTo(0), type);
            Assert.That(
                Inputs.Map(run.One("aws:apigateway/deployment:Deployment").Inputs["triggers"]),
                Contains.Key("definition").And.ContainKey("userPool")
            );
        }
    }

    [Test]
    public async Task Neighbours_get_what_they_need()
    {
        RestApi? api = null;
        await Sandbox.RunAsync(() => api = new("idp", ApiCase.Args() with { Context = TestStacks.Dev }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((api!.ApiName, api.StageName, api.RootPath), Is.EqualTo(("idp-server-dev-api", "api", "/api")));
            Assert.That(api.AccessLogName, Is.EqualTo("/apigateway/idp-server-dev/api"));
            Assert.That(await OutputUtilities.GetValueAsync(api.RestApiId), Is.EqualTo("id:idp-api"));
            Assert.That(await OutputUtilities.GetValueAsync(api.StageArn), Is.EqualTo("arn:idp-api-stage"));
            Assert.That(
                await OutputUtilities.GetValueAsync(api.Host),
                Is.EqualTo("id:idp-api.execute-api.ap-northeast-1.amazonaws.com")
            );
            Assert.That(api.Watch, Is.EqualTo(new ApiWatch("api", "idp-server-dev-api", "api")));
        }
    }

    private static string Permission(Sandbox run, string key) =>
        Inputs.Pairs(run.One("aws:lambda/permission:Permission", $"idp-api-may-call-{key}").Inputs);
}
