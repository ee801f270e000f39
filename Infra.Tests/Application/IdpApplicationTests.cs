using Infra.Settings.IdpServer;

namespace Infra.Tests.Application;

public sealed class IdpApplicationTests
{
    [Test]
    public async Task The_container_is_locked_down_and_drains_before_it_stops()
    {
        var container = await ApplicationCase.DefinitionAsync(ApplicationCase.Args());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(container.GetProperty("name").GetString(), Is.EqualTo("idp-server"));
            Assert.That(
                container.GetProperty("portMappings").GetRawText(),
                Is.EqualTo("""[{"containerPort":8080,"hostPort":8080,"protocol":"tcp"}]""")
            );
            Assert.That(container.GetProperty("readonlyRootFilesystem").GetBoolean(), Is.True);
            Assert.That(container.TryGetProperty("privileged", out _), Is.False);
            Assert.That(
                container.GetProperty("linuxParameters").GetRawText(),
                Is.EqualTo("""{"initProcessEnabled":true,"tmpfs":[{"containerPath":"/tmp","size":256}]}""")
            );
            Assert.That(container.GetProperty("stopTimeout").GetInt32(), Is.EqualTo(90));
        }
    }

    [Test]
    public async Task It_is_asked_for_its_health_with_what_its_image_has()
    {
        var settings = new ServiceSettings { StartPeriodSeconds = 120 };

        var check = (await ApplicationCase.DefinitionAsync(ApplicationCase.Args() with { Settings = settings })).GetProperty(
            "healthCheck"
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                check.GetProperty("command")[1].GetString(),
                Is.EqualTo(
                    "wget -q -O /dev/null http://127.0.0.1:8080/actuator/health/liveness || curl -fsS -o /dev/null http://127.0.0.1:8080/actuator/health/liveness || exit 1"
                )
            );
            Assert.That(check.GetProperty("interval").GetInt32(), Is.EqualTo(30));
            Assert.That(check.GetProperty("timeout").GetInt32(), Is.EqualTo(5));
            Assert.That(check.GetProperty("retries").GetInt32(), Is.EqualTo(3));
            Assert.That(check.GetProperty("startPeriod").GetInt32(), Is.EqualTo(120));
        }
    }

    [Test]
    public async Task Its_memory_is_what_the_containers_beside_it_leave()
    {
        var container = await ApplicationCase.DefinitionAsync(ApplicationCase.Args());

        Assert.That(container.GetProperty("memory").GetInt32(), Is.EqualTo(4096 - 256), "the collector takes 256 MiB");
    }

    [Test]
    public async Task It_starts_after_what_it_needs()
    {
        var container = await ApplicationCase.DefinitionAsync(
            ApplicationCase.Args() with
            {
                DependsOn = [new("redis-tls", "HEALTHY")],
            }
        );

        Assert.That(
            container.GetProperty("dependsOn").GetRawText(),
            Is.EqualTo(
                """[{"condition":"SUCCESS","containerName":"adot-agent"},{"condition":"START","containerName":"adot-collector"},{"condition":"HEALTHY","containerName":"redis-tls"}]"""
            )
        );
    }
}
