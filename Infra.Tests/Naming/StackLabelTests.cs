using Infra.Naming;
using Pulumi;

namespace Infra.Tests.Naming;

public sealed class StackLabelTests
{
    [TestCase(
        "prod",
        "idp-server-vpc",
        "idp-server/redis-auth",
        "alias/idp-server-key",
        "/ecs/idp-server",
        "/vpc/idp-server/flow-logs"
    )]
    [TestCase(
        "dev",
        "idp-server-dev-vpc",
        "idp-server-dev/redis-auth",
        "alias/idp-server-dev-key",
        "/ecs/idp-server-dev",
        "/vpc/idp-server-dev/flow-logs"
    )]
    [TestCase(
        "idp-server-dev",
        "idp-server-dev-vpc",
        "idp-server-dev/redis-auth",
        "alias/idp-server-dev-key",
        "/ecs/idp-server-dev",
        "/vpc/idp-server-dev/flow-logs"
    )]
    public void Production_has_plain_names_and_other_stacks_carry_theirs(
        string stack,
        string name,
        string secret,
        string alias,
        string group,
        string below
    )
    {
        var label = new StackLabel("idp-server", stack);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(label.Name("vpc"), Is.EqualTo(name));
            Assert.That(label.NameTag("vpc")["Name"], Is.EqualTo(name));
            Assert.That(label.Secret("redis-auth"), Is.EqualTo(secret));
            Assert.That(label.KeyAlias("key"), Is.EqualTo(alias));
            Assert.That(label.LogGroup("ecs"), Is.EqualTo(group));
            Assert.That(label.LogGroup("vpc", "flow-logs"), Is.EqualTo(below));
            Assert.That(label.SecurityGroup("alb"), Is.EqualTo($"{label.Prefix}-alb-sg"));
        }
    }

    [Test]
    public void Production_carries_its_name_too_where_the_source_has_it_so()
    {
        var label = new StackLabel("web-platform", "web-platform-prod", MarksProduction: true);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(label.Prefix, Is.EqualTo("web-platform-prod"));
            Assert.That(label.LoadBalancer("alb"), Is.EqualTo("web-platform-prod-alb"));
            Assert.That(label.Validate(), Is.Empty);
        }
    }

    [Test]
    public void Capitals_stay_except_where_AWS_takes_or_keeps_none()
    {
        var label = new StackLabel("neuraknot", "neuraknot-dev", MarksProduction: true) { Brand = "neuraKnot" };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(label.Prefix, Is.EqualTo("neuraKnot-dev"));
            Assert.That(label.Name("vpc"), Is.EqualTo("neuraKnot-dev-vpc"));
            Assert.That(label.LoadBalancer("alb"), Is.EqualTo("neuraKnot-dev-alb"));
            Assert.That(label.LogGroup("ecs"), Is.EqualTo("/ecs/neuraKnot-dev"));
            Assert.That(label.Database("db"), Is.EqualTo("neuraknot-dev-db"));
            Assert.That(label.DatabaseGroup("params"), Is.EqualTo("neuraknot-dev-params"));
            Assert.That(label.CacheCluster("redis"), Is.EqualTo("neuraknot-dev-redis"));
            Assert.That(label.CacheGroup("params"), Is.EqualTo("neuraknot-dev-params"));
            Assert.That(label.Repository("python-ai"), Is.EqualTo("neuraknot-dev-python-ai"));
            Assert.That(label.Repository(), Is.EqualTo("neuraknot-dev"));
            Assert.That(label.Bucket("logs", "111111111111"), Is.EqualTo("neuraknot-dev-logs-111111111111"));
        }
    }

    [Test]
    public void A_name_longer_than_AWS_accepts_is_refused()
    {
        var label = new StackLabel("idp-server", "prod");
        var role = new string('x', 64 - "idp-server-".Length);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(label.Role(role), Has.Length.EqualTo(64));
            Assert.That(
                () => label.Role(role + "x"),
                Throws
                    .TypeOf<RunException>()
                    .With.Message.EqualTo(
                        $"name of an IAM role: got idp-server-{role}x (65 characters), want 64 at most; choose a shorter stack name"
                    )
            );
        }
    }

    [Test]
    public void A_name_with_a_letter_that_AWS_refuses_is_refused() =>
        Assert.That(
            () => new StackLabel("idp-server", "prod").Secret("a b"),
            Throws
                .TypeOf<RunException>()
                .With.Message.EqualTo(
                    "name of a secret: got idp-server/a b, want letters, digits and /_+=.@-; remove ' ' from the stack name"
                )
        );

    [TestCase(false, "prod", 15)]
    [TestCase(true, "prod", 15)]
    public void A_system_whose_production_carries_its_name_has_room_for_no_longer_one(bool marks, string production, int room)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Label(production).Validate(), Is.Empty);
            Assert.That(Label(new string('x', room)).Validate(), Is.Empty);
            Assert.That(Label(new string('x', room)).LoadBalancer("alb"), Has.Length.EqualTo(32));
            Assert.That(
                Label(new string('x', room + 1)).Validate().Single().ToString(),
                Is.EqualTo(
                    $"stack: got {new string('x', room + 1)}, want {room} characters at most; load balancers have names of 32 characters at most"
                )
            );
        }

        StackLabel Label(string stack) => new("web-platform", stack, marks);
    }

    [Test]
    public void A_production_that_carries_its_name_has_to_fit_too()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(new StackLabel(new string('s', 23), "prod", MarksProduction: true).Validate(), Is.Empty);
            Assert.That(
                new StackLabel(new string('s', 24), "prod", MarksProduction: true).Validate().Single().Path,
                Is.EqualTo("stack")
            );
            Assert.That(new StackLabel(new string('s', 24), "prod").Validate(), Is.Empty, "its name is not in the names");
        }
    }

    [Test]
    public void The_shortest_names_of_AWS_hold_the_longest_stack_name_accepted()
    {
        var longest = new StackLabel("idp-server", new string('x', 17));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(longest.Validate(), Is.Empty);
            Assert.That(NameRule.LoadBalancer.Check(longest.Name("alb")), Has.Length.EqualTo(32));
            Assert.That(NameRule.CacheCluster.Check(longest.Name("redis")), Is.Not.Empty);
            Assert.That(NameRule.Database.Check(longest.Name("postgresql-replica")), Is.Not.Empty);
        }
    }
}
