using System.Collections.Immutable;
using Infra.Network;

namespace Infra.Tests.Network;

public sealed class NetworkTrafficTests
{
    private static readonly ImmutableSortedDictionary<string, SecurityGroupText> Groups = ImmutableSortedDictionary<
        string,
        SecurityGroupText
    >
        .Empty.Add("alb", new("alb", "load balancer"))
        .Add("app", new("ecs", "tasks"));

    private static readonly SecurityRule Out = SecurityRule.Out("alb", "app", 8080, "requests");

    [Test]
    public void What_both_sides_let_pass_is_sound()
    {
        var traffic = new NetworkTraffic(
            Groups,
            [
                Out,
                SecurityRule.In("app", "alb", 8080, "requests"),
                SecurityRule.Out("app", Anywhere.V4, 53, "names") with
                {
                    Protocol = SecurityRule.Udp,
                },
            ]
        );

        Assert.That(traffic.Validate(), Is.Empty);
    }

    [Test]
    public void A_way_out_to_every_address_answers_a_way_in() =>
        Assert.That(
            new NetworkTraffic(
                Groups,
                [SecurityRule.In("alb", "app", 443, "calls"), SecurityRule.Out("app", Anywhere.V4, 443, "HTTPS")]
            ).Validate(),
            Is.Empty
        );

    [Test]
    public void One_direction_alone_is_refused() =>
        Assert.That(
            new NetworkTraffic(Groups, [Out, SecurityRule.In("app", "alb", 8081, "requests")])
                .Validate()
                .Select(problem => problem.ToString()),
            Is.EqualTo(
                new[]
                {
                    "rules.alb-out-app-8080: got one direction only, want a rule of the other group that answers it; both groups must let it pass",
                    "rules.app-in-alb-8081: got one direction only, want a rule of the other group that answers it; both groups must let it pass",
                }
            )
        );

    [Test]
    public void The_protocol_and_the_last_port_must_be_answered_too() =>
        Assert.That(
            new NetworkTraffic(
                Groups,
                [Out with { LastPort = 9090 }, SecurityRule.In("app", "alb", 8080, "requests") with { Protocol = "udp" }]
            )
                .Validate()
                .Select(problem => problem.Path),
            Is.EqualTo(new[] { "rules.alb-out-app-8080-9090", "rules.app-in-alb-8080-udp" })
        );

    [Test]
    public void Groups_that_are_not_there_and_rules_said_twice_are_refused() =>
        Assert.That(
            new NetworkTraffic(
                Groups,
                [
                    SecurityRule.In("alb", Anywhere.V4, 443, "a"),
                    SecurityRule.In("alb", Anywhere.V4, 443, "b"),
                    SecurityRule.In("db", Anywhere.V4, 5432, "c"),
                ]
            )
                .Validate()
                .Select(problem => problem.ToString()),
            Is.EqualTo(
                new[]
                {
                    "rules.db-in-internet-5432: got db, want alb or app; a rule is between groups that there are",
                    "rules.alb-in-internet-443: got the same rule twice, want each rule once; AWS refuses the second",
                }
            )
        );
}
