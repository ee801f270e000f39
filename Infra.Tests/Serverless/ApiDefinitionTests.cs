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
    public void What_the_stage_alone_decides_does_not() =>
        Assert.That(
            ApiDefinition.HashOf(ApiCase.Args() with { Burst = 1, Tracing = true, LogRetentionDays = 1 }),
            Is.EqualTo(Before)
        );
}
