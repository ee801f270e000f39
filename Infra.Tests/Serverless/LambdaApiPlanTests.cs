using Engine.Model;
using Engine.Planning;
using Engine.Previewing;
using Engine.Programs;
using Infra.Serverless;
using Infra.Tests.Plans;
using Infra.Tests.Stacks;
using Pulumi;

namespace Infra.Tests.Serverless;

/// <summary>
/// The API of eight domains through the engine, which knows every property that AWS's provider takes, and what mocks do not show: who waits for
/// whom, and what is secret.
/// </summary>
public sealed class LambdaApiPlanTests
{
    private static readonly Lazy<Task<Plan>> Known = new(LoadAsync);

    [Test]
    public async Task The_provider_takes_all_of_it()
    {
        var plan = await Known.Value;

        Assert.That(
            plan.Steps.Select(step => step.State.Type),
            Does.Contain("aws:apigateway/usagePlanKey:UsagePlanKey").And.Contain("aws:apigateway/model:Model")
        );
    }

    [Test]
    public async Task The_deployment_waits_for_all_that_it_freezes()
    {
        var plan = await Known.Value;

        var frozen = plan
            .Steps.Select(step => step.State)
            .Where(state =>
                state.Type
                    is "aws:apigateway/method:Method"
                        or "aws:apigateway/model:Model"
                        or "aws:apigateway/integration:Integration"
                        or "aws:apigateway/authorizer:Authorizer"
                        or "aws:apigateway/response:Response"
            )
            .Select(state => state.Urn)
            .ToList();
        Assert.That(
            frozen,
            Has.Count.GreaterThan(100).And.SubsetOf(One(plan, "aws:apigateway/deployment:Deployment").Dependencies)
        );
    }

    [Test]
    public async Task What_names_something_waits_for_it()
    {
        var plan = await Known.Value;

        using (Assert.EnterMultipleScope())
        {
            Waits("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig", "aws:sqs/queue:Queue");
            Waits("aws:apigateway/usagePlan:UsagePlan", "aws:apigateway/stage:Stage");
            Waits("aws:apigateway/basePathMapping:BasePathMapping", "aws:apigateway/stage:Stage");
            Waits("aws:apigateway/basePathMapping:BasePathMapping", "aws:apigateway/domainName:DomainName");
        }

        void Waits(string who, string forWhom) =>
            Assert.That(One(plan, who).Dependencies, Does.Contain(One(plan, forWhom).Urn), $"{who} {forWhom}");
    }

    [Test]
    public async Task A_key_is_secret_from_the_moment_it_exists()
    {
        var key = One(await Known.Value, "aws:apigateway/apiKey:ApiKey");

        Assert.That((string?)PlanValues.Public(key.Inputs["value"]), Is.EqualTo("[secret]"));
    }

    [Test]
    public async Task Everything_belongs_to_its_component()
    {
        var plan = await Known.Value;

        using (Assert.EnterMultipleScope())
        {
            foreach (
                var state in plan
                    .Steps.Select(step => step.State)
                    .Where(state => state.Type.StartsWith("aws:", StringComparison.Ordinal))
            )
                Assert.That(state.Parent, Does.Contain("idp:serverless:LambdaApi$"), state.Name);
        }
    }

    private static ResourceState One(Plan plan, string type) =>
        plan.Steps.Select(step => step.State).Single(state => state.Type == type);

    private static async Task<Plan> LoadAsync()
    {
        var args = LambdaApiCase.Args();
        args = args with
        {
            Api = args.Api with
            {
                Routes =
                [
                    .. args.Api.Routes,
                    new("POST", "/reports/{id}/runs", "reports", ApiAuth.Token)
                    {
                        Body = ApiModels.JsonObject,
                        Queries = ["from"],
                        Limit = new(1, 2),
                    },
                ],
                Models = args.Api.Models.Add(ApiModels.JsonObject, ApiModels.JsonObjectSchema),
                Domain = args.Api.Domain! with { HostedZoneId = "zone" },
            },
        };
        var result = await Preview.RunAsync(
            new PreviewOptions
            {
                Project = StackPlans.Project.Name,
                Stack = "finsight-prod",
                RootDirectory = Repository.PathOf(""),
                Config = new Dictionary<string, Engine.Projects.ConfigEntry>(),
                Program = new InProcessProgram(() => Deployment.RunAsync(() => _ = new LambdaApi("finsight", args))),
                Assume = AssumedOutputs.Of,
            }
        );
        Assert.That(result.Problems, Is.Empty);
        Assert.That(result.Failed, Is.False);
        return result.Plan;
    }
}
