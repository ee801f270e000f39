using Infra.Compute;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Compute;

public sealed class LinkedTracingTests
{
    [Test]
    public async Task The_daemon_is_reached_by_its_name_and_told_its_region()
    {
        var tracing = Tracing.Linked(TracingMode.XrayDaemon, "web-platform", "ap-northeast-1");

        var daemon = tracing.Containers.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tracing.Links, Is.EqualTo(new[] { "xray-daemon" }));
            Assert.That(await ValueAsync(tracing.Environment["AWS_XRAY_DAEMON_ADDRESS"]), Is.EqualTo("xray-daemon:2000"));
            Assert.That(tracing.DependsOn.Single(), Is.EqualTo(new ContainerDependency("xray-daemon", "START")));
            Assert.That(daemon.Ports, Is.Empty, "no port of the instance");
            Assert.That(daemon.Essential, Is.False);
            Assert.That(await ValueAsync(daemon.Environment["AWS_REGION"]), Is.EqualTo("ap-northeast-1"));
            Assert.That(tracing.Statements.Single().Actions, Does.Contain("xray:GetSamplingRules"));
        }
    }

    [Test]
    public async Task The_collector_listens_to_its_neighbours_and_no_Java_agent_is_copied()
    {
        var tracing = Tracing.Linked(TracingMode.Adot, "web-platform", "ap-northeast-1");

        var collector = tracing.Containers.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tracing.Links, Is.EqualTo(new[] { "adot-collector" }));
            Assert.That(
                await ValueAsync(tracing.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"]),
                Is.EqualTo("http://adot-collector:4318")
            );
            Assert.That(await ValueAsync(collector.Environment["AOT_CONFIG_CONTENT"]), Does.Contain("0.0.0.0:4318"));
            Assert.That((tracing.JavaOption, tracing.Mounts.Length), Is.EqualTo(((string?)null, 0)));
        }
    }

    [Test]
    public void Off_adds_nothing()
    {
        var tracing = Tracing.Linked(TracingMode.Off, "web-platform", "ap-northeast-1");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tracing.Containers, Is.Empty);
            Assert.That(tracing.Links, Is.Empty);
            Assert.That(tracing.Environment, Is.Empty);
            Assert.That(tracing.Statements, Is.Empty);
        }
    }

    private static Task<string> ValueAsync(Input<string> input) => OutputUtilities.GetValueAsync(input.ToOutput());
}
