using Infra.Serverless;

namespace Infra.Tests.Serverless;

public sealed class ApiRouteTests
{
    [Test]
    public async Task A_line_answers_several_methods_of_its_path()
    {
        var run = await ApiCase.RunAsync(
            Args(new ApiRoute("GET POST", "/tasks", "tasks"), new ApiRoute("GET PUT DELETE", "/tasks/{proxy+}", "tasks"))
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.All("aws:apigateway/method:Method").Select(method => method.Name).Where(name => !name!.Contains("options")),
                Is.EquivalentTo(
                    new[]
                    {
                        "idp-api-get/tasks",
                        "idp-api-post/tasks",
                        "idp-api-get/tasks/{proxy+}",
                        "idp-api-put/tasks/{proxy+}",
                        "idp-api-delete/tasks/{proxy+}",
                        "idp-api-get/health",
                    }
                )
            );
            Assert.That(
                run.All("aws:apigateway/resource:Resource").Select(path => path.Inputs["pathPart"]),
                Is.EqualTo(new[] { "tasks", "{proxy+}", "health" })
            );
            Assert.That(
                run.One("aws:apigateway/method:Method", "idp-api-put/tasks/{proxy+}").Json("requestParameters"),
                Is.EqualTo("""{"method.request.path.proxy":true}""")
            );
        }
    }

    [Test]
    public void A_line_is_the_same_as_its_methods_one_by_one() =>
        Assert.That(
            ApiDefinition.HashOf(Args(new ApiRoute("GET POST", "/tasks", "tasks"))),
            Is.EqualTo(
                ApiDefinition.HashOf(Args(new ApiRoute("POST", "/tasks", "tasks"), new ApiRoute("GET", "/tasks", "tasks")))
            )
        );

    [Test]
    public void A_method_is_said_once_over_all_lines() =>
        Assert.That(
            Texts(Args(new ApiRoute("GET POST", "/tasks", "tasks"), new ApiRoute("PUT GET", "/tasks", "health"))),
            Is.EqualTo(new[] { "routes: got GET /tasks twice, want each route once; remove one" })
        );

    [TestCase("GET,POST", "routes.GET,POST /tasks.method: got GET,POST, want ANY, DELETE,")]
    [TestCase(" ", "routes. /tasks.method: got  , want ANY, DELETE,")]
    public void Methods_are_words_with_spaces_between(string methods, string text) =>
        Assert.That(
            Texts(Args(new ApiRoute(methods, "/tasks", "tasks"), new ApiRoute("GET", "/a", "tasks"))).Single(),
            Does.StartWith(text)
        );

    [Test]
    public async Task Pages_may_use_the_methods_that_are_listed()
    {
        var args = Args(new ApiRoute("ANY", "/tasks", "tasks")) with
        {
            Cors = new("https://app.example.com") { Methods = ["GET", "POST", "PUT", "DELETE", "OPTIONS"] },
        };
        var run = await ApiCase.RunAsync(args);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Allowed(run, "/tasks"), Is.EqualTo("'DELETE,GET,OPTIONS,POST,PUT'"));
            Assert.That(Allowed(run, "/health"), Is.EqualTo("'GET,OPTIONS'"));
            foreach (var refusal in run.All("aws:apigateway/response:Response"))
                Assert.That(
                    Inputs.Map(refusal.Inputs["responseParameters"])["gatewayresponse.header.Access-Control-Allow-Methods"],
                    Is.EqualTo("'DELETE,GET,OPTIONS,POST,PUT'")
                );
        }
    }

    [Test]
    public async Task Pages_may_not_use_what_is_not_listed()
    {
        var run = await ApiCase.RunAsync(
            Args(new ApiRoute("GET PATCH", "/tasks", "tasks")) with
            {
                Cors = new("https://app.example.com") { Methods = ["GET"] },
            }
        );

        Assert.That(Allowed(run, "/tasks"), Is.EqualTo("'GET,OPTIONS'"));
    }

    [Test]
    public void Methods_of_pages_are_named_one_by_one() =>
        Assert.That(
            Texts(
                Args(new ApiRoute("GET", "/tasks", "tasks")) with
                {
                    Cors = new("https://app.example.com") { Methods = ["ANY"] },
                }
            ),
            Is.EqualTo(
                new[]
                {
                    "cors.methods: got ANY, want DELETE, GET, HEAD, OPTIONS, PATCH, POST or PUT; in capitals, each by its name",
                }
            )
        );

    [Test]
    public async Task A_method_with_a_limit_of_its_own_is_still_counted_and_logged()
    {
        var run = await ApiCase.RunAsync(Args(new ApiRoute("GET POST", "/reports/{id}", "tasks") { Limit = new(2, 4) }));

        var settings = run.One("aws:apigateway/methodSettings:MethodSettings", "idp-api-post/reports/{id}-limit").Inputs;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.All("aws:apigateway/methodSettings:MethodSettings").Select(setting => setting.Inputs["methodPath"]),
                Is.EqualTo(new[] { "*/*", "~1reports~1{id}/GET", "~1reports~1{id}/POST" })
            );
            Assert.That(
                Inputs.Pairs(settings["settings"]),
                Is.EqualTo(
                    "dataTraceEnabled=False loggingLevel=ERROR metricsEnabled=True throttlingBurstLimit=4 throttlingRateLimit=2"
                )
            );
        }
    }

    [Test]
    public void A_limit_is_that_of_one_method_and_below_the_stage_s()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Texts(Args(new ApiRoute("ANY", "/tasks", "tasks") { Limit = new(1, 1) })).Single(),
                Does.StartWith("routes.ANY /tasks.limit: got ANY /tasks, want a method by its name, below the root;")
            );
            Assert.That(
                Texts(Args(new ApiRoute("GET", "/tasks", "tasks") { Limit = new(101, 1) })).Single(),
                Does.StartWith("routes.GET /tasks.limit.requestsPerSecond: got 101, want 100 at most,")
            );
            Assert.That(
                Texts(Args(new ApiRoute("GET", "/tasks", "tasks") { Limit = new(1, 0) })).Single(),
                Does.StartWith("routes.GET /tasks.limit.burst: got 0, want 1 to 5000;")
            );
        }
    }

    private static RestApiArgs Args(params ApiRoute[] routes) =>
        ApiCase.Args() with
        {
            Routes = [.. routes, .. routes.Any(route => route.Function == "health") ? [] : Health],
        };

    private static readonly ApiRoute[] Health = [new("GET", "/health", "health", ApiAuth.Anybody)];

    private static object Allowed(Sandbox run, string path) =>
        Inputs.Map(
            run.One("aws:apigateway/integrationResponse:IntegrationResponse", $"idp-api-options{path}-headers").Inputs[
                "responseParameters"
            ]
        )["method.response.header.Access-Control-Allow-Methods"];

    private static string[] Texts(RestApiArgs args) => [.. args.Validate().Select(problem => problem.ToString())];
}
