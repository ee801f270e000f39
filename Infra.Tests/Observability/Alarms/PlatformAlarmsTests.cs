using Infra.Observability;
using Infra.Observability.Alarms;

namespace Infra.Tests.Observability.Alarms;

public sealed class PlatformAlarmsTests
{
    private static readonly ServiceWatch Backend = new("neuraKnot-dev-cluster", "neuraKnot-dev-backend-go", 2)
    {
        Key = "backend-go",
    };
    private static readonly LoadBalancerWatch Targets = AlarmCase.Balancer with { Key = "backend-go" };

    [Test]
    public void Each_of_several_services_has_rows_of_its_own() =>
        Assert.That(
            PlatformAlarms.Tasks(Backend, new()).Concat(PlatformAlarms.Targets(Targets, new())).Select(Line),
            Is.EqualTo(
                new[]
                {
                    "backend-go-cpu-high of service/backend-go: CPU of the tasks of backend-go exceeds 80%",
                    "backend-go-memory-high of service/backend-go: Memory of the tasks of backend-go exceeds 80%",
                    "backend-go-tasks-low of service/backend-go: Fewer than 2 tasks of backend-go run",
                    "backend-go-unhealthy-targets of load-balancer/backend-go: A target of backend-go fails its health check",
                    "backend-go-target-5xx of load-balancer/backend-go: backend-go answers with more than 10 errors in five minutes",
                    "backend-go-response-time-high of load-balancer/backend-go: backend-go takes more than 1000 ms on average",
                }
            )
        );

    [Test]
    public void Rows_of_several_services_never_meet()
    {
        var other = Backend with { Key = "nextjs-frontend", ServiceName = "neuraKnot-dev-nextjs-frontend" };
        AlarmRow[] rows =
        [
            .. PlatformAlarms.Tasks(Backend, new()),
            .. PlatformAlarms.Tasks(other, new()),
            .. PlatformAlarms.Targets(Targets, new()),
            .. PlatformAlarms.Targets(Targets with { Key = other.Key }, new()),
            .. LoadBalancerAlarms.Whole(Targets, new()),
        ];
        var args = AlarmCase.Args([.. rows]) with
        {
            Things = [Backend.Thing, other.Thing, Targets.Targets, "load-balancer/nextjs-frontend", LoadBalancerWatch.Thing],
        };

        Assert.That(args.Validate(), Is.Empty);
    }

    [Test]
    public void A_service_that_stands_still_on_purpose_is_not_counted() =>
        Assert.That(
            PlatformAlarms.Tasks(Backend with { MinimumTasks = 0 }, new()).Select(row => row.Key),
            Does.Not.Contain("backend-go-tasks-low")
        );

    private static string Line(AlarmRow row) => $"{row.Key} of {row.Watches}: {row.Description}";
}
