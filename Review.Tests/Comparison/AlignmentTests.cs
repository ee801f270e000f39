using Review.Comparison;

namespace Review.Tests.Comparison;

/// <summary>Which resources of two stacks belong together.</summary>
public sealed class AlignmentTests
{
    [Test]
    public void Resources_are_aligned_by_parents_type_and_role_whatever_the_environment_calls_them() =>
        Assert.That(
            Compared.Lines(
                """
                idp:system:Shop shop-dev
                idp:data:Db shop-dev {"^": "shop-dev"}
                aws:rds:I shop-dev-db {"^": "shop-dev", "size": 1}
                """,
                """
                idp:system:Shop shop
                idp:data:Db shop {"^": "shop"}
                aws:rds:I shop-db {"^": "shop", "size": 2}
                """
            ),
            Is.EqualTo(["aws:rds:I shop-dev-db size: 1 → 2"])
        );

    [Test]
    public void The_same_name_below_another_component_is_another_resource() =>
        Assert.That(
            Compared.Lines(
                """
                idp:a:A one
                idp:b:B two
                aws:x:T r {"^": "one"}
                """,
                """
                idp:a:A one
                idp:b:B two
                aws:x:T r {"^": "two"}
                """
            ),
            Is.EquivalentTo(["aws:x:T r only in dev", "aws:x:T r only in prod"])
        );

    [Test]
    public void Systems_that_are_named_apart_are_aligned_too() =>
        Assert.That(
            Compared.Lines(
                """
                idp:system:Shop acme-dev
                aws:x:T acme-dev-db {"^": "acme-dev", "name": "acme-dev-db"}
                """,
                """
                idp:system:Shop shop
                aws:x:T shop-db {"^": "shop", "name": "shop-db"}
                """
            ),
            Is.Empty
        );

    [Test]
    public void A_component_of_one_stack_is_one_difference_with_the_number_of_resources_in_it()
    {
        var comparison = Compared.Of(
            """
            idp:system:Shop shop
            idp:protection:Stop shop {"^": "shop"}
            aws:x:Role shop-stop-role {"^": "shop"}
            """.Replace(
                "aws:x:Role shop-stop-role {\"^\": \"shop\"}",
                "idp:p:Inner inner {\"^\": \"stop\"}\naws:x:Role role {\"^\": \"inner\"}"
            ).Replace("idp:protection:Stop shop ", "idp:protection:Stop stop "),
            "idp:system:Shop shop"
        );
        Assert.That(comparison.Differences.Select(Compared.Line), Is.EqualTo(["idp:protection:Stop stop only in dev"]));
        Assert.That(comparison.Differences[0].Inside, Is.EqualTo(2));
        Assert.That(comparison.Differences[0].Area, Is.EqualTo("protection"));
    }

    [Test]
    public void Differences_come_by_area_then_component_resource_and_path()
    {
        const string Dev = """
            idp:mail:M m
            aws:ses:I i {"^": "m", "b": 1, "a": 1}
            idp:network:N n
            aws:ec2:V z {"^": "n", "x": 1}
            aws:ec2:V a {"^": "n", "x": 1}
            """;
        var prod = Dev.Replace(": 1", ": 2", StringComparison.Ordinal);
        string[] wanted = ["aws:ec2:V a x: 1 → 2", "aws:ec2:V z x: 1 → 2", "aws:ses:I i a: 1 → 2", "aws:ses:I i b: 1 → 2"];
        Assert.That(Compared.Lines(Dev, prod), Is.EqualTo(wanted));
    }

    [Test]
    public void The_order_in_which_a_program_registers_changes_nothing()
    {
        const string Lines = "idp:network:N n\naws:ec2:V a {\"x\": 1}\naws:ec2:V b {\"x\": 1}\naws:sqs:Q c {\"x\": [1, 2]}";
        var turned = string.Join('\n', Lines.Split('\n').Reverse()).Replace("1", "3", StringComparison.Ordinal);
        var straight = Lines.Replace("1", "3", StringComparison.Ordinal);
        Assert.That(Compared.Lines(Lines, turned), Is.EqualTo(Compared.Lines(Lines, straight)).And.Not.Empty);
    }

    [Test]
    public void Protection_is_a_setting_like_others()
    {
        var plain = SmallPlan.Of("prod", "aws:x:T r");
        var protect = plain with
        {
            Steps = [.. plain.Steps.Select(step => step with { New = step.New! with { Protect = true, RetainOnDelete = true } })],
        };
        var comparison = StackComparison.Of(
            SmallPlan.Of("dev", "aws:x:T r"),
            protect,
            Review.Comparison.Accepted.AcceptedDifferences.None
        );
        Assert.That(
            comparison.Differences.Select(Compared.Line),
            Is.EqualTo(["aws:x:T r (protect): - → true", "aws:x:T r (retainOnDelete): - → true"])
        );
    }
}
