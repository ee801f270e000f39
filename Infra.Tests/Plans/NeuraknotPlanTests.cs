using System.Text.Json.Nodes;

namespace Infra.Tests.Plans;

/// <summary>Whether the parts of neuraknot fit together: tasks and their secrets, the way in, names and zones.</summary>
public sealed class NeuraknotPlanTests
{
    private const string System = "neuraknot";
    private const string Listener = "aws:lb/listener:Listener";
    private const string Subnet = "aws:ec2/subnet:Subnet";

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), [System])]
    public async Task ECS_reads_exactly_the_secrets_of_each_task_and_starts_none_before_they_are_filled(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var filled = plan.Named("aws:secretsmanager/secretVersion:SecretVersion", "neuraknot-db-password-version");
        var key = plan.One("aws:kms/key:Key")["arn"];

        using (Assert.EnterMultipleScope())
        {
            foreach (var task in PlannedTask.All(plan))
            {
                var arns = task.Secrets.Select(secret => secret.ValueFrom.Split(':')[0]).Distinct().ToList();
                Assert.That(
                    task.Execution.Where(s => s.Actions.Contains("secretsmanager:GetSecretValue")).SelectMany(s => s.Resources),
                    Is.EquivalentTo(arns),
                    task.Definition.Name
                );
                Assert.That(
                    task.Execution.Where(s => s.Actions.Contains("kms:Decrypt")).SelectMany(s => s.Resources),
                    arns.Count == 0 ? Is.Empty : Is.EqualTo(new[] { key }),
                    task.Definition.Name
                );
                Assert.That(task.Definition.WaitsFor(filled), Is.EqualTo(arns.Count > 0), task.Definition.Name);
            }
            Assert.That(
                PlannedTask.All(plan).SelectMany(task => task.Secrets).Select(secret => secret.Container).Distinct(),
                Is.EqualTo(new[] { "backend-go" }),
                "nobody else is given one"
            );
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), [System])]
    public async Task Only_the_API_acts_on_users_and_only_on_those_of_this_pool(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var pool = plan.One("aws:cognito/userPool:UserPool")["arn"];

        var rights = plan.All("aws:iam/rolePolicy:RolePolicy")
            .Where(policy => policy.Text("policy")!.Contains("cognito-idp:", StringComparison.Ordinal))
            .ToList();
        var statements = ((JsonArray)rights.Single().Document("policy")["Statement"]!)
            .Where(statement => statement!["Action"].Texts()[0].StartsWith("cognito-idp:", StringComparison.Ordinal))
            .ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rights.Single().Name, Is.EqualTo("neuraknot-backend-go-task-role-policy"));
            Assert.That(statements.Select(statement => (string)statement!["Resource"]!), Is.All.EqualTo(pool));
            Assert.That(
                statements.SelectMany(statement => statement!["Action"].Texts()),
                Is.EquivalentTo(
                    new[]
                    {
                        "cognito-idp:AdminGetUser",
                        "cognito-idp:AdminListGroupsForUser",
                        "cognito-idp:ListUsers",
                        "cognito-idp:AdminUpdateUserAttributes",
                        "cognito-idp:AdminUserGlobalSignOut",
                    }
                )
            );
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), [System])]
    public async Task The_API_is_at_its_path_the_frontend_everywhere_else_and_HTTP_leads_to_HTTPS(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var rule = plan.One("aws:lb/listenerRule:ListenerRule");
        var https = plan.Named(Listener, "neuraknot-https");
        var http = plan.Named(Listener, "neuraknot-http");
        var api = plan.Named("aws:lb/targetGroup:TargetGroup", "neuraknot-backend-go-tg");
        var frontend = plan.Named("aws:lb/targetGroup:TargetGroup", "neuraknot-frontend-tg");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rule.Input("conditions.pathPattern.values").Texts(), Is.EqualTo(new[] { "/api/*" }));
            Assert.That((rule.Text("priority"), rule.Text("actions.targetGroupArn")), Is.EqualTo(("100", api["arn"])));
            Assert.That(https.Text("defaultActions.targetGroupArn"), Is.EqualTo(frontend["arn"]));
            Assert.That((https.Text("port"), http.Text("port")), Is.EqualTo(("443", "80")));
            Assert.That(http.Text("defaultActions.redirect.protocol"), Is.EqualTo("HTTPS"));
            Assert.That((api.Text("healthCheck.path"), api.Text("healthCheck.matcher")), Is.EqualTo(("/health", "200")));
            Assert.That((frontend.Text("healthCheck.path"), frontend.Text("healthCheck.matcher")), Is.EqualTo(("/", "200")));
            Assert.That((api.Text("port"), frontend.Text("port")), Is.EqualTo(("8080", "3000")));
            foreach (var (service, way) in new[] { ("backend-go", rule), ("nextjs-frontend", https) })
                Assert.That(
                    plan.Named("aws:ecs/service:Service", $"neuraknot-{service}-service").WaitsFor(way),
                    Is.True,
                    $"{service}: ECS refuses a group that nobody reaches"
                );
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), [System])]
    public async Task The_server_for_AI_is_found_by_name_inside_and_not_at_all_outside(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var service = plan.Named("aws:ecs/service:Service", "neuraknot-python-ai-service");
        var registry = plan.One("aws:servicediscovery/service:Service");
        var zone = plan.One("aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace");
        var told = PlannedTask
            .All(plan)
            .Single(task => task.Definition.Name == "neuraknot-backend-go-task-definition")
            .Containers.Single()!["environment"]!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(service.Input("loadBalancers"), Is.Null);
            Assert.That(service.Text("serviceRegistries.registryArn"), Is.EqualTo(registry["arn"]));
            Assert.That(zone.Text("vpc"), Is.EqualTo(plan.One("aws:ec2/vpc:Vpc")["id"]));
            Assert.That(
                told.AsArray().Select(variable => $"{variable!["name"]}={variable["value"]}"),
                Does.Contain($"AI_URL=http://{registry.Text("name")}.{zone.Text("name")}:8000")
            );
            Assert.That((string)plan.Outputs["addresses"]!["python-ai"]!, Is.EqualTo($"python-ai.{stack}.local:8000"));
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), [System])]
    public async Task Tasks_and_database_are_in_the_private_subnets_and_each_zone_has_its_own_way_out(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        string[] inside = [.. new[] { "1a", "1c" }.Select(zone => plan.Named(Subnet, $"neuraknot-private-app-{zone}")["id"])];

        using (Assert.EnterMultipleScope())
        {
            foreach (var service in plan.All("aws:ecs/service:Service"))
            {
                Assert.That(service.Input("networkConfiguration.subnets").Texts(), Is.EquivalentTo(inside), service.Name);
                Assert.That(service.Text("networkConfiguration.assignPublicIp"), Is.EqualTo("false"), service.Name);
            }
            Assert.That(plan.One("aws:rds/subnetGroup:SubnetGroup").Input("subnetIds").Texts(), Is.EquivalentTo(inside));
            foreach (var zone in new[] { "1a", "1c" })
                Assert.That(
                    plan.Named("aws:ec2/route:Route", $"neuraknot-private-app-{zone}-internet").Text("natGatewayId"),
                    Is.EqualTo(plan.Named("aws:ec2/natGateway:NatGateway", $"neuraknot-nat-{zone}")["id"])
                );
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), [System])]
    public async Task The_last_ten_tagged_images_stay_and_untagged_ones_a_day(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                plan.All("aws:ecr/lifecyclePolicy:LifecyclePolicy").Select(policy => policy.Text("repository")),
                Is.EquivalentTo(new[] { "backend-go", "nextjs-frontend", "python-ai" }.Select(service => $"{stack}-{service}"))
            );
            foreach (var policy in plan.All("aws:ecr/lifecyclePolicy:LifecyclePolicy"))
                Assert.That(
                    policy.Document("policy")["rules"]!
                        .AsArray()
                        .Select(rule => $"{rule!["selection"]!["tagStatus"]} {rule["selection"]!["countNumber"]}"),
                    Is.EqualTo(new[] { "untagged 1", "tagged 10" }),
                    policy.Name
                );
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), [System])]
    public async Task What_can_never_be_changed_and_what_is_missing_is_said(string stack)
    {
        var messages = (await PlannedStack.OfAsync(stack)).Messages;

        Assert.That(
            messages,
            Has.Some.StartsWith("once the pool exists these can never be changed: sign-in by user name or e-mail address")
                .And.Some.EqualTo("sign-in through Google is left out: its client id is missing")
                .And.Some.EqualTo("sign-in through LINE is left out: its client id is missing")
                .And.None.Contains("X-Twitter")
                .And.None.Contains("problem in its inputs")
        );
    }
}
