using System.Text.Json.Nodes;
using Engine.Documents;
using Engine.Planning;
using Engine.Previewing;
using Engine.Programs;
using Engine.Projects;
using Infra.Systems;
using Infra.Tests.Stacks;
using EngineStackFile = Engine.Projects.StackFile;

namespace Infra.Tests.Plans;

/// <summary>Finsight with other choices, each a whole plan whose inputs the engine checks against the provider's schema.</summary>
public sealed class FinsightVariantTests
{
    private const string Canary = "ghp_canary0123456789";
    private const string Function = "aws:lambda/function:Function";
    private const string Instance = "aws:rds/instance:Instance";

    [Test]
    public async Task The_database_grows_with_its_proxy_and_its_alarms()
    {
        var plan = await ProdAsync(
            """
            {"database":{"instance":{"instanceClass":"db.t3.medium","multiAz":true,"maxConnections":400}},
             "alarms":{"database":{"freeMemoryMiB":400}}}
            """
        );

        var database = plan.One(Instance);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((database.Text("instanceClass"), database.Text("multiAz")), Is.EqualTo(("db.t3.medium", "true")));
            Assert.That(
                plan.One("aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup")
                    .Text("connectionPoolConfig.maxConnectionsPercent"),
                Is.EqualTo("5"),
                "20 of 400"
            );
            Assert.That(
                plan.Named("aws:cloudwatch/metricAlarm:MetricAlarm", "finsight-database-connections").Text("threshold"),
                Is.EqualTo("320")
            );
            Assert.That(plan.Messages, Has.None.StartsWith("availability: 99.9 %"), "a standby closes the gap");
        }
    }

    [Test]
    public async Task Without_the_proxy_its_alarms_and_picture_are_gone_too()
    {
        var plan = await ProdAsync("""{"proxy":{"enabled":false}}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.All("aws:rds/proxy:Proxy"), Is.Empty);
            Assert.That(plan.Outputs["proxyEndpoint"], Is.Null);
            Assert.That(
                plan.Named(Function, "finsight-users").Text("environment.variables.DB_HOST"),
                Is.EqualTo(plan.One(Instance)["address"])
            );
            Assert.That(
                plan.All("aws:cloudwatch/metricAlarm:MetricAlarm").Select(alarm => alarm.Name),
                Has.None.StartsWith("finsight-proxy")
            );
            Assert.That(plan.One("aws:cloudwatch/dashboard:Dashboard").Text("dashboardBody"), Does.Not.Contain("ProxyName"));
        }
    }

    [Test]
    public async Task Functions_may_be_a_user_of_their_own_instead_of_the_master_user()
    {
        var plan = await ProdAsync("""{"proxy":{"auth":"iam"}}""");

        var proxy = plan.One("aws:rds/proxy:Proxy");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(proxy.Text("defaultAuthScheme"), Is.EqualTo("IAM_AUTH"));
            Assert.That(proxy.Input("auths"), Is.Null.Or.Empty);
            Assert.That(plan.Named(Function, "finsight-users").Text("environment.variables.DB_USER"), Is.EqualTo("finsight_app"));
            Assert.That(
                plan.Named("aws:iam/rolePolicy:RolePolicy", "finsight-users-role-policy").Text("policy"),
                Does.Contain($"dbuser:{proxy["arn"]}/finsight_app\"").And.Not.Contain("finsight_admin")
            );
        }
    }

    [Test]
    public async Task Warm_copies_come_out_of_the_calls_that_are_kept()
    {
        var plan = await ProdAsync("""{"functions":{"auth":{"provisionedConcurrency":2}}}""");

        var warm = plan.One("aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig");
        Assert.That(
            (warm.Text("functionName"), warm.Text("qualifier"), warm.Text("provisionedConcurrentExecutions")),
            Is.EqualTo(("finsight-auth", "live", "2"))
        );
    }

    [Test]
    public async Task An_account_with_another_stack_is_left_as_it_is()
    {
        var plan = await ProdAsync("""{"api":{"account":"assume"}}""");

        Assert.That(plan.All("aws:apigateway/account:Account"), Is.Empty);
    }

    [Test]
    public async Task The_origin_secret_changes_without_a_moment_in_which_the_API_refuses_the_CDN()
    {
        var plan = await ProdAsync("""{"cdn":{"originSecret":{"version":2,"acceptPrevious":true}}}""");

        Assert.That(plan.Named("aws:wafv2/webAcl:WebAcl", "finsight-api-waf").Input("rules")!.AsArray(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Databases_of_staging_may_be_restored_from_the_vault() =>
        Assert.That((await PlannedStack.OfAsync("finsight-staging")).All("aws:backup/plan:Plan"), Is.Not.Empty);

    [Test]
    public async Task With_a_token_the_site_is_built_for_both_branches_and_the_token_is_nowhere_to_be_read()
    {
        var plan = await WithTokenAsync();

        var resources = plan.Steps.Select(step => new Planned(step.State, "")).ToList();
        var app = resources.Single(resource => resource.Type == "aws:amplify/app:App");
        var branches = resources
            .Where(resource => resource.Type == "aws:amplify/branch:Branch")
            .ToDictionary(branch => branch.Text("branchName")!);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(PreviewDocument.Text(plan), Does.Not.Contain(Canary));
            Assert.That(plan.Diagnostics.Select(said => said.Message), Has.None.Contains(Canary));
            Assert.That(app.Text("accessToken"), Is.EqualTo(Canary), "it arrives");
            Assert.That(app.Text("repository"), Is.EqualTo("https://github.com/example/finsight-web"));
            Assert.That(app.Text("environmentVariables.REACT_APP_API_URL"), Is.EqualTo("https://api.finsight.example.com"));
            Assert.That(
                app.Text("environmentVariables.REACT_APP_API_KEY"),
                Is.EqualTo("<finsight-api-web-key-value.result>"),
                "the API asks its pages for it"
            );
            Assert.That(
                PlanValues.Public(app.State.Inputs["environmentVariables"])!.ToJsonString(),
                Does.Not.Contain("web-key-value")
            );
            Assert.That(app.Text("buildSpec"), Does.Contain("npm run build").And.Contain("22").And.Contain("build"));
            Assert.That(branches.Keys, Is.EquivalentTo(new[] { "main", "develop" }));
            Assert.That(
                (branches["main"].Text("enablePullRequestPreview"), branches["develop"].Text("enablePullRequestPreview")),
                Is.EqualTo(("false", "true"))
            );
            Assert.That(
                branches["develop"].Text("environmentVariables.REACT_APP_API_URL"),
                Is.EqualTo("https://api.dev.finsight.example.com"),
                "the API of production lets no page of develop in"
            );
            Assert.That(
                resources
                    .Single(resource => resource.Type == "aws:amplify/domainAssociation:DomainAssociation")
                    .Input("subDomains")!
                    .AsArray()
                    .Select(sub => $"{sub!["prefix"]} {sub["branchName"]}"),
                Is.EquivalentTo(new[] { "www main", "develop develop" })
            );
        }
    }

    [Test]
    public async Task Only_production_has_a_site()
    {
        foreach (var stack in new[] { "finsight-dev", "finsight-staging" })
            Assert.That(
                (await PlannedStack.OfAsync(stack)).Resources.Select(resource => resource.Type),
                Has.None.StartsWith("aws:amplify/")
            );
    }

    private static Task<PlannedStack> ProdAsync(string changes) =>
        PlannedStack.OfAsync("finsight-prod", (JsonObject)JsonNode.Parse(changes)!);

    private static async Task<Plan> WithTokenAsync()
    {
        const string Stack = "finsight-prod";
        const string Key = "idp-infra:secrets";
        var configuration = StackConfiguration.Load(StackPlans.Project, EngineStackFile.Load(StackPlans.Project, Stack));
        var result = await Preview.RunAsync(
            new PreviewOptions
            {
                Project = StackPlans.Project.Name,
                Stack = Stack,
                RootDirectory = Repository.PathOf(""),
                Config = configuration.Entries.SetItem(Key, ConfigEntry.Of(Key, $$"""{"githubToken":"{{Canary}}"}""", true)),
                Program = InProcessProgram.FromAssembly(typeof(IdpServer).Assembly.Location),
                Assume = AssumedOutputs.Of,
            }
        );
        Assert.That(result.Problems, Is.Empty);
        Assert.That(result.Failed, Is.False);
        return result.Plan;
    }
}
