using System.Collections.Immutable;
using Infra.Serverless;
using Infra.Settings;
using Infra.Systems;
using Infra.Tests.Plans;
using Infra.Tests.Serverless;

namespace Infra.Tests.Systems;

/// <summary>A row of the table of finsight is all that a further path or function needs.</summary>
public sealed class FinsightDomainsTests
{
    private const string Goals = "goals";

    private static readonly string[] Keys = [.. FinsightDomains.Settings(reserve: true).Keys];

    [Test]
    public async Task A_further_path_is_one_row()
    {
        var before = await RunAsync(FinsightDomains.Routes);
        var after = await RunAsync(FinsightDomains.Routes.Add(new("GET", "/goals/{id}", "assets", ApiAuth.Token)));

        Assert.That(
            Names(after).Except(Names(before)),
            Is.EquivalentTo(
                new[]
                {
                    "aws:apigateway/resource:Resource finsight-api-path/goals",
                    "aws:apigateway/resource:Resource finsight-api-path/goals/{id}",
                    "aws:apigateway/method:Method finsight-api-get/goals/{id}",
                    "aws:apigateway/integration:Integration finsight-api-get/goals/{id}-function",
                    "aws:apigateway/method:Method finsight-api-options/goals/{id}",
                    "aws:apigateway/methodResponse:MethodResponse finsight-api-options/goals/{id}-response",
                    "aws:apigateway/integration:Integration finsight-api-options/goals/{id}-mock",
                    "aws:apigateway/integrationResponse:IntegrationResponse finsight-api-options/goals/{id}-headers",
                }
            )
        );
        Assert.That(Definition(after), Is.Not.EqualTo(Definition(before)), "it is deployed anew");
    }

    [Test]
    public async Task A_further_function_brings_all_that_is_its_own()
    {
        var before = await RunAsync(FinsightDomains.Routes);
        var after = await RunAsync(
            FinsightDomains.Routes.Add(new("GET", "/goals", Goals, ApiAuth.Token)),
            (Goals, LambdaApiCase.Of(512, null))
        );

        Assert.That(
            Names(after).Except(Names(before)),
            Is.SupersetOf(
                new[]
                {
                    "idp:serverless:LambdaFunction finsight-goals",
                    "aws:lambda/function:Function finsight-goals",
                    "aws:lambda/alias:Alias finsight-goals-live",
                    "aws:iam/role:Role finsight-goals-role",
                    "aws:iam/rolePolicy:RolePolicy finsight-goals-role-policy",
                    "aws:cloudwatch/logGroup:LogGroup finsight-goals-log",
                    "aws:lambda/permission:Permission finsight-api-may-call-goals",
                    "aws:apigateway/integration:Integration finsight-api-get/goals-function",
                }
            )
        );
    }

    /// <summary>What the system adds to a function around the component, asked for every row that there is.</summary>
    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), ["finsight"])]
    public async Task Every_row_has_everything_in_every_stack(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.Outputs["functions"]!.AsObject().Select(of => of.Key), Is.EqualTo(Keys));
            Assert.That(
                plan.All("aws:lambda/function:Function").Select(function => function.Name),
                Is.EquivalentTo(Keys.Append("authorizer").Select(key => $"finsight-{key}"))
            );
            foreach (var key in Keys)
            {
                var function = plan.Named("aws:lambda/function:Function", $"finsight-{key}");
                Assert.That(function.Text("description"), Is.EqualTo(FinsightDomains.Describe(key)));
                Assert.That(function.Input("environment.variables.DB_HOST"), Is.Not.Null, key);
                foreach (var alarm in new[] { "errors", "throttles", "duration" })
                    Assert.That(
                        plan.Named("aws:cloudwatch/metricAlarm:MetricAlarm", $"finsight-lambda-{key}-{alarm}")
                            .Text("dimensions.FunctionName"),
                        Is.EqualTo(function.Text("name"))
                    );
                Assert.That(
                    plan.One("aws:cloudwatch/dashboard:Dashboard").Text("dashboardBody"),
                    Does.Contain($"\"{function.Text("name")}\"")
                );
            }
            foreach (var route in FinsightDomains.Routes.SelectMany(route => route.Calls))
                Assert.That(
                    plan.Named(
                            "aws:apigateway/integration:Integration",
                            $"finsight-api-{route.Method.ToLowerInvariant()}{route.Path}-function"
                        )
                        .Text("uri"),
                    Is.EqualTo($"<finsight-{route.Function}-live.invokeArn>")
                );
        }
    }

    /// <summary>A key or path that stood in a second place would have to be added there too.</summary>
    [Test]
    public void No_other_file_of_the_system_names_a_function_or_a_path()
    {
        var files = Directory
            .GetFiles(Repository.PathOf("Infra/Systems"), "Finsight*.cs")
            .Concat(Directory.GetFiles(Repository.PathOf("Infra/Settings/Finsight"), "*.cs"))
            .Where(file => Path.GetFileName(file) != "FinsightDomains.cs")
            .ToList();
        var words = Keys.Concat(FinsightDomains.Routes.Select(route => route.Path)).Select(word => $"\"{word}\"").ToList();

        using (Assert.EnterMultipleScope())
            foreach (var file in files)
            {
                var text = File.ReadAllText(file);
                Assert.That(words.Where(word => text.Contains(word, StringComparison.Ordinal)), Is.Empty, Path.GetFileName(file));
            }
    }

    [Test]
    public void Every_function_answers_a_path_and_every_path_has_its_function() =>
        Assert.That(FinsightDomains.Routes.Select(route => route.Function).Distinct(), Is.EquivalentTo(Keys));

    [Test]
    public void Calls_are_kept_in_production_alone_and_are_a_hundred()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(FinsightDomains.Settings(reserve: true).Values.Sum(of => of.ReservedConcurrency), Is.EqualTo(100));
            Assert.That(FinsightDomains.Settings(reserve: false).Values.Sum(of => of.ReservedConcurrency), Is.Zero);
        }
    }

    private static Task<Sandbox> RunAsync(ImmutableArray<ApiRoute> routes, params (string Key, DomainFunction Function)[] more)
    {
        var args = LambdaApiCase.Args();
        return LambdaApiCase.RunAsync(
            args with
            {
                Functions = args.Functions.SetItems(more.Select(of => KeyValuePair.Create(of.Key, of.Function))),
                Api = args.Api with
                {
                    Routes = routes,
                    Models = ImmutableSortedDictionary
                        .Create<string, string>(StringComparer.Ordinal)
                        .Add(ApiModels.JsonObject, ApiModels.JsonObjectSchema),
                },
            }
        );
    }

    private static IEnumerable<string> Names(Sandbox run) =>
        run.Registered.Select(resource => $"{resource.Type} {resource.Name}");

    private static string Definition(Sandbox run) => run.One("aws:apigateway/deployment:Deployment").Json("triggers");
}
