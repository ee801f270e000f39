using System.Collections.Immutable;
using Infra.Network;
using Infra.Validation;

namespace Infra.Tests.Network;

public sealed class SubnetPlanTests
{
    [Test]
    public void A_plan_has_one_subnet_of_each_tier_in_each_zone()
    {
        var plan = SubnetPlan.Create(Request(), [])!;

        Assert.That(
            plan.Subnets.Select(subnet => $"{subnet.Role} {subnet.Block} {subnet.Zone}"),
            Is.EqualTo(
                new[]
                {
                    "public-1a 10.0.1.0/24 ap-northeast-1a",
                    "public-1c 10.0.2.0/24 ap-northeast-1c",
                    "private-app-1a 10.0.10.0/24 ap-northeast-1a",
                    "private-app-1c 10.0.11.0/24 ap-northeast-1c",
                    "private-db-1a 10.0.20.0/24 ap-northeast-1a",
                    "private-db-1c 10.0.21.0/24 ap-northeast-1c",
                }
            )
        );
    }

    [TestCase(
        "10.0.20.128/25",
        "want a block outside 10.0.20.0/24 (subnet db 1a); pick a free block of 10.0.0.0/16, for example 10.0.21.0/24"
    )]
    [TestCase(
        "10.0.0.0/19",
        "want a block outside 10.0.1.0/24 (subnet public 1a); pick a free block of 10.0.0.0/16, for example 10.0.3.0/24"
    )]
    [TestCase(
        "10.1.0.0/24",
        "want a block inside 10.0.0.0/16 (the VPC); pick a free block of 10.0.0.0/16, for example 10.0.21.0/24"
    )]
    [TestCase("10.0.21.0/29", "want a prefix length of 16 to 28; pick a length AWS accepts, for example 10.0.21.0/24")]
    [TestCase("10.0.0.0/15", "want a prefix length of 16 to 28; pick a length AWS accepts, for example 10.0.21.0/24")]
    [TestCase("10.0.21.7/24", "want 10.0.21.0/24; a block is written with its first address")]
    [TestCase(
        "10.0.21/24",
        "want an IPv4 block; write the first address, a slash and the prefix length, for example 10.0.21.0/24"
    )]
    public void An_unusable_block_is_refused_with_a_free_one_to_write_instead(string block, string problem) =>
        Assert.That(
            Problems(With(SubnetTier.Db, "10.0.20.0/24", block)),
            Is.EqualTo(new[] { $"subnets.db[1]: got {block}, {problem}" })
        );

    [TestCase(
        "10.0.0.0/8",
        "got 10.0.0.0/8, want a prefix length of 16 to 28; pick a length AWS accepts, for example 10.0.0.0/16"
    )]
    [TestCase("10.0.3.0/16", "got 10.0.3.0/16, want 10.0.0.0/16; a block is written with its first address")]
    [TestCase(
        "ten",
        "got ten, want an IPv4 block; write the first address, a slash and the prefix length, for example 10.0.0.0/16"
    )]
    public void An_unusable_VPC_is_refused_alone(string vpc, string problem) =>
        Assert.That(Problems(Request() with { Vpc = vpc }), Is.EqualTo(new[] { $"cidr: {problem}" }));

    [Test]
    public void Two_unusable_blocks_get_two_different_suggestions() =>
        Assert.That(
            Problems(With(SubnetTier.Db, "10.9.0.0/24", "10.9.1.0/24")).Select(problem => problem.Split(' ')[^1]),
            Is.EqualTo(new[] { "10.0.0.0/24", "10.0.3.0/24" })
        );

    [Test]
    public void A_tier_needs_as_many_blocks_as_there_are_zones()
    {
        var three = Request() with { Zones = ["ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d"] };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Problems(three)[2],
                Is.EqualTo(
                    "subnets.db: got 2 blocks, want 3, one for each of ap-northeast-1a, ap-northeast-1c and ap-northeast-1d; "
                        + "add 1, for example 10.0.22.0/24"
                )
            );
            Assert.That(
                Problems(With(SubnetTier.App, "10.0.10.0/24", "10.0.11.0/24", "10.0.12.0/24")),
                Is.EqualTo(
                    new[]
                    {
                        "subnets.app: got 3 blocks, want 2, one for each of ap-northeast-1a and ap-northeast-1c; "
                            + "remove 1 or add as many zones",
                    }
                )
            );
        }
    }

    [Test]
    public void A_full_VPC_says_so() =>
        Assert.That(
            Problems(
                Request() with
                {
                    Vpc = "10.0.0.0/24",
                    Tiers = Tiers(
                        ["10.0.0.0/26", "10.0.0.64/26"],
                        ["10.0.0.128/26", "10.0.0.192/26"],
                        ["10.0.0.0/26", "10.0.0.64/26"]
                    ),
                }
            ),
            Is.EqualTo(
                new[]
                {
                    "subnets.db[0]: got 10.0.0.0/26, want a block outside 10.0.0.0/26 (subnet public 1a); "
                        + "10.0.0.0/24 has no free /26: widen cidr or narrow other subnets",
                    "subnets.db[1]: got 10.0.0.64/26, want a block outside 10.0.0.64/26 (subnet public 1c); "
                        + "10.0.0.0/24 has no free /26: widen cidr or narrow other subnets",
                }
            )
        );

    [TestCase(
        "ap-northeast-1a",
        "zones: got ap-northeast-1a, want 2 or 3 zones; a load balancer and a database subnet group need two zones at least"
    )]
    [TestCase(
        "ap-northeast-1a us-east-1a",
        "zones[1]: got us-east-1a, want a zone of ap-northeast-1; write the region and a letter, for example ap-northeast-1a"
    )]
    [TestCase(
        "ap-northeast-1a ap-northeast-1a",
        "zones[1]: got ap-northeast-1a twice, want each zone once; two subnets in one zone fail together"
    )]
    [TestCase(
        "ap-northeast-1a ap-northeast-1ab",
        "zones[1]: got ap-northeast-1ab, want a zone of ap-northeast-1; write the region and a letter, for example ap-northeast-1a"
    )]
    [TestCase(
        "ap-northeast-1a ap-northeast-1",
        "zones[1]: got ap-northeast-1, want a zone of ap-northeast-1; write the region and a letter, for example ap-northeast-1a"
    )]
    public void Zones_are_two_or_three_different_ones_of_the_region(string zones, string problem) =>
        Assert.That(Problems(Request() with { Zones = [.. zones.Split(' ')] })[0], Is.EqualTo(problem));

    private static string[] Problems(SubnetRequest request)
    {
        var problems = new List<Problem>();
        var plan = SubnetPlan.Create(request, problems);
        Assert.That(plan is null, Is.EqualTo(problems.Count > 0), "there is a plan when there is no problem, and only then");
        return [.. problems.Select(problem => problem.ToString())];
    }

    private static SubnetRequest With(SubnetTier tier, params string[] blocks) =>
        Request() with
        {
            Tiers = Request().Tiers.SetItem(tier, [.. blocks]),
        };

    private static SubnetRequest Request() =>
        new(
            "ap-northeast-1",
            "10.0.0.0/16",
            ["ap-northeast-1a", "ap-northeast-1c"],
            Tiers(["10.0.1.0/24", "10.0.2.0/24"], ["10.0.10.0/24", "10.0.11.0/24"], ["10.0.20.0/24", "10.0.21.0/24"])
        );

    private static ImmutableSortedDictionary<SubnetTier, ImmutableArray<string>> Tiers(
        string[] @public,
        string[] app,
        string[] db
    ) =>
        ImmutableSortedDictionary<SubnetTier, ImmutableArray<string>>
            .Empty.Add(SubnetTier.Public, [.. @public])
            .Add(SubnetTier.App, [.. app])
            .Add(SubnetTier.Db, [.. db]);
}
