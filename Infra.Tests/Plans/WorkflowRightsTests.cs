using Infra.Security.GitHub;

namespace Infra.Tests.Plans;

/// <summary>What workflows may do in the account of a bootstrap stack: all that the stacks of the account need, and nothing that loses them.</summary>
public sealed class WorkflowRightsTests
{
    private const string State = "arn:aws:s3:::idp-infra-prod-state-333333333333";
    private const string Account = "arn:aws:iam::333333333333";
    private const string Key = "<bootstrap-state-kms-key.arn>";

    // Characters that IAM takes: all inline policies of a role together, and one policy that is attached.
    private const int Inline = 10_240;
    private const int Attached = 6_144;

    // Services whose rights are bound to names, and so are not rows of the table.
    private static readonly string[] Named = ["iam", "s3", "secretsmanager", "ssm"];

    // Where Pulumi's module is not the service as IAM calls it.
    private static readonly Dictionary<string, string> Services = new()
    {
        ["alb"] = "elasticloadbalancing",
        ["appautoscaling"] = "application-autoscaling",
        ["cfg"] = "config",
        ["cognito"] = "cognito-idp",
        ["costexplorer"] = "ce",
        ["lb"] = "elasticloadbalancing",
        ["sesv2"] = "ses",
        ["vpc"] = "ec2",
        ["aws:cloudwatch/eventRule:EventRule"] = "events",
        ["aws:cloudwatch/eventTarget:EventTarget"] = "events",
        ["aws:cloudwatch/logDelivery:LogDelivery"] = "logs",
        ["aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination"] = "logs",
        ["aws:cloudwatch/logDeliverySource:LogDeliverySource"] = "logs",
        ["aws:cloudwatch/logGroup:LogGroup"] = "logs",
        ["aws:cloudwatch/logMetricFilter:LogMetricFilter"] = "logs",
        ["aws:cloudwatch/logResourcePolicy:LogResourcePolicy"] = "logs",
        ["aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration"] = "cognito-idp",
    };

    private static IEnumerable<string> Stacks =>
        PlannedStack.Names.Where(stack => !stack.StartsWith("bootstrap", StringComparison.Ordinal));

    [TestCaseSource(nameof(Stacks))]
    public async Task Every_service_of_every_stack_has_a_row(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var known = ServiceRightsTable.All.Select(row => row.Service).Concat(Named).ToHashSet(StringComparer.Ordinal);

        using (Assert.EnterMultipleScope())
            foreach (
                var type in plan
                    .Resources.Select(r => r.Type)
                    .Where(type => type.StartsWith("aws:", StringComparison.Ordinal))
                    .Distinct()
            )
            {
                var module = type.Split(':')[1].Split('/')[0];
                Assert.That(
                    known,
                    Does.Contain(Services.GetValueOrDefault(type) ?? Services.GetValueOrDefault(module, module)),
                    type
                );
            }
    }

    [TestCaseSource(nameof(Stacks))]
    public async Task Every_name_that_rights_are_bound_to_is_in_reach_of_the_role_that_deploys(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var deploys = await DeployAsync("prod");
        string[] parameters = [.. plan.All("aws:ssm/parameter:Parameter").Select(p => p.Text("name")!)];

        using (Assert.EnterMultipleScope())
        {
            foreach (var role in plan.All("aws:iam/role:Role"))
            {
                Assert.That(deploys.May("iam:CreateRole", $"{Account}:role/{role.Text("name")}"), Is.True, $"{role}");
                Assert.That(deploys.May("iam:PassRole", $"{Account}:role/{role.Text("name")}"), Is.True, $"{role}");
                var takers = role.Document("assumeRolePolicy")["Statement"]!
                    .AsArray()
                    .SelectMany(s => s!["Principal"]!["Service"].Texts());
                Assert.That(takers, Is.SubsetOf(DeployRights.PassedTo), $"{role}");
            }
            foreach (var profile in plan.All("aws:iam/instanceProfile:InstanceProfile"))
                Assert.That(
                    deploys.May("iam:CreateInstanceProfile", $"{Account}:instance-profile/{profile.Text("name")}"),
                    Is.True,
                    $"{profile}"
                );
            foreach (var attachment in plan.All("aws:iam/rolePolicyAttachment:RolePolicyAttachment"))
                Assert.That(attachment.Text("policyArn"), Does.StartWith("arn:aws:iam::aws:policy/service-role/"));
            foreach (var bucket in plan.All("aws:s3/bucket:Bucket"))
                Assert.That(deploys.May("s3:PutBucketPolicy", $"arn:aws:s3:::{bucket.Text("bucket")}"), Is.True, $"{bucket}");
            foreach (var secret in plan.All("aws:secretsmanager/secret:Secret"))
                Assert.That(
                    deploys.May("secretsmanager:PutSecretValue", Arn("secretsmanager", $"secret:{secret.Text("name")}-AbCdEf")),
                    Is.True,
                    $"{secret}"
                );
            foreach (var parameter in parameters)
                Assert.That(deploys.May("ssm:PutParameter", Arn("ssm", $"parameter{parameter}")), Is.True, parameter);
        }
    }

    [TestCase("ecs:UpdateService")]
    [TestCase("rds:ModifyDBInstance")]
    [TestCase("rds:DescribeDBInstances")]
    [TestCase("cognito-idp:UpdateUserPoolClient")]
    [TestCase("dynamodb:UpdateTable")]
    [TestCase("kms:PutKeyPolicy", "arn:aws:kms:ap-northeast-1:333333333333:key/other")]
    [TestCase(
        "secretsmanager:GetSecretValue",
        "arn:aws:secretsmanager:ap-northeast-1:333333333333:secret:idp-server/api-credentials-AbCdEf"
    )]
    [TestCase("s3:PutObject", $"{State}/.pulumi/stacks/idp-infra/prod.json")]
    [TestCase("s3:DeleteObject", $"{State}/.pulumi/locks/organization/idp-infra/prod/1.json")]
    [TestCase("kms:Decrypt", Key)]
    [TestCase("kms:Encrypt", Key)]
    [TestCase("iam:CreateServiceLinkedRole", $"{Account}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS")]
    public async Task Deployments_may(string action, string resource = "*") =>
        Assert.That((await DeployAsync("prod")).May(action, resource), Is.True);

    [TestCase("ecs:ExecuteCommand")]
    [TestCase("ecs:RunTask")]
    [TestCase("lambda:InvokeFunction")]
    [TestCase("sns:Publish")]
    [TestCase("sqs:SendMessage")]
    [TestCase("ses:SendEmail")]
    [TestCase("dynamodb:GetItem")]
    [TestCase("dynamodb:DeleteItem")]
    [TestCase("dynamodb:DeleteBackup")]
    [TestCase("cognito-idp:AdminDeleteUser")]
    [TestCase("cognito-idp:ListUsers")]
    [TestCase("ecr:PutImage")]
    [TestCase("rds:DeleteDBSnapshot")]
    [TestCase("rds:DeleteDBInstanceAutomatedBackup")]
    [TestCase("backup:DeleteRecoveryPoint")]
    [TestCase("sts:AssumeRole")]
    [TestCase("iam:CreateUser", $"{Account}:user/x")]
    [TestCase("iam:CreateAccessKey", $"{Account}:user/x")]
    [TestCase("iam:CreateRole", $"{Account}:role/administrator")]
    [TestCase("iam:PassRole", $"{Account}:role/administrator")]
    [TestCase("iam:CreatePolicyVersion", $"{Account}:policy/idp-server-x")]
    [TestCase("organizations:LeaveOrganization")]
    [TestCase("s3:GetObject", "arn:aws:s3:::taskflow-content-333333333333/file")]
    [TestCase("s3:DeleteObject", "arn:aws:s3:::taskflow-content-333333333333/file")]
    [TestCase("s3:GetObject", $"{State}/notes.txt")]
    public async Task Deployments_may_not(string action, string resource = "*") =>
        Assert.That((await DeployAsync("prod")).May(action, resource), Is.False);

    [TestCase("iam:PutRolePolicy", $"{Account}:role/idp-infra-prod-deploy-prod")]
    [TestCase("iam:UpdateAssumeRolePolicy", $"{Account}:role/idp-infra-prod-preview")]
    [TestCase("iam:PassRole", $"{Account}:role/idp-infra-prod-deploy-prod")]
    [TestCase("iam:CreatePolicyVersion", $"{Account}:policy/idp-infra-prod-github-change")]
    [TestCase("iam:UpdateOpenIDConnectProviderThumbprint", $"{Account}:oidc-provider/token.actions.githubusercontent.com")]
    [TestCase("s3:PutBucketPolicy", State)]
    [TestCase("s3:PutBucketVersioning", State)]
    [TestCase("s3:PutLifecycleConfiguration", State)]
    [TestCase("s3:DeleteBucket", State)]
    [TestCase("s3:DeleteObjectVersion", $"{State}/.pulumi/stacks/idp-infra/prod.json")]
    [TestCase("kms:PutKeyPolicy", Key)]
    [TestCase("kms:ScheduleKeyDeletion", Key)]
    [TestCase("kms:UpdateAlias", "arn:aws:kms:ap-northeast-1:333333333333:alias/idp-infra-prod-key")]
    public async Task Deployments_are_denied_whatever_else_allows_it(string action, string resource) =>
        Assert.That((await DeployAsync("prod")).MayNever(action, resource), Is.True);

    [TestCase("ecs:DescribeServices")]
    [TestCase("iam:GetRolePolicy")]
    [TestCase("secretsmanager:DescribeSecret")]
    [TestCase("s3:GetBucketPolicy", "arn:aws:s3:::idp-server-alb-logs-333333333333")]
    [TestCase("s3:GetObject", $"{State}/.pulumi/stacks/idp-infra/prod.json")]
    [TestCase("s3:ListBucket", State)]
    [TestCase("kms:Decrypt", Key)]
    public async Task Looking_may(string action, string resource = "*") =>
        Assert.That((await PreviewAsync()).May(action, resource), Is.True);

    [TestCase("secretsmanager:GetSecretValue")]
    [TestCase("secretsmanager:BatchGetSecretValue")]
    [TestCase("ssm:GetParameter")]
    [TestCase("ssm:GetParametersByPath")]
    [TestCase("kms:Decrypt", "arn:aws:kms:ap-northeast-1:333333333333:key/other")]
    [TestCase("s3:GetObject", "arn:aws:s3:::taskflow-content-333333333333/file")]
    [TestCase("s3:GetObjectVersion", "arn:aws:s3:::taskflow-content-333333333333/file")]
    [TestCase("dynamodb:GetItem")]
    [TestCase("dynamodb:Scan")]
    [TestCase("cognito-idp:ListUsers")]
    [TestCase("cognito-idp:AdminGetUser")]
    [TestCase("lambda:InvokeFunction")]
    [TestCase("logs:GetLogEvents")]
    [TestCase("sts:AssumeRole")]
    public async Task Looking_never_sees_secrets_or_data(string action, string resource = "*") =>
        Assert.That((await PreviewAsync()).MayNever(action, resource), Is.True);

    [Test]
    public async Task Looking_changes_nothing()
    {
        var looks = await PreviewAsync();

        using (Assert.EnterMultipleScope())
        {
            foreach (var action in ServiceRightsTable.All.SelectMany(row => row.ChangeActions))
                Assert.That(looks.May(action.Replace("*", "Any", StringComparison.Ordinal)), Is.False, action);
            Assert.That(looks.May("s3:PutObject", $"{State}/.pulumi/stacks/idp-infra/prod.json"), Is.False);
            Assert.That(looks.May("s3:DeleteObject", $"{State}/.pulumi/locks/x.json"), Is.False);
            Assert.That(looks.May("kms:Encrypt", Key), Is.False);
            Assert.That(looks.May("iam:PassRole", $"{Account}:role/idp-server-task"), Is.False);
        }
    }

    [Test]
    public async Task Roles_are_handed_to_services_only_and_services_changed_in_two_regions_only()
    {
        var deploys = await DeployAsync("prod");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                deploys.ConditionsOf("iam:PassRole").Single()!["StringEquals"]!["iam:PassedToService"].Texts(),
                Is.EqualTo(DeployRights.PassedTo)
            );
            Assert.That(
                deploys.ConditionsOf("iam:AttachRolePolicy").Single()!["ArnLike"]!["iam:PolicyARN"].Texts(),
                Is.EqualTo(new[] { "arn:aws:iam::aws:policy/service-role/*" })
            );
            Assert.That(
                deploys.ConditionsOf("ecs:UpdateService").Single()!["StringEquals"]!["aws:RequestedRegion"].Texts(),
                Is.EqualTo(new[] { "ap-northeast-1", "us-east-1" })
            );
        }
    }

    [TestCase("dev", true)]
    [TestCase("prod", false)]
    public async Task Only_dev_is_thrown_away_with_what_is_in_it(string environment, bool may) =>
        Assert.That(
            (await DeployAsync(environment)).May("s3:DeleteObjectVersion", "arn:aws:s3:::idp-server-dev-alb-logs-1/file"),
            Is.EqualTo(may)
        );

    [TestCase("bootstrap-dev")]
    [TestCase("bootstrap-staging")]
    [TestCase("bootstrap-prod")]
    public async Task Policies_fit_into_what_IAM_takes(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);

        using (Assert.EnterMultipleScope())
        {
            foreach (var policy in plan.All("aws:iam/rolePolicy:RolePolicy"))
                Assert.That(policy.Text("policy")!.Length, Is.LessThan(Inline), policy.Name);
            foreach (var policy in plan.All("aws:iam/policy:Policy"))
                Assert.That(policy.Text("policy")!.Length, Is.LessThan(Attached), policy.Name);
        }
    }

    private static string Arn(string service, string resource) => $"arn:aws:{service}:ap-northeast-1:333333333333:{resource}";

    private static async Task<PlannedRights> DeployAsync(string environment) =>
        new(await PlannedStack.OfAsync($"bootstrap-{environment}"), $"bootstrap-github-deploy-{environment}");

    private static async Task<PlannedRights> PreviewAsync() =>
        new(await PlannedStack.OfAsync("bootstrap-prod"), "bootstrap-github-preview");
}
