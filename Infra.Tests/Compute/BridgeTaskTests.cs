using System.Text.Json;
using Infra.Compute;
using Infra.Tests.Policies;

namespace Infra.Tests.Compute;

public sealed class BridgeTaskTests
{
    private const string Definition = "aws:ecs/taskDefinition:TaskDefinition";
    private const string Parameters = "arn:aws:ssm:ap-northeast-1:111111111111:parameter/web-platform/prod";

    [Test]
    public async Task The_task_runs_on_instances_and_its_port_becomes_any_that_is_free()
    {
        var task = (await RunAsync(Args() with { Cpu = 512, Architecture = CpuArchitecture.Arm64 })).One(Definition);

        var ports = JsonDocument.Parse((string)task.Inputs["containerDefinitions"]).RootElement[0].GetProperty("portMappings");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(task.Inputs["family"], Is.EqualTo("idp-server-task"));
            Assert.That(task.Inputs["networkMode"], Is.EqualTo("bridge"));
            Assert.That(task.Texts("requiresCompatibilities"), Is.EqualTo(new[] { "EC2" }));
            Assert.That((task.Inputs["cpu"], task.Inputs["memory"]), Is.EqualTo(((object)"512", (object)"1024")));
            Assert.That(task.Json("runtimePlatform"), Does.Contain("ARM64"));
            Assert.That(ports.GetRawText(), Is.EqualTo("""[{"containerPort":3000,"hostPort":0,"protocol":"tcp"}]"""));
            Assert.That(task.Inputs["executionRoleArn"], Is.EqualTo("arn:web-task-execution-role"));
            Assert.That(task.Inputs, Does.Not.ContainKey("taskRoleArn"));
        }
    }

    [Test]
    public async Task A_task_without_CPU_of_its_own_shares_what_is_free() =>
        Assert.That((await RunAsync(Args())).One(Definition).Inputs, Does.Not.ContainKey("cpu"));

    [Test]
    public async Task Parameters_are_told_by_ARN_and_only_those_of_the_task_can_be_read()
    {
        var app = BridgeCase.App with
        {
            Secrets = BridgeCase
                .App.Secrets.Add("DB_PASSWORD", SecretKey.Parameter($"{Parameters}/database/password"))
                .Add("COGNITO_CLIENT_SECRET", SecretKey.Parameter($"{Parameters}/cognito/client_secret")),
        };

        var run = await RunAsync(Args() with { Containers = [app] });

        var secrets = JsonDocument
            .Parse((string)run.One(Definition).Inputs["containerDefinitions"])
            .RootElement[0]
            .GetProperty("secrets");
        var statements = PolicyReading.Statements(run.One("aws:iam/rolePolicy:RolePolicy").Inputs["policy"]);
        string[] arns = [$"{Parameters}/cognito/client_secret", $"{Parameters}/database/password"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(secrets.EnumerateArray().Select(secret => secret.GetProperty("valueFrom").GetString()), Is.EqualTo(arns));
            Assert.That(statements["ReadParameters"].Texts("Action"), Is.EqualTo(new[] { "ssm:GetParameters" }));
            Assert.That(statements["ReadParameters"].Texts("Resource"), Is.EqualTo(arns));
            Assert.That(statements["DecryptParameters"].Texts("Resource"), Is.EqualTo(new[] { "arn:key" }));
            Assert.That(
                statements["DecryptParameters"].Texts("Condition", "StringEquals", "kms:ViaService"),
                Is.EqualTo(new[] { "ssm.ap-northeast-1.amazonaws.com" })
            );
            Assert.That(
                statements["DecryptParameters"].Texts("Condition", "StringEquals", "kms:EncryptionContext:PARAMETER_ARN"),
                Is.EqualTo(arns)
            );
            Assert.That(statements.Keys, Does.Not.Contain("ReadSecrets"));
        }
    }

    [Test]
    public async Task Secrets_and_parameters_stand_side_by_side()
    {
        var app = BridgeCase.App with
        {
            Secrets = BridgeCase.App.Secrets.Add("A", new("arn:secret", "a")).Add("B", SecretKey.Parameter("arn:parameter")),
        };

        var run = await RunAsync(Args() with { Containers = [app] });

        var statements = PolicyReading.Statements(run.One("aws:iam/rolePolicy:RolePolicy").Inputs["policy"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(statements["ReadSecrets"].Texts("Resource"), Is.EqualTo(new[] { "arn:secret" }));
            Assert.That(statements["ReadParameters"].Texts("Resource"), Is.EqualTo(new[] { "arn:parameter" }));
            Assert.That(
                run.One(Definition).Inputs["containerDefinitions"],
                Does.Contain("""[{"name":"A","valueFrom":"arn:secret:a::"},{"name":"B","valueFrom":"arn:parameter"}]""")
            );
        }
    }

    [Test]
    public async Task Whoever_deploys_is_told_both_roles()
    {
        BridgeTask? task = null;
        await Sandbox.RunAsync(() =>
            task = new BridgeTask("web-task", Args() with { Statements = [new("Use") { Actions = ["s3:GetObject"] }] })
        );

        Assert.That(
            task!.RoleArns,
            Is.EqualTo(
                new[]
                {
                    "arn:aws:iam::111111111111:role/idp-server-task-execution-role",
                    "arn:aws:iam::111111111111:role/idp-server-task-role",
                }
            )
        );
    }

    [Test]
    public void Sizes_that_ECS_refuses_are_refused() =>
        Assert.That(
            (Args() with { Cpu = 64, MemoryMiB = 5 }).Validate().Select(problem => problem.ToString()),
            Is.EqualTo(
                new[]
                {
                    "cpu: got 64, want 0, or 128 to 196608; 0 shares what is free",
                    "memoryMiB: got 5, want 6 or more; Docker starts nothing with less",
                }
            )
        );

    [Test]
    public void Links_lead_to_other_containers_and_not_back()
    {
        var app = BridgeCase.App with { Links = ["ghost", "app", "helper"] };
        var helper = BridgeCase.App with { Name = "helper", Ports = [], Links = ["app"] };

        Assert.That(
            (Args() with { Containers = [app, helper] }).Validate().Select(problem => problem.ToString()),
            Is.EqualTo(
                new[]
                {
                    "containers.app.links: got ghost, want another container of the task; correct the name",
                    "containers.app.links: got app, want another container of the task; correct the name",
                    "containers.app.links: got helper, want no link back; neither of the two could start first",
                    "containers.helper.links: got app, want no link back; neither of the two could start first",
                }
            )
        );
    }

    [Test]
    public void On_Fargate_there_are_no_links() =>
        Assert.That(
            TaskContainers
                .Problems(
                    [BridgeCase.App with { Links = ["helper"] }, BridgeCase.App with { Name = "helper" }],
                    new FargateSize(256, 512)
                )
                .Single()
                .ToString(),
            Is.EqualTo("containers.app.links: got helper, want none on Fargate; its containers share one address: use 127.0.0.1")
        );

    private static BridgeTaskArgs Args() =>
        new()
        {
            Context = TestStacks.Prod,
            Role = "task",
            MemoryMiB = 1024,
            Containers = [BridgeCase.App],
            KeyArn = "arn:key",
            LogGroup = "/ecs/idp-server",
        };

    private static Task<Sandbox> RunAsync(BridgeTaskArgs args) => Sandbox.RunAsync(() => _ = new BridgeTask("web-task", args));
}
