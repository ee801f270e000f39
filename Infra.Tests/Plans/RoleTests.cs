using System.Collections.Immutable;

namespace Infra.Tests.Plans;

/// <summary>What each role of the plan may do, on what, and who may take it.</summary>
public sealed class RoleTests
{
    // Actions that AWS lets nobody bind to a resource, or whose resources cannot be named before they exist.
    private static readonly ImmutableHashSet<string> Unbound =
    [
        "cloudwatch:DescribeAlarmHistory",
        "cloudwatch:DescribeAlarms",
        "cloudwatch:GetMetricData",
        "cloudwatch:GetMetricWidgetImage",
        "cloudwatch:PutMetricData", // its condition names the namespace
        // Lambda's interfaces in a network, which a second statement denies to the code.
        "ec2:AssignPrivateIpAddresses",
        "ec2:CreateNetworkInterface",
        "ec2:DeleteNetworkInterface",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSubnets",
        "ec2:UnassignPrivateIpAddresses",
        "ecr:GetAuthorizationToken",
        "ecs:CreateTaskSet", // its condition names the service
        "ecs:DiscoverPollEndpoint",
        "elasticloadbalancing:DescribeListeners",
        "elasticloadbalancing:DescribeRules",
        "elasticloadbalancing:DescribeTargetGroups",
        "s3:ListAllMyBuckets", // Synthetics asks for it, though it looks at one bucket
        "ssm:UpdateInstanceInformation",
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
        "xray:PutTelemetryRecords",
        "xray:PutTraceSegments",
    ];

    // Written by AWS and wider than these systems need; these services have nothing narrower that they keep working with.
    private static readonly ImmutableHashSet<string> Managed =
    [
        "arn:aws:iam::aws:policy/service-role/AWS_ConfigRole",
        "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs",
        "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup",
        "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores",
    ];

    // AWS documents no source for roles that these take: instances are of the account, and the others hand none on.
    private static readonly ImmutableHashSet<string> Sourceless =
    [
        "apigateway.amazonaws.com",
        "backup.amazonaws.com",
        "ec2.amazonaws.com",
        "lambda.amazonaws.com",
        "rds.amazonaws.com", // its proxies
    ];

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Every_right_of_every_role_is_on_the_list(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var table = plan.All("aws:iam/role:Role")
            .OrderBy(role => role.Name, StringComparer.Ordinal)
            .SelectMany(role => Lines(plan, role))
            .ToList();
        var golden = Repository.PathOf($"Infra.Tests/Plans/{stack.Replace(' ', '-')}.roles.verified.txt");
        if (Environment.GetEnvironmentVariable("ACCEPT_GOLDENS") == "1")
            await File.WriteAllLinesAsync(golden, table);

        Assert.That(
            table,
            Is.EqualTo(await File.ReadAllLinesAsync(golden)),
            "ACCEPT_GOLDENS=1 renews the list; read what it adds"
        );
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task No_action_is_a_pattern_and_only_what_cannot_be_bound_is_unbound(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);

        using (Assert.EnterMultipleScope())
        {
            foreach (var statement in Statements(plan))
            {
                if (IsOfWorkflows(statement.Role))
                    continue; // what deploys is about other stacks: WorkflowRightsTests
                Assert.That(statement.Actions, Has.None.Contain("*"), $"{statement}");
                if (statement.Resources.Contains("*"))
                    Assert.That(statement.Actions.Except(Unbound), Is.Empty, $"{statement} is about everything");
            }
            var own = plan.All("aws:iam/policy:Policy").Select(policy => policy["arn"]);
            foreach (var attachment in plan.All("aws:iam/rolePolicyAttachment:RolePolicyAttachment"))
                Assert.That(Managed.Concat(own), Does.Contain(attachment.Text("policyArn")), $"{attachment}");
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task What_Lambda_does_in_the_network_its_code_may_not(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);

        using (Assert.EnterMultipleScope())
            foreach (var role in plan.All("aws:iam/role:Role").Where(role => !IsOfWorkflows(role)))
            {
                var statements = PlannedStatement.Of(plan, role).ToList();
                var allowed = statements.Where(s => (string?)s.Json["Effect"] == "Allow").SelectMany(s => s.Actions);
                var denied = statements
                    .Where(s =>
                        (string?)s.Json["Effect"] == "Deny"
                        && s.Json["Condition"]?["ArnEquals"]?["lambda:SourceFunctionArn"] is not null
                    )
                    .SelectMany(s => s.Actions);
                Assert.That(
                    allowed.Where(action => action.StartsWith("ec2:", StringComparison.Ordinal)),
                    Is.SubsetOf(denied),
                    role.Name
                );
            }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Every_resource_of_a_right_is_in_the_plan(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var known = KnownArns.Of(plan);

        using (Assert.EnterMultipleScope())
        {
            foreach (var statement in Statements(plan).Where(statement => !IsOfWorkflows(statement.Role)))
            foreach (var resource in statement.Resources.Where(resource => resource != "*"))
                Assert.That(known.Covers(resource), Is.True, $"{statement}: nothing in the plan is {resource}");
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Roles_are_taken_by_services_for_this_account_only(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);

        using (Assert.EnterMultipleScope())
        {
            foreach (var role in plan.All("aws:iam/role:Role").Where(role => !IsOfWorkflows(role)))
            foreach (var statement in role.Document("assumeRolePolicy")["Statement"]!.AsArray())
            {
                var service = statement!["Principal"]!["Service"].Texts().Single();
                if (!Sourceless.Contains(service))
                    Assert.That(
                        (string?)statement["Condition"]?["StringEquals"]?["aws:SourceAccount"],
                        Is.EqualTo(plan.Account),
                        $"{role} {service}"
                    );
                Assert.That(statement["Principal"]!["AWS"], Is.Null, $"{role} is taken by nobody but services");
            }
        }
    }

    // Roles of GitHub Actions, which bootstrap alone has.
    private static bool IsOfWorkflows(Planned role) =>
        role.Document("assumeRolePolicy")["Statement"]!.AsArray().All(s => s!["Principal"]!["Federated"] is not null);

    private static IEnumerable<PlannedStatement> Statements(PlannedStack plan) =>
        plan.All("aws:iam/role:Role").SelectMany(role => PlannedStatement.Of(plan, role));

    private static IEnumerable<string> Lines(PlannedStack plan, Planned role)
    {
        yield return role.Name;
        foreach (var trust in role.Document("assumeRolePolicy")["Statement"]!.AsArray())
            yield return trust!["Principal"]!["Federated"] is { } provider
                ? $"  taken by {provider} if {trust["Condition"]!.ToJsonString(Readable)}"
                : $"  taken by {string.Join(' ', trust["Principal"]!["Service"].Texts())}";
        foreach (
            var attachment in plan.All("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
                .Where(a => a.Text("role") == role["id"] || a.Text("role") == role.Text("name"))
        )
            yield return $"  {attachment.Text("policyArn")}";
        foreach (var statement in PlannedStatement.Of(plan, role))
        {
            yield return $"  {((string?)statement.Json["Effect"] == "Deny" ? "never " : "")}{string.Join(' ', statement.Actions)}";
            foreach (var resource in statement.Resources)
                yield return $"    {resource}";
            foreach (var resource in statement.NotResources)
                yield return $"    all but {resource}";
            if (statement.Json["Condition"] is { } condition)
                yield return $"    if {condition.ToJsonString(Readable)}";
        }
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
