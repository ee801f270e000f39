using Infra.Serverless;
using Pulumi;

namespace Infra.Tests.Serverless;

public sealed class ApiCheckTests
{
    [TestCase("/")]
    [TestCase("/health")]
    [TestCase("/{proxy+}")]
    [TestCase("/v1/tasks/{id}/comments/{rest+}")]
    public void A_path_may_be(string path) =>
        Assert.That((ApiCase.Args() with { Routes = Routes(new("GET", path, "tasks")) }).Validate(), Is.Empty);

    [TestCase("")]
    [TestCase("health")]
    [TestCase("/health/")]
    [TestCase("//health")]
    [TestCase("/{rest+}/more")]
    [TestCase("/{a b}")]
    [TestCase("/a b")]
    public void A_path_may_not_be(string path) =>
        Assert.That(
            Only(ApiCase.Args() with { Routes = Routes(new("GET", path, "tasks")) }),
            Does.StartWith(
                $"routes.GET {path}.path: got {(path.Length == 0 ? "an empty text" : path)}, want a path such as /tasks/{{id}}"
            )
        );

    [Test]
    public void An_API_of_nothing_is_refused() =>
        Assert.That(
            Only(ApiCase.Args() with { Routes = [] }),
            Does.StartWith("routes: got an empty list, want one or more routes;")
        );

    [Test]
    public void A_method_is_a_word_in_capitals() =>
        Assert.That(
            Only(ApiCase.Args() with { Routes = Routes(new("get", "/a", "tasks")) }),
            Is.EqualTo("routes.get /a.method: got get, want ANY, DELETE, GET, HEAD, OPTIONS, PATCH, POST or PUT; in capitals")
        );

    [Test]
    public void Who_answers_browsers_is_said_once() =>
        Assert.That(
            Only(ApiCase.Args() with { Routes = Routes(new("OPTIONS", "/a", "tasks")) }),
            Does.StartWith("routes.OPTIONS /a.method: got OPTIONS, want another method while cors is set;")
        );

    [Test]
    public void A_function_that_is_not_there_is_refused() =>
        Assert.That(
            Only(ApiCase.Args() with { Routes = [.. ApiCase.Args().Routes, new("GET", "/a", "task")] }),
            Is.EqualTo("routes.GET /a.function: unknown key; did you mean tasks?")
        );

    [Test]
    public void A_function_that_nobody_calls_is_refused() =>
        Assert.That(
            Only(ApiCase.Args() with { Routes = [new("GET", "/a", "tasks")] }),
            Is.EqualTo("functions.health: got no route, want one or more; nothing would call it; leave it out")
        );

    [Test]
    public void Users_need_a_pool() =>
        Assert.That(
            (ApiCase.Args() with { UserPoolArn = null }).Validate().Select(problem => problem.ToString()),
            Has.Exactly(3)
                .Items.And.Some.EqualTo(
                    "routes.GET /tasks.auth: got users, want anybody while there is no userPoolArn; give the pool, or open the route"
                )
        );

    [Test]
    public void A_route_is_said_once() =>
        Assert.That(
            Only(ApiCase.Args() with { Routes = [.. ApiCase.Args().Routes, new("GET", "/tasks", "health")] }),
            Is.EqualTo("routes: got GET /tasks twice, want each route once; remove one")
        );

    [Test]
    public void A_place_has_one_name() =>
        Assert.That(
            Only(ApiCase.Args() with { Routes = [.. ApiCase.Args().Routes, new("GET", "/tasks/{task}", "tasks")] }),
            Is.EqualTo("routes: got {id} and {task} under /tasks, want one name there; API Gateway takes one variable in a place")
        );

    [TestCase("*")]
    [TestCase("https://app.example.com/")]
    [TestCase("http://app.example.com")]
    [TestCase("https://a.example.com,https://b.example.com")]
    public void An_origin_is_one_and_secure(string origin) =>
        Assert.That(
            Only(ApiCase.Args() with { Cors = new(origin) }),
            Does.StartWith($"cors.origin: got {origin}, want one origin such as https://app.example.com")
        );

    [TestCase("http://localhost:3000")]
    [TestCase("https://app.example.com")]
    public void An_origin_may_be(string origin) => Assert.That((ApiCase.Args() with { Cors = new(origin) }).Validate(), Is.Empty);

    [Test]
    public async Task A_refusal_names_the_API_and_every_problem()
    {
        var bad = ApiCase.Args() with { StageName = "v-1", RequestsPerSecond = 0, Burst = 5001, LogRetentionDays = 0 };

        var error = await Assert.ThrowsAsync<RunException>(() => ApiCase.RunAsync(bad));

        Assert.That(
            error!.Message,
            Does.Contain("RestApi 'idp': 4 problems in its args")
                .And.Contain("stageName: got v-1, want letters, digits and _;")
                .And.Contain("requestsPerSecond: got 0, want 1 to 10000;")
                .And.Contain("burst: got 5001, want 1 to 5000;")
                .And.Contain("logRetentionDays: got 0, want 1 or more;")
        );
    }

    // The health route keeps its function in use.
    private static System.Collections.Immutable.ImmutableArray<ApiRoute> Routes(ApiRoute route) =>
        [route, new("POST", "/ping", "health", ApiAuth.Anybody)];

    private static string Only(RestApiArgs args) => args.Validate().Single().ToString();
}
