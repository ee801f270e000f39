using System.Collections.Immutable;
using Infra.Compute;
using Infra.Network;

namespace Infra.Tests.Compute;

public sealed class ServiceTrafficTests
{
    [Test]
    public void The_load_balancer_reaches_what_is_public_and_services_reach_what_they_call() =>
        Assert.That(
            ServiceTraffic.Rules(TableCase.Table).Select(rule => $"{rule.Role}: {rule.Description}"),
            Is.EqualTo(
                new[]
                {
                    "alb-out-app-3000: Requests and health checks to nextjs-frontend",
                    "app-in-alb-3000: Requests and health checks to nextjs-frontend",
                    "alb-out-app-8080: Requests and health checks to backend-go",
                    "app-in-alb-8080: Requests and health checks to backend-go",
                    "app-out-app-8000: Calls of other services to python-ai",
                    "app-in-app-8000: Calls of other services to python-ai",
                }
            )
        );

    [Test]
    public void Services_that_share_a_port_share_its_rules()
    {
        var table = new ServiceTable(TableCase.Backend, TableCase.Ai, TableCase.Frontend with { Port = 8080 });

        Assert.That(
            ServiceTraffic.Rules(table).Select(rule => rule.Description).Distinct(),
            Is.EqualTo(
                new[] { "Requests and health checks to backend-go, nextjs-frontend", "Calls of other services to python-ai" }
            )
        );
    }

    [Test]
    public void A_network_takes_the_rules()
    {
        var groups = new Dictionary<string, SecurityGroupText>
        {
            [SecurityRole.Alb] = new("alb", "Security group for neuraKnot ALB"),
            [SecurityRole.App] = new("ecs", "Security group for neuraKnot ECS tasks"),
        };

        Assert.That(new NetworkTraffic(groups.ToSorted(), [.. ServiceTraffic.Rules(TableCase.Table)]).Validate(), Is.Empty);
    }
}
