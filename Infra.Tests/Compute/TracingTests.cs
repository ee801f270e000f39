using Infra.Compute;

namespace Infra.Tests.Compute;

public sealed class TracingTests
{
    [Test]
    public void The_agent_is_copied_in_before_the_application_starts()
    {
        var tracing = Tracing.Of(TracingMode.Adot, "idp-server", "ap-northeast-1", 5);

        var agent = tracing.Containers.Single(container => container.Name == "adot-agent");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(agent.Command, Is.EqualTo(new[] { "cp", "/javaagent.jar", "/otel/javaagent.jar" }));
            Assert.That(agent.Essential, Is.False);
            Assert.That(agent.Mounts.Single(), Is.EqualTo(new ContainerMount("java-agent", "/otel")));
            Assert.That(tracing.Mounts.Single(), Is.EqualTo(new ContainerMount("java-agent", "/otel", ReadOnly: true)));
            Assert.That(tracing.JavaOption, Is.EqualTo("-javaagent:/otel/javaagent.jar"));
            Assert.That(tracing.DependsOn, Does.Contain(new ContainerDependency("adot-agent", "SUCCESS")));
            Assert.That(tracing.Environment.Keys, Does.Contain("OTEL_SERVICE_NAME").And.Contain("OTEL_TRACES_SAMPLER_ARG"));
        }
    }

    [Test]
    public void The_collector_listens_to_the_task_only_and_sends_to_X_Ray()
    {
        var tracing = Tracing.Of(TracingMode.Adot, "idp-server", "ap-northeast-1", 5);

        var collector = tracing.Containers.Single(container => container.Name == "adot-collector");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(collector.Essential, Is.False);
            Assert.That(collector.MemoryMiB, Is.EqualTo(256));
            Assert.That(collector.Environment.Keys, Is.EqualTo(new[] { "AOT_CONFIG_CONTENT" }));
            Assert.That(collector.HealthCheck!.Command, Is.EqualTo(new[] { "CMD", "/healthcheck" }));
            Assert.That(
                tracing.Statements.Single().Actions,
                Is.EqualTo(new[] { "xray:PutTelemetryRecords", "xray:PutTraceSegments" })
            );
        }
    }

    [Test]
    public void The_daemon_is_the_sources()
    {
        var tracing = Tracing.Of(TracingMode.XrayDaemon, "idp-server", "ap-northeast-1", 5);

        var daemon = tracing.Containers.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(daemon.Name, Is.EqualTo("xray-daemon"));
            Assert.That(daemon.Cpu, Is.EqualTo(32));
            Assert.That(daemon.MemoryReservationMiB, Is.EqualTo(256));
            Assert.That(daemon.Ports.Single(), Is.EqualTo(new ContainerPort(2000, "udp")));
            Assert.That(new ImageReference(daemon.Image).IsPinned, Is.True);
            Assert.That(tracing.JavaOption, Is.Null);
        }
    }

    [Test]
    public void Off_adds_nothing()
    {
        var tracing = Tracing.Of(TracingMode.Off, "idp-server", "ap-northeast-1", 5);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tracing.Containers, Is.Empty);
            Assert.That(tracing.Environment, Is.Empty);
            Assert.That(tracing.Statements, Is.Empty);
        }
    }
}
