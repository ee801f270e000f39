using Infra.Observability.Alarms;
using Infra.Observability.Dashboards;

namespace Infra.Tests.Observability.Dashboards;

public sealed class ServicesRowsTests
{
    [Test]
    public void All_services_stand_side_by_side()
    {
        ServiceWatch[] services = [new("c", "go", 1) { Key = "backend-go" }, new("c", "ai", 1) { Key = "python-ai" }];

        Assert.That(
            Lines(ServicesRows.Tasks([.. services])),
            Is.EqualTo(
                new[]
                {
                    "CPU (%): backend-go CPUUtilization, python-ai CPUUtilization",
                    "Memory (%): backend-go MemoryUtilization, python-ai MemoryUtilization",
                    "Running tasks: backend-go RunningTaskCount, python-ai RunningTaskCount",
                }
            )
        );
    }

    [Test]
    public void People_see_each_target_group_and_the_load_balancer_once()
    {
        LoadBalancerWatch[] targets = [AlarmCase.Balancer with { Key = "go" }, AlarmCase.Balancer with { Key = "web" }];

        Assert.That(
            Lines(ServicesRows.Targets([.. targets])),
            Is.EqualTo(
                new[]
                {
                    "Requests: go RequestCount, web RequestCount",
                    "Errors: go HTTPCode_Target_5XX_Count, web HTTPCode_Target_5XX_Count, load balancer HTTPCode_ELB_5XX_Count, rejected connections RejectedConnectionCount",
                    "Response time, p95 (s): go TargetResponseTime, web TargetResponseTime",
                    "Healthy tasks: go HealthyHostCount, web HealthyHostCount",
                    "Unhealthy tasks: go UnHealthyHostCount, web UnHealthyHostCount",
                }
            )
        );
    }

    private static IEnumerable<string> Lines(DashboardRow row) =>
        row
            .Widgets.Cast<MetricWidget>()
            .Select(widget =>
                $"{widget.Title}: {string.Join(", ", widget.Lines.Select(line => $"{line.Label} {line.Source.Name}"))}"
            );
}
