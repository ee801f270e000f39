using System.Collections.Immutable;
using Infra.Policies;
using Infra.Serverless;
using Pulumi;

namespace Infra.Tests.Serverless;

/// <summary>An API of eight domains that each test changes.</summary>
internal static class LambdaApiCase
{
    public static LambdaApiArgs Args() =>
        new()
        {
            Functions = Functions(
                ("auth", Of(512, 15)),
                ("users", Of(512, 10)),
                ("transactions", Of(512, 25)),
                ("budgets", Of(512, 10)),
                ("assets", Of(512, 15)),
                ("categories", Of(512, 5)),
                ("reports", Of(1024, 10)),
                ("notifications", Of(512, 10) with { Asynchronous = new() })
            ),
            Authorizer = new(
                Of(256, null) with
                {
                    Shape = DomainFunction.Binary with { MemoryMiB = 256, TimeoutSeconds = 10 },
                    Environment = Variables(("JWKS_URL", "https://example.auth0.com/.well-known/jwks.json")),
                }
            ),
            Network = new(new[] { "subnet-a", "subnet-c" }, "sg-lambda"),
            Environment = Variables(("DATABASE_HOST", "proxy.example"), ("STAGE", "prod")),
            Api = new()
            {
                Context = TestStacks.Prod with { System = "finsight", Stack = "finsight-prod" },
                Role = "api",
                Description = "API of finsight",
                KeyArn = "arn:key",
                Routes =
                [
                    new("POST", "/auth/session", "auth", ApiAuth.Anybody),
                    new("ANY", "/auth/{proxy+}", "auth", ApiAuth.Token),
                    .. Domain("users", "users"),
                    .. Domain("transactions", "transactions"),
                    .. Domain("budgets", "budgets"),
                    .. Domain("accounts", "assets"),
                    .. Domain("assets", "assets"),
                    .. Domain("categories", "categories"),
                    .. Domain("reports", "reports"),
                    .. Domain("notifications", "notifications"),
                ],
                Usage = new() { Clients = ImmutableSortedDictionary<string, ApiClient>.Empty.Add("web", new("The site")) },
                Cors = new("https://www.example.com") { Methods = ["DELETE", "GET", "OPTIONS", "POST", "PUT"] },
                Domain = new("api.example.com", "arn:certificate"),
            },
        };

    public static DomainFunction Of(int memory, int? reserved) =>
        new()
        {
            Description = "A domain",
            Artifact = FunctionCase.InS3(),
            Shape = DomainFunction.Binary with { MemoryMiB = memory, ReservedConcurrency = reserved },
            Statements = ImmutableArray.Create(
                new Statement("Connect") { Actions = ["rds-db:connect"], Resources = ["arn:aws:rds-db:r:1:dbuser:prx-1/app"] }
            ),
        };

    public static ImmutableSortedDictionary<string, DomainFunction> Functions(
        params (string Key, DomainFunction Function)[] functions
    ) => functions.ToImmutableSortedDictionary(of => of.Key, of => of.Function, StringComparer.Ordinal);

    public static Task<Sandbox> RunAsync(LambdaApiArgs args) => Sandbox.RunAsync(() => _ = new LambdaApi("finsight", args));

    private static ImmutableArray<ApiRoute> Domain(string path, string function) =>
        [
            new("GET POST", $"/{path}", function, ApiAuth.Token) { Key = ApiKeyUse.Counted },
            new("GET PUT DELETE", $"/{path}/{{id}}", function, ApiAuth.Token) { Key = ApiKeyUse.Counted },
        ];

    private static ImmutableSortedDictionary<string, Input<string>> Variables(params (string Key, string Value)[] variables) =>
        variables.ToImmutableSortedDictionary(
            variable => variable.Key,
            variable => (Input<string>)variable.Value,
            StringComparer.Ordinal
        );
}
