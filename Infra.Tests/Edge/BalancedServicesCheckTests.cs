using Infra.Edge;
using Infra.Tests.Compute;

namespace Infra.Tests.Edge;

public sealed class BalancedServicesCheckTests
{
    private static readonly BalancedService Backend = BalancedCase.Services["backend-go"];
    private static readonly BalancedService Frontend = BalancedCase.Services["nextjs-frontend"];

    [Test]
    public void A_sound_routing_table_has_no_problem()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(BalancedCase.Args().Validate(), Is.Empty);
            Assert.That(
                Of(("a", Frontend), ("b", Backend with { Paths = ["/a", "/b?", "/c*"], Hosts = ["*.a.b", "c.d"] })),
                Is.Empty
            );
        }
    }

    [Test]
    public void Exactly_one_service_gets_what_no_rule_is_about()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Of(("a", Backend)),
                Is.EqualTo(
                    new[] { "services: got no default, want one service without paths and hosts; it gets what no rule is about" }
                )
            );
            Assert.That(
                Of(("a", Frontend with { Role = null }), ("b", Frontend with { Role = null })),
                Is.EqualTo(
                    new[]
                    {
                        "services: got a and b without paths and hosts, want one service without paths and hosts; it gets what no rule is about",
                    }
                )
            );
        }
    }

    [Test]
    public void What_two_services_cannot_share_is_refused_once() =>
        Assert.That(
            Of(
                ("a", Backend with { Role = "x", Hosts = ["A.example.com"] }),
                ("b", Backend with { Role = "x", Hosts = ["a.example.com"], Paths = ["/b", "/api/*"] }),
                ("c", Frontend)
            ),
            Is.EqualTo(
                new[]
                {
                    "services: got priority 100 of a and b, want each priority once; AWS refuses the second rule",
                    "services: got /api/* at a.example.com of a and b, want each path of a host once; the second would never be reached",
                    "services: got x-tg of a and b, want each target group once; give one of them another role",
                }
            )
        );

    [TestCase(0), TestCase(50_001), TestCase(null)]
    public void A_rule_has_a_place(int? priority) =>
        Assert.That(
            Of(("a", Backend with { Priority = priority }), ("c", Frontend)),
            Is.EqualTo(
                new[]
                {
                    $"services.a.priority: got {(object?)priority ?? "nothing"}, want 1 to 50000; rules are looked at in this order",
                }
            )
        );

    [Test]
    public void The_default_has_none() =>
        Assert.That(
            Of(("c", Frontend with { Priority = 3 })),
            Is.EqualTo(new[] { "services.c.priority: got 3, want none without paths and hosts; no rule leads to the default" })
        );

    [Test]
    public void A_rule_has_few_values_and_wildcards()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Of(("a", Backend with { Paths = ["/1", "/2", "/3", "/4"], Hosts = ["a.b", "c.d"] }), ("c", Frontend)),
                Is.EqualTo(
                    new[]
                    {
                        "services.a.paths: got 6 paths, hosts and values of the header, want 5 at most in a rule; take a wider pattern",
                    }
                )
            );
            Assert.That(
                Of(("a", Backend with { Paths = ["/*/*/*/?/?/?"] }), ("c", Frontend)),
                Is.EqualTo(new[] { "services.a.paths: got 6 wildcards, want 5 at most in a rule; take a wider pattern" })
            );
        }
    }

    [TestCase("api/*"), TestCase("/a b"), TestCase("/a\n"), TestCase("/ü"), TestCase("/a{b}")]
    public void A_path_that_no_load_balancer_takes_is_refused(string path) =>
        Assert.That(
            Of(("a", Backend with { Paths = [path] }), ("c", Frontend)),
            Is.EqualTo(
                new[]
                {
                    $"services.a.paths: got {path}, want / and letters, digits and _-.$/~\"'@:+&*?, 128 characters at most; for example /api/*",
                }
            )
        );

    [Test]
    public void Long_paths_and_odd_hosts_are_refused()
    {
        var service = Backend with
        {
            Paths = ["/" + new string('a', 127), "/" + new string('b', 128)],
            Hosts = ["localhost", "a_b.c"],
        };

        Assert.That(
            BalancedServicesCheck
                .Problems(Args(("a", service), ("c", Frontend)))
                .Select(problem => $"{problem.Path} {problem.Text[..11]}"),
            Is.EqualTo(new[] { "services.a.paths got /bbbbbb", "services.a.hosts got localho", "services.a.hosts got a_b.c, " })
        );
    }

    [TestCase("*.example.com", true)]
    [TestCase("api.example.*", false)]
    [TestCase("10.0.0.1", false)]
    public void A_host_ends_in_letters_only(string host, bool accepted) =>
        Assert.That(
            BalancedServicesCheck
                .Problems(Args(("a", Backend with { Hosts = [host] }), ("c", Frontend)))
                .Select(problem => problem.ToString()),
            accepted
                ? Is.Empty
                : Is.EqualTo(
                    new[]
                    {
                        $"services.a.hosts: got {host}, want letters, digits, - and wildcards with a dot between them, only letters behind the last, 128 characters at most; for example api.example.com",
                    }
                )
        );

    [Test]
    public void A_target_group_with_too_long_a_name_is_refused() =>
        Assert.That(
            Of(("nextjs-frontend", Frontend with { Role = null })),
            Is.EqualTo(
                new[]
                {
                    "services.nextjs-frontend.role: got neuraKnot-prod-nextjs-frontend-tg (33 characters), want 32 at most; give the target group a shorter role",
                }
            )
        );

    [Test]
    public void Each_target_group_is_checked_like_the_only_one()
    {
        var bad = Frontend with { Port = 0, HealthPath = "health", DeregistrationSeconds = 3601, SlowStartSeconds = 29 };

        Assert.That(
            BalancedServicesCheck.Problems(Args(("c", bad))).Select(problem => problem.Path),
            Is.EqualTo(
                new[]
                {
                    "services.c.port",
                    "services.c.deregistrationSeconds",
                    "services.c.slowStartSeconds",
                    "services.c.healthPath",
                }
            )
        );
    }

    [Test]
    public void Deployments_that_turn_a_pair_of_groups_serve_one_service_only()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (BalancedCase.Args() with { BlueGreen = true }).Validate().Single().ToString(),
                Is.EqualTo(
                    "blueGreen: got true, want false with several services; a pair of target groups belongs to one service: deploy task by task"
                )
            );
            Assert.That((BalancedCase.Args() with { CodeDeploy = true }).Validate().Single().Path, Is.EqualTo("codeDeploy"));
        }
    }

    [Test]
    public void With_a_header_the_last_place_is_taken_and_its_values_count()
    {
        var args = Args(("a", Backend with { Priority = 50_000, Paths = ["/1", "/2", "/3", "/4"] }), ("c", Frontend)) with
        {
            OriginHeaders = [new("X-Origin", "one"), new("X-Origin", "two")],
        };

        Assert.That(
            BalancedServicesCheck.Problems(args).Select(problem => problem.ToString()),
            Is.EqualTo(
                new[]
                {
                    "services.a.priority: got 50000, want 1 to 49999; rules are looked at in this order",
                    "services.a.paths: got 6 paths, hosts and values of the header, want 5 at most in a rule; take a wider pattern",
                }
            )
        );
    }

    private static LoadBalancerArgs Args(params (string Key, BalancedService Service)[] services) =>
        BalancedCase.Args() with
        {
            Services = services.ToDictionary(entry => entry.Key, entry => entry.Service).ToSorted(),
        };

    private static IEnumerable<string> Of(params (string Key, BalancedService Service)[] services) =>
        BalancedServicesCheck.Problems(Args(services)).Select(problem => problem.ToString());
}
