using System.Collections.Immutable;
using Infra.Compute;
using Infra.Edge;

namespace Infra.Tests.Compute;

public sealed class ServiceTableTests
{
    [Test]
    public void A_sound_table_has_no_problem()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(TableCase.Table.Validate(), Is.Empty);
            Assert.That(TableCase.Table.Public.Select(row => row.Name), Is.EqualTo(new[] { "backend-go", "nextjs-frontend" }));
            Assert.That(TableCase.Table.Called.Select(row => row.Name), Is.EqualTo(new[] { "python-ai" }));
            Assert.That(TableCase.Table.Given(ServiceGrant.Database).Select(row => row.Name), Is.EqualTo(new[] { "backend-go" }));
            Assert.That(TableCase.Table["python-ai"].Port, Is.EqualTo(8000));
        }
    }

    [Test]
    public void Routes_come_from_the_rows()
    {
        var routes = RoutingTable.Of(TableCase.Table);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                routes.Select(route =>
                    $"{route.Key} {route.Value.GroupRole(route.Key)} :{route.Value.Port}{route.Value.HealthPath} "
                    + $"{route.Value.Priority} {string.Join(',', route.Value.Paths)} {route.Value.IsDefault}"
                ),
                Is.EqualTo(
                    new[]
                    {
                        "backend-go backend-go-tg :8080/health 100 /api/* False",
                        "nextjs-frontend frontend-tg :3000/   True",
                    }
                )
            );
            Assert.That(
                RoutingTable
                    .Of(new(TableCase.Frontend with { Route = ServiceRoute.ToHosts(7, "www.example.com") }))["nextjs-frontend"]
                    .Hosts,
                Is.EqualTo(new[] { "www.example.com" })
            );
        }
    }

    [Test]
    public void Who_calls_is_told_where()
    {
        var addresses = TableCase.Table.MeshPorts.ToImmutableSortedDictionary(
            entry => entry.Key,
            entry => $"{entry.Key}.here.local:{entry.Value}"
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                TableCase.Table.Addresses("backend-go", addresses),
                Is.EqualTo(new Dictionary<string, string> { ["AI_URL"] = "http://python-ai.here.local:8000" })
            );
            Assert.That(TableCase.Table.Addresses("python-ai", addresses), Is.Empty);
        }
    }

    [Test]
    public void A_table_that_contradicts_itself_is_refused_all_at_once()
    {
        var calls = new Dictionary<string, string>
        {
            ["python-ai"] = "URL",
            ["backend-go"] = "URL",
            ["ghost"] = "GHOST",
        };
        var table = new ServiceTable(
            TableCase.Backend with
            {
                Calls = calls.ToSorted(),
            },
            TableCase.Ai,
            TableCase.Ai,
            TableCase.Frontend with
            {
                Name = "Front",
                Route = null,
                Size = new(256, 513),
            }
        );

        Assert.That(
            table.Validate().Select(problem => problem.ToString()),
            Is.EqualTo(
                new[]
                {
                    "services: got python-ai twice, want each name once; services are told apart by name",
                    "services.backend-go.calls: got ghost, want backend-go, python-ai or Front; correct the name",
                    "services.backend-go.calls: got backend-go, want another service; a service reaches itself at 127.0.0.1",
                    "services.backend-go.calls: got URL twice, want a variable for each service; one would hide the other",
                    "services.Front.name: got Front, want small letters, digits and hyphens, 63 characters at most; it is part of a host and of names that take no capitals",
                    "services.Front.size.memoryMiB: got 513, want 512, 1024 or 2048 with 256 CPU units; Fargate has no such pair; change cpu or memoryMiB",
                    "services.Front.route: got nothing, want a route, or a service that calls it; nobody would ever reach it",
                }
            )
        );
    }
}
