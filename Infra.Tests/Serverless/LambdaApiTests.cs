using Infra.Observability.Alarms;
using Infra.Serverless;
using Infra.Tests.Policies;
using Pulumi.Testing;

namespace Infra.Tests.Serverless;

public sealed class LambdaApiTests
{
    private const string Function = "aws:lambda/function:Function";
    private static readonly string[] Domains =
    [
        "assets",
        "auth",
        "budgets",
        "categories",
        "notifications",
        "reports",
        "transactions",
        "users",
    ];

    [Test]
    public async Task Each_domain_is_a_function_of_its_own_size()
    {
        var run = await LambdaApiCase.RunAsync(LambdaApiCase.Args());

        Assert.That(
            run.All(Function)
                .Select(made =>
                    $"{made.Inputs["name"]} {made.Inputs["memorySize"]} MiB, {made.Inputs["timeout"]} s, "
                    + $"reserves {made.Inputs.GetValueOrDefault("reservedConcurrentExecutions") ?? "nothing"}"
                ),
            Is.EquivalentTo(
                new[]
                {
                    "finsight-auth 512 MiB, 30 s, reserves 15",
                    "finsight-users 512 MiB, 30 s, reserves 10",
                    "finsight-transactions 512 MiB, 30 s, reserves 25",
                    "finsight-budgets 512 MiB, 30 s, reserves 10",
                    "finsight-assets 512 MiB, 30 s, reserves 15",
                    "finsight-categories 512 MiB, 30 s, reserves 5",
                    "finsight-reports 1024 MiB, 30 s, reserves 10",
                    "finsight-notifications 512 MiB, 30 s, reserves 10",
                    "finsight-authorizer 256 MiB, 10 s, reserves nothing",
                }
            )
        );
    }

    [Test]
    public async Task Each_runs_a_traced_binary_on_arm64_behind_the_alias_live()
    {
        var run = await LambdaApiCase.RunAsync(LambdaApiCase.Args());

        using (Assert.EnterMultipleScope())
        {
            foreach (var made in run.All(Function))
            {
                Assert.That(
                    (made.Inputs["runtime"], made.Inputs["handler"], made.Inputs["publish"]),
                    Is.EqualTo(((object)"provided.al2023", (object)"bootstrap", (object)true)),
                    made.Name
                );
                Assert.That(made.Texts("architectures"), Is.EqualTo(new[] { "arm64" }));
                Assert.That(Inputs.Pairs(made.Inputs["tracingConfig"]), Is.EqualTo("mode=Active"));
                Assert.That(run.One("aws:lambda/alias:Alias", $"{made.Name}-live").Inputs["name"], Is.EqualTo("live"));
            }
            Assert.That(run.All("aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig"), Is.Empty);
        }
    }

    [Test]
    public async Task Each_has_a_log_and_a_role_with_its_own_rights_only()
    {
        var run = await LambdaApiCase.RunAsync(LambdaApiCase.Args());

        using (Assert.EnterMultipleScope())
        {
            foreach (var domain in Domains.Append("authorizer"))
            {
                var policy = run.One("aws:iam/rolePolicy:RolePolicy", $"finsight-{domain}-role-policy").Inputs["policy"];
                var rights = PolicyReading.Statements(policy);
                Assert.That(
                    run.One("aws:cloudwatch/logGroup:LogGroup", $"finsight-{domain}-log").Inputs["name"],
                    Is.EqualTo($"/aws/lambda/finsight-{domain}")
                );
                Assert.That(
                    rights["WriteLog"].Texts("Resource"),
                    Is.EqualTo(new[] { $"arn:aws:logs:ap-northeast-1:111111111111:log-group:/aws/lambda/finsight-{domain}:*" })
                );
                Assert.That(rights["Connect"].Texts("Resource"), Is.EqualTo(new[] { "arn:aws:rds-db:r:1:dbuser:prx-1/app" }));
                Assert.That(rights.ContainsKey("StandInNetwork"), Is.EqualTo(domain != "authorizer"), domain);
                Assert.That(rights.ContainsKey("SendFailures"), Is.EqualTo(domain == "notifications"), domain);
                Assert.That(
                    run.One("aws:iam/role:Role", $"finsight-{domain}-role").Inputs["name"],
                    Is.EqualTo($"finsight-{domain}-function")
                );
            }
        }
    }

    [Test]
    public async Task All_stand_in_the_network_but_the_authorizer_whose_keys_are_on_the_internet()
    {
        var run = await LambdaApiCase.RunAsync(LambdaApiCase.Args());

        using (Assert.EnterMultipleScope())
        {
            foreach (var domain in Domains)
                Assert.That(
                    run.One(Function, $"finsight-{domain}").Json("vpcConfig"),
                    Is.EqualTo("""{"securityGroupIds":["sg-lambda"],"subnetIds":["subnet-a","subnet-c"]}""")
                );
            Assert.That(run.One(Function, "finsight-authorizer").Inputs, Does.Not.ContainKey("vpcConfig"));
        }
    }

    [Test]
    public async Task Variables_of_all_are_not_those_of_the_authorizer_and_own_ones_stand_before_them()
    {
        var args = LambdaApiCase.Args();
        args = args with
        {
            Functions = args.Functions.SetItem(
                "auth",
                args.Functions["auth"] with
                {
                    Environment = args.Environment.SetItem("STAGE", "own"),
                }
            ),
        };
        var run = await LambdaApiCase.RunAsync(args);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Variables(run, "users"),
                Is.EqualTo("""{"variables":{"DATABASE_HOST":"proxy.example","STAGE":"prod"}}""")
            );
            Assert.That(Variables(run, "auth"), Is.EqualTo("""{"variables":{"DATABASE_HOST":"proxy.example","STAGE":"own"}}"""));
            Assert.That(
                Variables(run, "authorizer"),
                Is.EqualTo("""{"variables":{"JWKS_URL":"https://example.auth0.com/.well-known/jwks.json"}}""")
            );
        }
    }

    [Test]
    public async Task Only_what_nobody_waits_for_has_a_queue_of_failures()
    {
        LambdaApi? api = null;
        var run = await Sandbox.RunAsync(() => api = new("finsight", LambdaApiCase.Args()));

        var failures = run.One("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One("aws:sqs/queue:Queue").Inputs["name"], Is.EqualTo("finsight-notifications-failed"));
            Assert.That(
                (
                    failures.Inputs["functionName"],
                    failures.Inputs["qualifier"],
                    failures.Inputs["maximumRetryAttempts"],
                    failures.Inputs["maximumEventAgeInSeconds"]
                ),
                Is.EqualTo(((object)"finsight-notifications", (object)"live", (object)2, (object)3600))
            );
            Assert.That(
                failures.Json("destinationConfig"),
                Is.EqualTo(
                    """{"onFailure":{"destination":"arn:aws:sqs:ap-northeast-1:111111111111:finsight-notifications-failed"}}"""
                )
            );
            Assert.That(api!.Failed.Keys, Is.EqualTo(new[] { "notifications" }));
            Assert.That(
                Index(run, "aws:sqs/queue:Queue"),
                Is.LessThan(Index(run, "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig"))
            );
        }
    }

    [TestCase("get/accounts", "assets")]
    [TestCase("delete/assets/{id}", "assets")]
    [TestCase("post/transactions", "transactions")]
    [TestCase("put/reports/{id}", "reports")]
    [TestCase("any/auth/{proxy+}", "auth")]
    public async Task A_path_is_answered_by_the_function_of_its_domain(string call, string domain)
    {
        var run = await LambdaApiCase.RunAsync(LambdaApiCase.Args());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.One("aws:apigateway/integration:Integration", $"finsight-api-{call}-function").Inputs["uri"],
                Is.EqualTo($"invoke:finsight-{domain}-live")
            );
            Assert.That(
                run.One("aws:apigateway/method:Method", $"finsight-api-{call}").Inputs["authorization"],
                Is.EqualTo("CUSTOM")
            );
            Assert.That(
                run.One("aws:lambda/permission:Permission", $"finsight-api-may-call-{domain}").Inputs["function"],
                Is.EqualTo($"finsight-{domain}")
            );
        }
    }

    [Test]
    public async Task The_authorizer_is_asked_through_its_alias()
    {
        var run = await LambdaApiCase.RunAsync(
            LambdaApiCase.Args() with
            {
                Authorizer = LambdaApiCase.Args().Authorizer! with { CacheSeconds = 60 },
            }
        );

        var authorizer = run.One("aws:apigateway/authorizer:Authorizer").Inputs;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (authorizer["authorizerUri"], authorizer["authorizerResultTtlInSeconds"]),
                Is.EqualTo(((object)"invoke:finsight-authorizer-live", (object)60))
            );
            Assert.That(
                run.All("aws:lambda/permission:Permission").Select(permission => permission.Name),
                Is.EquivalentTo(
                    Domains.Select(domain => $"finsight-api-may-call-{domain}").Append("finsight-api-may-ask-authorizer")
                )
            );
        }
    }

    [Test]
    public async Task Neighbours_find_functions_by_their_domain()
    {
        LambdaApi? api = null;
        await Sandbox.RunAsync(() => api = new("finsight", LambdaApiCase.Args()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(api!.Functions.Keys, Is.EqualTo(Domains));
            Assert.That(
                api.Functions["users"].CallArn,
                Is.EqualTo("arn:aws:lambda:ap-northeast-1:111111111111:function:finsight-users:live")
            );
            Assert.That(api.Functions["users"].RoleName, Is.EqualTo("finsight-users-function"));
            Assert.That(api.Authorizer!.LogGroupName, Is.EqualTo("/aws/lambda/finsight-authorizer"));
            Assert.That(api.Api.RootPath, Is.EqualTo("/"));
            Assert.That(api.Watches.Select(watch => watch.Key), Has.Exactly(9).Items.And.All.StartWith("lambda-"));
            Assert.That(
                api.Watches.Single(watch => watch.FailureQueue is not null),
                Is.EqualTo(
                    new FunctionWatch("lambda-notifications", "finsight-notifications", 30)
                    {
                        FailureQueue = "finsight-notifications-failed",
                    }
                )
            );
        }
    }

    [Test]
    public async Task Without_an_authorizer_there_is_no_function_of_it()
    {
        LambdaApi? api = null;
        var args = LambdaApiCase.Args();
        args = args with
        {
            Authorizer = null,
            Api = args.Api with
            {
                Usage = null,
                Routes = [.. args.Api.Routes.Select(route => route with { Auth = ApiAuth.Anybody, Key = ApiKeyUse.None })],
            },
        };
        var run = await Sandbox.RunAsync(() => api = new("finsight", args));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(api!.Authorizer, Is.Null);
            Assert.That(run.All("aws:apigateway/authorizer:Authorizer"), Is.Empty);
            Assert.That(api.Watches, Has.Length.EqualTo(8));
        }
    }

    private static string Variables(Sandbox run, string domain) => run.One(Function, $"finsight-{domain}").Json("environment");

    private static int Index(Sandbox run, string type) =>
        run.Registered.ToList().FindIndex((MockResourceArgs made) => made.Type == type);
}
