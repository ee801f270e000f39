using System.Collections.Immutable;
using Infra.Serverless;
using Pulumi.Utilities;

namespace Infra.Tests.Serverless;

public sealed class ApiKeysTests
{
    private static readonly ApiUsagePlan Plan = new()
    {
        Clients = ImmutableSortedDictionary<string, ApiClient>
            .Empty.Add("mobile", new("The app") { KeyVersion = 3 })
            .Add("web", new("The site")),
    };

    [Test]
    public async Task A_plan_counts_each_client_on_this_stage()
    {
        var plan = (await ApiCase.RunAsync(Args())).One("aws:apigateway/usagePlan:UsagePlan");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.Inputs["name"], Is.EqualTo("idp-server-api-plan"));
            Assert.That(plan.Maps("apiStages"), Is.EqualTo(new[] { "apiId=id:idp-api stage=api" }));
            Assert.That(Inputs.Pairs(plan.Inputs["throttleSettings"]), Is.EqualTo("burstLimit=20 rateLimit=10"));
            Assert.That(Inputs.Pairs(plan.Inputs["quotaSettings"]), Is.EqualTo("limit=10000 period=DAY"));
            Assert.That(plan.NameTag(), Is.EqualTo("idp-server-api-plan"));
        }
    }

    [Test]
    public async Task A_client_can_be_locked_out()
    {
        var args = Args() with
        {
            Usage = Plan with { Clients = Plan.Clients.SetItem("web", new("The site") { Enabled = false }) },
        };

        var run = await ApiCase.RunAsync(args);

        Assert.That(
            run.All("aws:apigateway/apiKey:ApiKey").Select(key => $"{key.Name} {key.Inputs["enabled"]}"),
            Is.EqualTo(new[] { "idp-api-mobile-key True", "idp-api-web-key False" })
        );
    }

    [Test]
    public async Task Each_client_has_a_generated_key_of_its_own()
    {
        RestApi? api = null;
        var run = await Sandbox.RunAsync(() => api = new("idp", Args()));

        var (key, value) = (run.One("aws:apigateway/apiKey:ApiKey", "idp-api-mobile-key"), Value(run, "mobile"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (key.Inputs["name"], key.Inputs["description"], key.Inputs["enabled"], key.Inputs["value"]),
                Is.EqualTo(
                    (
                        (object)"idp-server-api-mobile",
                        (object)"The app",
                        (object)true,
                        (object)"password:idp-api-mobile-key-value"
                    )
                )
            );
            Assert.That((value.Inputs["length"], value.Inputs["special"]), Is.EqualTo(((object)40, (object)false)));
            Assert.That(Inputs.Pairs(value.Inputs["keepers"]), Is.EqualTo("version=3"));
            Assert.That(Inputs.Pairs(Value(run, "web").Inputs["keepers"]), Is.EqualTo("version=1"));
            var use = run.One("aws:apigateway/usagePlanKey:UsagePlanKey", "idp-api-mobile-use").Inputs;
            Assert.That(
                (use["keyId"], use["keyType"], use["usagePlanId"]),
                Is.EqualTo(((object)"id:idp-api-mobile-key", (object)"API_KEY", (object)"id:idp-api-plan"))
            );
            Assert.That(api!.KeyValues.Keys, Is.EqualTo(new[] { "mobile", "web" }));
            Assert.That(await OutputUtilities.GetValueAsync(api.KeyValues["web"]), Is.EqualTo("password:idp-api-web-key-value"));
        }
    }

    [Test]
    public async Task Routes_that_count_ask_for_a_key_and_browsers_may_send_it()
    {
        var run = await ApiCase.RunAsync(Args());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Method(run, "get/tasks")["apiKeyRequired"], Is.True);
            Assert.That(Method(run, "get/tasks")["authorization"], Is.EqualTo("COGNITO_USER_POOLS"));
            Assert.That(Method(run, "post/tasks"), Does.Not.ContainKey("apiKeyRequired"));
            Assert.That(Method(run, "options/tasks"), Does.Not.ContainKey("apiKeyRequired"), "a browser sends none with it");
            Assert.That(
                Inputs.Map(
                    run.One("aws:apigateway/integrationResponse:IntegrationResponse", "idp-api-options/tasks-headers").Inputs[
                        "responseParameters"
                    ]
                )["method.response.header.Access-Control-Allow-Headers"],
                Is.EqualTo("'Authorization,Content-Type,X-Api-Key'")
            );
        }
    }

    [Test]
    public async Task The_log_names_the_key_by_its_id_and_never_the_key()
    {
        var stage = (await ApiCase.RunAsync(Args())).One("aws:apigateway/stage:Stage");

        Assert.That(
            Inputs.Map(stage.Inputs["accessLogSettings"])["format"],
            Does.Contain("\"apiKeyId\":\"$context.identity.apiKeyId\"").And.Not.Contain("identity.apiKey\"")
        );
    }

    [Test]
    public async Task Without_a_plan_there_is_nothing_of_it()
    {
        RestApi? api = null;
        var run = await Sandbox.RunAsync(() => api = new("idp", ApiCase.Args()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(api!.KeyValues, Is.Empty);
            Assert.That(run.Registered.Select(made => made.Type), Has.None.Contains("apiKey").And.None.Contains("usagePlan"));
            Assert.That(ApiAccessLog.FormatOf(ApiCase.Args()), Is.EqualTo(ApiAccessLog.Format));
        }
    }

    [Test]
    public void A_key_is_no_authentication() =>
        Assert.That(
            Only(Args(ApiKeyUse.Counted, ApiAuth.Anybody)),
            Is.EqualTo(
                "routes.GET /tasks.key: got counted on a route for anybody, want token or users, or counted-only; "
                    + "a key says whose quota is used and not who calls: it keeps nobody out"
            )
        );

    [Test]
    public void Anybody_may_be_counted_where_that_is_said() =>
        Assert.That(Args(ApiKeyUse.CountedOnly, ApiAuth.Anybody).Validate(), Is.Empty);

    [Test]
    public void Only_counted_is_not_said_of_a_route_that_asks_who_calls() =>
        Assert.That(
            Only(Args(ApiKeyUse.CountedOnly, ApiAuth.Users)),
            Is.EqualTo(
                "routes.GET /tasks.key: got counted-only on a route with authentication, want counted; somebody is asked who calls"
            )
        );

    [Test]
    public void A_key_needs_a_plan_and_a_plan_a_key()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Only(Args() with { Usage = null }),
                Is.EqualTo("routes.GET /tasks.key: got counted, want none while there is no usage plan; nobody would have a key")
            );
            Assert.That(
                Only(ApiCase.Args() with { Usage = Plan }),
                Is.EqualTo("usage: got no route, want one or more that ask for a key; no client would be counted; leave it out")
            );
        }
    }

    [Test]
    public void A_plan_that_cannot_be_is_refused_as_a_whole()
    {
        var bad = Plan with
        {
            Clients = Plan.Clients.Add("My App", new("x") { KeyVersion = 0 }),
            Limit = new(0, 5001),
            RequestsPerDay = 0,
        };

        Assert.That(
            bad.Validate().Select(problem => problem.ToString()),
            Is.EqualTo(
                new[]
                {
                    "clients.My App: got My App, want small letters, digits and -, 40 at most; its key is named after it",
                    "clients.My App.keyVersion: got 0, want 1 or more; raise it to change the key",
                    "requestsPerSecond: got 0, want 1 to 10000; AWS gives an account no more",
                    "burst: got 5001, want 1 to 5000; AWS gives an account no more",
                    "requestsPerDay: got 0, want 1 or more; with none no client is ever answered",
                }
            )
        );
    }

    [Test]
    public void A_plan_of_nobody_is_refused() =>
        Assert.That(
            (Plan with { Clients = Plan.Clients.Clear() }).Validate().Single().ToString(),
            Does.StartWith("clients: got an empty map, want one or more clients;")
        );

    [Test]
    public void A_client_gets_no_more_than_the_stage_gives() =>
        Assert.That(
            Only(Args() with { RequestsPerSecond = 9 }),
            Is.EqualTo(
                "usage.requestsPerSecond: got 10, want 9 at most, the requestsPerSecond of the stage; "
                    + "the stage turns calls away first, everybody's alike"
            )
        );

    private static RestApiArgs Args(ApiKeyUse use = ApiKeyUse.Counted, ApiAuth auth = ApiAuth.Users)
    {
        var args = ApiCase.Args();
        return args with { Usage = Plan, Routes = args.Routes.SetItem(0, args.Routes[0] with { Key = use, Auth = auth }) };
    }

    private static string Only(RestApiArgs args) => args.Validate().Single().ToString();

    private static ImmutableDictionary<string, object> Method(Sandbox run, string key) =>
        run.One("aws:apigateway/method:Method", $"idp-api-{key}").Inputs;

    private static Pulumi.Testing.MockResourceArgs Value(Sandbox run, string client) =>
        run.One("random:index/randomPassword:RandomPassword", $"idp-api-{client}-key-value");
}
