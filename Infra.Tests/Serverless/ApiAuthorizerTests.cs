using Infra.Serverless;

namespace Infra.Tests.Serverless;

public sealed class ApiAuthorizerTests
{
    private static readonly ApiAuthorizer Asked = new(
        new("idp-server-authorizer", "live", "arn:authorizer:live", "invoke:authorizer")
    );

    [Test]
    public async Task The_function_is_asked_by_the_whole_header_and_remembered_for_five_minutes()
    {
        var run = await ApiCase.RunAsync(Args());

        var authorizer = run.One("aws:apigateway/authorizer:Authorizer").Inputs;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (authorizer["type"], authorizer["authorizerUri"]),
                Is.EqualTo(((object)"REQUEST", (object)"invoke:authorizer"))
            );
            Assert.That(authorizer["identitySource"], Is.EqualTo("method.request.header.Authorization"));
            Assert.That(authorizer["authorizerResultTtlInSeconds"], Is.EqualTo(300));
            Assert.That(authorizer, Does.Not.ContainKey("authorizerCredentials").And.Not.ContainKey("providerArns"));
        }
    }

    [Test]
    public async Task Routes_for_tokens_ask_it_and_others_do_not()
    {
        var run = await ApiCase.RunAsync(Args());

        var (tasks, health) = (Method(run, "get/tasks"), Method(run, "get/health"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (tasks["authorization"], tasks["authorizerId"]),
                Is.EqualTo(((object)"CUSTOM", (object)"id:idp-api-token"))
            );
            Assert.That(tasks, Does.Not.ContainKey("authorizationScopes"));
            Assert.That(health["authorization"], Is.EqualTo("NONE"));
            Assert.That(health, Does.Not.ContainKey("authorizerId"));
            Assert.That(Method(run, "options/tasks")["authorization"], Is.EqualTo("NONE"), "a browser sends no token with it");
        }
    }

    [Test]
    public async Task Only_this_authorizer_may_call_the_function() =>
        Assert.That(
            Inputs.Pairs(
                (await ApiCase.RunAsync(Args())).One("aws:lambda/permission:Permission", "idp-api-may-ask-authorizer").Inputs
            ),
            Is.EqualTo(
                "action=lambda:InvokeFunction function=idp-server-authorizer principal=apigateway.amazonaws.com qualifier=live "
                    + "sourceArn=execution:idp-api/authorizers/id:idp-api-token statementId=idp-server-api-authorizer"
            )
        );

    [Test]
    public async Task A_pool_needs_no_such_right() =>
        Assert.That(
            (await ApiCase.RunAsync(ApiCase.Args()))
                .All("aws:lambda/permission:Permission")
                .Select(permission => permission.Name),
            Is.EquivalentTo(new[] { "idp-api-may-call-health", "idp-api-may-call-tasks" })
        );

    [Test]
    public async Task The_log_says_whom_it_let_in()
    {
        var stage = (await ApiCase.RunAsync(Args())).One("aws:apigateway/stage:Stage");

        var format = (string)Inputs.Map(stage.Inputs["accessLogSettings"])["format"];
        var line = System.Text.Json.JsonDocument.Parse(format).RootElement;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(line.GetProperty("user").GetString(), Is.EqualTo("$context.authorizer.principalId"));
            Assert.That(line.GetProperty("authorizerStatus").GetString(), Is.EqualTo("$context.authorizer.status"));
            Assert.That(line.GetProperty("authorizerLatency").GetString(), Is.EqualTo("$context.authorizer.latency"));
            Assert.That(line.GetProperty("authorizerError").GetString(), Is.EqualTo("$context.authorizer.error"));
            Assert.That(format, Does.Not.Contain("claims"));
        }
    }

    [TestCase(-1)]
    [TestCase(3601)]
    public void An_answer_is_remembered_for_an_hour_at_most(int seconds) =>
        Assert.That(
            Only(Asked with { CacheSeconds = seconds }),
            Is.EqualTo($"cacheSeconds: got {seconds}, want 0 to 3600; API Gateway remembers no longer; 0 asks for each request")
        );

    [TestCase(0)]
    [TestCase(3600)]
    public void It_may_be_remembered_for(int seconds) =>
        Assert.That((Asked with { CacheSeconds = seconds }).Validate(), Is.Empty);

    [Test]
    public void One_caller_never_gets_the_answer_of_another() =>
        Assert.That(
            Only(Asked with { Headers = ["X-Tenant"] }),
            Is.EqualTo("headers: got X-Tenant, want Authorization among them; without it all callers would share one answer")
        );

    [Test]
    public void What_else_it_decides_by_is_remembered_too()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (Asked with { Headers = ["Authorization", "X-Tenant"] }).IdentitySource,
                Is.EqualTo("method.request.header.Authorization,method.request.header.X-Tenant")
            );
            Assert.That(
                Only(Asked with { Headers = ["Authorization", "authorization"] }),
                Does.StartWith("headers: got Authorization and authorization, want each header once;")
            );
            Assert.That(
                Only(Asked with { Headers = ["Authorization", "X Tenant"] }),
                Does.StartWith("headers: got X Tenant, want letters, digits and -;")
            );
        }
    }

    [Test]
    public void An_API_knows_its_callers_in_one_way() =>
        Assert.That(
            Texts(Args() with { UserPoolArn = "arn:pool" }),
            Is.EqualTo(
                new[] { "authorizer: got a user pool beside it, want one of the two; an API knows its callers in one way" }
            )
        );

    [Test]
    public void A_route_for_tokens_needs_it_and_it_needs_a_route()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Texts(Args() with { Authorizer = null })[0],
                Is.EqualTo(
                    "routes.GET /tasks.auth: got token, want anybody while there is no authorizer; give the function, or open the route"
                )
            );
            Assert.That(
                Texts(Args() with { Routes = [.. Args().Routes.Select(route => route with { Auth = ApiAuth.Anybody })] }),
                Is.EqualTo(new[] { "authorizer: got no route, want one or more with token; nothing would ask it; leave it out" })
            );
        }
    }

    private static RestApiArgs Args() =>
        ApiCase.Args() with
        {
            UserPoolArn = null,
            Authorizer = Asked,
            Routes =
            [
                .. ApiCase
                    .Args()
                    .Routes.Select(route => route.Auth == ApiAuth.Users ? route with { Auth = ApiAuth.Token } : route),
            ],
        };

    private static string Only(ApiAuthorizer authorizer) => authorizer.Validate().Single().ToString();

    private static string[] Texts(RestApiArgs args) => [.. args.Validate().Select(problem => problem.ToString())];

    private static System.Collections.Immutable.ImmutableDictionary<string, object> Method(Sandbox run, string key) =>
        run.One("aws:apigateway/method:Method", $"idp-api-{key}").Inputs;
}
