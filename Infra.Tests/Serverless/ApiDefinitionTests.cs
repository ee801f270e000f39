using System.Collections.Immutable;
using Infra.Serverless;

namespace Infra.Tests.Serverless;

public sealed class ApiDefinitionTests
{
    private static readonly string Before = ApiDefinition.HashOf(ApiCase.Args());

    [Test]
    public void The_order_of_routes_does_not_matter() =>
        Assert.That(
            ApiDefinition.HashOf(ApiCase.Args() with { Routes = [.. ApiCase.Args().Routes.Reverse()] }),
            Is.EqualTo(Before)
        );

    [Test]
    public void Whatever_callers_see_deploys_it_anew()
    {
        var args = ApiCase.Args();
        var routes = args.Routes;
        RestApiArgs[] changed =
        [
            args with
            {
                Routes = [.. routes, new("GET", "/a", "tasks")],
            },
            args with
            {
                Routes = [.. routes.RemoveAt(0)],
            },
            args with
            {
                Routes = routes.SetItem(0, routes[0] with { Method = "PUT" }),
            },
            args with
            {
                Routes = routes.SetItem(0, routes[0] with { Path = "/todos" }),
            },
            args with
            {
                Routes = routes.SetItem(0, routes[0] with { Auth = ApiAuth.Anybody }),
            },
            args with
            {
                Routes = routes.SetItem(0, routes[0] with { Function = "health" }),
            },
            args with
            {
                Functions = ApiCase.Functions(
                    ("tasks", ApiCase.Tasks with { CallArn = "arn:api:next" }),
                    ("health", ApiCase.Health)
                ),
            },
            args with
            {
                Scopes = ["tasks/read"],
            },
            args with
            {
                Cors = null,
            },
            args with
            {
                Cors = new("https://other.example.com"),
            },
            args with
            {
                Cors = args.Cors! with { Headers = ["Authorization"] },
            },
            args with
            {
                ExecuteEndpoint = false,
            },
        ];

        Assert.That(changed.Select(ApiDefinition.HashOf).Append(Before), Is.Unique);
    }

    [Test]
    public void What_routes_ask_of_callers_deploys_it_anew()
    {
        var asked = Asking();
        var first = asked.Routes[0];
        RestApiArgs[] changed =
        [
            With(first with { Key = ApiKeyUse.None }),
            With(first with { Queries = ["from", "to"] }),
            With(first with { Queries = [] }),
            With(first with { Headers = ["X-Other"] }),
            With(first with { Body = null }),
            With(first with { Auth = ApiAuth.Anybody, Key = ApiKeyUse.CountedOnly }),
            asked with
            {
                Models = asked.Models.SetItem(ApiModels.JsonObject, """{"type":"object","minProperties":1}"""),
            },
            asked with
            {
                Authorizer = asked.Authorizer! with { CacheSeconds = 60 },
            },
            asked with
            {
                Authorizer = asked.Authorizer! with { Headers = ["Authorization", "X-Tenant"] },
            },
            asked with
            {
                Authorizer = asked.Authorizer! with { Function = ApiCase.Health },
            },
            asked with
            {
                Cors = asked.Cors! with { Methods = ["GET", "POST"] },
            },
            asked with
            {
                Domain = new("api.example.com", "arn:certificate"),
            },
        ];

        Assert.That(changed.Select(ApiDefinition.HashOf).Append(ApiDefinition.HashOf(asked)), Is.Unique);

        RestApiArgs With(ApiRoute route) => asked with { Routes = asked.Routes.SetItem(0, route) };
    }

    [Test]
    public void What_the_stage_alone_decides_does_not() =>
        Assert.That(
            ApiDefinition.HashOf(ApiCase.Args() with { Burst = 1, Tracing = true, LogRetentionDays = 1 }),
            Is.EqualTo(Before)
        );

    [Test]
    public void Neither_do_quotas_and_limits()
    {
        var asked = Asking();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                ApiDefinition.HashOf(asked with { Usage = asked.Usage! with { RequestsPerDay = 5 } }),
                Is.EqualTo(ApiDefinition.HashOf(asked))
            );
            Assert.That(
                ApiDefinition.HashOf(asked with { Routes = asked.Routes.SetItem(0, asked.Routes[0] with { Limit = new(1, 1) }) }),
                Is.EqualTo(ApiDefinition.HashOf(asked))
            );
        }
    }

    private static RestApiArgs Asking() =>
        ApiCase.Args() with
        {
            UserPoolArn = null,
            Authorizer = new(ApiCase.Tasks),
            Usage = new() { Clients = ImmutableSortedDictionary<string, ApiClient>.Empty.Add("web", new("The site")) },
            Models = ImmutableSortedDictionary<string, string>.Empty.Add(ApiModels.JsonObject, ApiModels.JsonObjectSchema),
            Routes =
            [
                new("POST", "/tasks", "tasks", ApiAuth.Token)
                {
                    Key = ApiKeyUse.Counted,
                    Queries = ["from"],
                    Headers = ["X-Request-Id"],
                    Body = ApiModels.JsonObject,
                },
                new("GET", "/health", "health", ApiAuth.Anybody),
            ],
        };
}
