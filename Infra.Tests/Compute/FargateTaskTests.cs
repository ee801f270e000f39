using Infra.Compute;
using Infra.Policies;
using Infra.Tests.Policies;

namespace Infra.Tests.Compute;

public sealed class FargateTaskTests
{
    private const string Logs = "arn:aws:logs:ap-northeast-1:111111111111:log-group:";

    [Test]
    public async Task The_task_is_one_for_Fargate_with_its_own_roles()
    {
        var run = await RunAsync(
            Args() with
            {
                Architecture = CpuArchitecture.Arm64,
                Statements = [new("Use") { Actions = ["s3:GetObject"] }],
            }
        );

        var task = run.One("aws:ecs/taskDefinition:TaskDefinition");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(task.Name, Is.EqualTo("idp-task-definition"));
            Assert.That(task.Inputs["family"], Is.EqualTo("idp-server-task"));
            Assert.That(task.Inputs["networkMode"], Is.EqualTo("awsvpc"));
            Assert.That(task.Texts("requiresCompatibilities"), Is.EqualTo(new[] { "FARGATE" }));
            Assert.That(task.Inputs["cpu"], Is.EqualTo("2048"));
            Assert.That(task.Inputs["memory"], Is.EqualTo("4096"));
            Assert.That(
                task.Inputs["runtimePlatform"],
                Is.EquivalentTo(
                    new Dictionary<string, object> { ["cpuArchitecture"] = "ARM64", ["operatingSystemFamily"] = "LINUX" }
                )
            );
            Assert.That(task.Inputs["executionRoleArn"], Is.EqualTo("arn:idp-task-execution-role"));
            Assert.That(task.Inputs["taskRoleArn"], Is.EqualTo("arn:idp-task-role"));
        }
    }

    [Test]
    public async Task Starting_a_task_takes_its_images_its_log_and_its_secrets_and_nothing_else()
    {
        var statements = PolicyReading.Statements(Policy(await RunAsync(Args()), "task-execution-role"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                statements.Keys,
                Is.EquivalentTo(new[] { "LogInToRegistry", "PullImages", "WriteLogs", "ReadSecrets", "DecryptSecrets" })
            );
            Assert.That(statements["LogInToRegistry"].Texts("Action"), Is.EqualTo(new[] { "ecr:GetAuthorizationToken" }));
            Assert.That(
                statements["PullImages"].Texts("Resource"),
                Is.EqualTo(new[] { "arn:aws:ecr:ap-northeast-1:111111111111:repository/idp-server" })
            );
            Assert.That(
                statements["WriteLogs"].Texts("Action"),
                Is.EqualTo(new[] { "logs:CreateLogStream", "logs:PutLogEvents" })
            );
            Assert.That(
                statements["WriteLogs"].Texts("Resource"),
                Is.EqualTo(new[] { $"{Logs}/ecs/idp-server:log-stream:ecs/*" })
            );
            Assert.That(statements["ReadSecrets"].Texts("Resource"), Is.EqualTo(new[] { "arn:secret" }));
            Assert.That(statements["DecryptSecrets"].Texts("Resource"), Is.EqualTo(new[] { "arn:key" }));
        }
    }

    [Test]
    public async Task An_image_from_elsewhere_and_no_secret_take_no_right()
    {
        var plain = new Container { Name = "app", Image = "public.ecr.aws/a/b:1" };

        var run = await RunAsync(Args() with { Containers = [plain] });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(PolicyReading.Statements(Policy(run, "task-execution-role")).Keys, Is.EqualTo(new[] { "WriteLogs" }));
            Assert.That(run.One("aws:ecs/taskDefinition:TaskDefinition").Inputs, Does.Not.ContainKey("taskRoleArn"));
        }
    }

    [Test]
    public async Task Sessions_take_the_rights_of_the_agent()
    {
        var statements = PolicyReading.Statements(
            Policy(await RunAsync(Args() with { ExecSessions = "/ecs/idp-server/exec" }), "task-role")
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(statements["OpenSessions"].Texts("Action"), Has.All.StartsWith("ssmmessages:"));
            Assert.That(statements["FindSessionLog"].Texts("Action"), Is.EqualTo(new[] { "logs:DescribeLogGroups" }));
            Assert.That(statements["WriteSessionLog"].Texts("Resource"), Is.EqualTo(new[] { $"{Logs}/ecs/idp-server/exec:*" }));
            Assert.That(statements["DecryptSessions"].Texts("Action"), Is.EqualTo(new[] { "kms:Decrypt" }));
            Assert.That(statements["DecryptSessions"].Texts("Resource"), Is.EqualTo(new[] { "arn:key" }));
            Assert.That(
                statements["DecryptSessions"].Texts("Condition", "ForAnyValue:StringEquals", "kms:EncryptionContextKeys"),
                Is.EqualTo(new[] { "aws:ssm:SessionId" })
            );
        }
    }

    [Test]
    public async Task Only_tasks_of_this_account_take_the_roles()
    {
        var run = await RunAsync(Args());

        var trust = PolicyReading.Statements(run.One("aws:iam/role:Role").Inputs["assumeRolePolicy"])["ServiceTakesRole"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One("aws:iam/role:Role").Inputs["name"], Is.EqualTo("idp-server-task-execution-role"));
            Assert.That(trust.Texts("Principal", "Service"), Is.EqualTo(new[] { "ecs-tasks.amazonaws.com" }));
            Assert.That(trust.Texts("Condition", "StringEquals", "aws:SourceAccount"), Is.EqualTo(new[] { "111111111111" }));
            Assert.That(
                trust.Texts("Condition", "ArnLike", "aws:SourceArn"),
                Is.EqualTo(new[] { "arn:aws:ecs:ap-northeast-1:111111111111:*" })
            );
        }
    }

    [Test]
    public void The_size_is_one_that_Fargate_has() =>
        Assert.That((Args() with { Size = new(512, 8192) }).Validate().Single().Path, Is.EqualTo("memoryMiB"));

    private static object Policy(Sandbox run, string role) =>
        run.One("aws:iam/rolePolicy:RolePolicy", $"idp-{role}-policy").Inputs["policy"];

    private static FargateTaskArgs Args() =>
        new()
        {
            Context = TestStacks.Prod,
            Role = "task",
            Size = new(2048, 4096),
            Containers = [ServiceCase.App],
            KeyArn = "arn:key",
            LogGroup = "/ecs/idp-server",
        };

    private static Task<Sandbox> RunAsync(FargateTaskArgs args) => Sandbox.RunAsync(() => _ = new FargateTask("idp-task", args));
}
