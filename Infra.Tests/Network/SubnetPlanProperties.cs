using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Infra.Network;
using Infra.Validation;

namespace Infra.Tests.Network;

/// <summary>What holds for every plan, sound or not.</summary>
public sealed class SubnetPlanProperties
{
    [Test]
    public void An_accepted_plan_is_disjoint_inside_the_VPC_and_complete() =>
        Check(
            (request, plan, _) =>
            {
                if (plan is null)
                    return true;
                var blocks = plan.Subnets.Select(subnet => subnet.Block).ToList();
                var pairs = blocks.SelectMany((left, index) => blocks.Skip(index + 1).Select(right => (left, right)));
                return blocks.Count == request.Zones.Length * 3
                    && blocks.TrueForAll(block => plan.Vpc.Contains(block) && block.PrefixLength is >= 16 and <= 28)
                    && pairs.All(pair => !pair.left.Overlaps(pair.right))
                    && Enum.GetValues<SubnetTier>().All(tier => plan.Of(tier).Select(s => s.Zone).SequenceEqual(request.Zones));
            }
        );

    [Test]
    public void A_plan_is_refused_when_blocks_overlap_or_leave_the_VPC() =>
        Check(
            (request, plan, problems) =>
            {
                var vpc = Block(request.Vpc);
                var blocks = request.Tiers.Values.SelectMany(tier => tier).Select(Block).ToList();
                var sound =
                    blocks.TrueForAll(vpc.Contains)
                    && blocks
                        .Select((left, index) => blocks.Skip(index + 1).All(right => !left.Overlaps(right)))
                        .All(apart => apart);
                return sound == (plan is not null) && sound == (problems.Count == 0);
            }
        );

    [Test]
    public void Taking_every_suggestion_repairs_a_plan() =>
        Check(
            (request, plan, problems) =>
            {
                if (
                    plan is not null
                    || problems.Exists(problem => !problem.Text.Contains("for example", StringComparison.Ordinal))
                )
                    return true;
                var repaired = problems.Aggregate(request, Take);
                var left = new List<Problem>();
                return SubnetPlan.Create(repaired, left) is not null && left.Count == 0;
            }
        );

    private static SubnetRequest Take(SubnetRequest request, Problem problem)
    {
        var tier = Enum.GetValues<SubnetTier>()
            .First(t => problem.Path.StartsWith($"subnets.{t.Key()}[", StringComparison.Ordinal));
        var index = problem.Path[^2] - '0';
        var suggestion = problem.Text[(problem.Text.LastIndexOf(' ') + 1)..];
        return request with { Tiers = request.Tiers.SetItem(tier, request.Tiers[tier].SetItem(index, suggestion)) };
    }

    private static void Check(Func<SubnetRequest, SubnetPlan?, List<Problem>, bool> holds) =>
        Prop.ForAll(
                Requests.ToArbitrary(),
                request =>
                {
                    var problems = new List<Problem>();
                    return holds(request, SubnetPlan.Create(request, problems), problems);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    // Blocks near each other in a small VPC, so that sound plans, overlaps and strays are all common.
    private static Gen<SubnetRequest> Requests =>
        from zones in Gen.Choose(2, 3)
        from vpcPrefix in Gen.Choose(16, 22)
        from prefix in Gen.Choose(vpcPrefix + 4, 28)
        from strays in Gen.Choose(0, 3)
        let slots = 1 << (prefix - vpcPrefix)
        from order in Gen.Shuffle(Enumerable.Range(0, Math.Min(slots, 64)))
        from places in Gen.Choose(-2, slots + 1).ListOf(zones * 3)
        let chosen = order.Take(zones * 3).Select((slot, index) => index < strays ? places.ElementAt(index) : slot)
        let blocks = chosen.Select(slot => At(vpcPrefix, prefix, slot).ToString()).ToList()
        select new SubnetRequest(
            "eu-west-1",
            At(vpcPrefix, vpcPrefix, 0).ToString(),
            [.. "abc".Take(zones).Select(letter => $"eu-west-1{letter}")],
            Enum.GetValues<SubnetTier>()
                .ToImmutableSortedDictionary(tier => tier, tier => blocks.Skip((int)tier * zones).Take(zones).ToImmutableArray())
        );

    private static CidrBlock At(int vpcPrefix, int prefix, int slot)
    {
        var start = (10u << 24) & (uint.MaxValue << (32 - vpcPrefix));
        return new((uint)(start + ((long)slot << (32 - prefix))), prefix);
    }

    private static CidrBlock Block(string text) => CidrBlock.Parse(text, out _)!.Value;
}
