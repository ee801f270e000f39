using System.Text.Json;
using Infra.Compute;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Compute;

public sealed class ContainerDefinitionsTests
{
    private static readonly Container Plain = new() { Name = "app", Image = "public.ecr.aws/acme/app:1" };

    [Test]
    public async Task The_text_is_what_ECS_hands_back()
    {
        var container = Plain with
        {
            Cpu = 32,
            MemoryMiB = 400,
            MemoryReservationMiB = 200,
            Ports = [new(8080), new(2000, "udp")],
            EntryPoint = ["/bin/sh", "-c"],
            Command = ["run & wait"],
            Environment = Plain.Environment.Add("B", "2").Add("A", Output.Create("1")),
            Secrets = Plain.Secrets.Add("TOKEN", new(Output.Create("arn:secret"), "auth_token")),
            HealthCheck = new() { Command = ["CMD", "/ok"], StartPeriodSeconds = 120 },
            DependsOn = [new("z", "START"), new("b", "HEALTHY")],
            Mounts = [new("vol", "/z"), new("vol", "/a", ReadOnly: true)],
            MemoryMounts = [new("/tmp", 256)],
            User = "1000",
            StopTimeoutSeconds = 90,
        };

        Assert.That(
            await WriteAsync(container),
            Is.EqualTo(
                """
                [{"cpu":32,"command":["run & wait"],"dependsOn":[{"condition":"HEALTHY","containerName":"b"},{"condition":"START","containerName":"z"}],
                "entryPoint":["/bin/sh","-c"],"environment":[{"name":"A","value":"1"},{"name":"B","value":"2"}],"essential":true,
                "healthCheck":{"command":["CMD","/ok"],"interval":30,"retries":3,"startPeriod":120,"timeout":5},"image":"public.ecr.aws/acme/app:1",
                "linuxParameters":{"initProcessEnabled":true,"tmpfs":[{"containerPath":"/tmp","size":256}]},
                "logConfiguration":{"logDriver":"awslogs","options":{"awslogs-group":"/ecs/x","awslogs-region":"ap-northeast-1",
                "awslogs-stream-prefix":"ecs","max-buffer-size":"25m","mode":"non-blocking"}},"memory":400,"memoryReservation":200,
                "mountPoints":[{"containerPath":"/a","readOnly":true,"sourceVolume":"vol"},{"containerPath":"/z","readOnly":false,"sourceVolume":"vol"}],
                "name":"app","portMappings":[{"containerPort":2000,"hostPort":2000,"protocol":"udp"},{"containerPort":8080,"hostPort":8080,"protocol":"tcp"}],
                "readonlyRootFilesystem":true,"secrets":[{"name":"TOKEN","valueFrom":"arn:secret:auth_token::"}],"stopTimeout":90,
                "systemControls":[],"user":"1000","volumesFrom":[]}]
                """.ReplaceLineEndings("")
            )
        );
    }

    [Test]
    public async Task Defaults_that_ECS_adds_are_written_and_what_it_leaves_out_is_not()
    {
        var json = JsonDocument.Parse(await WriteAsync(Plain)).RootElement[0];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                json.EnumerateObject().Select(property => property.Name),
                Is.EqualTo(
                    new[]
                    {
                        "cpu",
                        "environment",
                        "essential",
                        "image",
                        "linuxParameters",
                        "logConfiguration",
                        "mountPoints",
                        "name",
                        "portMappings",
                        "readonlyRootFilesystem",
                        "systemControls",
                        "volumesFrom",
                    }
                )
            );
            Assert.That(json.GetProperty("cpu").GetInt32(), Is.Zero);
            Assert.That(json.GetProperty("readonlyRootFilesystem").GetBoolean(), Is.True);
        }
    }

    [Test]
    public async Task The_order_of_containers_and_their_values_does_not_matter()
    {
        var other = Plain with
        {
            Name = "b",
            Environment = Plain.Environment.Add("X", "of b"),
            Secrets = Plain.Secrets.Add("S", new("arn:b", "k")),
        };
        var app = Plain with { Environment = Plain.Environment.Add("X", "of app") };

        var text = await WriteAsync(other, app);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Is.EqualTo(await WriteAsync(app, other)));
            var first = JsonDocument.Parse(text).RootElement[0];
            Assert.That(first.GetProperty("name").GetString(), Is.EqualTo("app"));
            Assert.That(first.GetProperty("environment")[0].GetProperty("value").GetString(), Is.EqualTo("of app"));
        }
    }

    private static async Task<string> WriteAsync(params Container[] containers)
    {
        var text = "";
        await Sandbox.RunAsync(() =>
            text = OutputUtilities
                .GetValueAsync(ContainerDefinitions.Write(containers, "ap-northeast-1", "/ecs/x"))
                .GetAwaiter()
                .GetResult()
        );
        return text;
    }
}
