using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Review.Cost;
using Review.Cost.Usage;
using Review.Model;
using Review.Tests.Stacks;

namespace Review.Tests.Cost;

/// <summary>What the stacks of this repository cost.</summary>
public sealed class RealStackCostTests
{
    private static ImmutableArray<string> Stacks() => RealStacks.Names;

    [TestCaseSource(nameof(Stacks))]
    public async Task Every_resource_is_priced_free_or_told_as_not_priced(string stack)
    {
        var model = StackModel.Of(await RealStacks.ReviewedAsync(stack));
        var bill = CostEstimate.Of(model);
        var told = bill
            .Items.Select(item => item.Resource)
            .Concat(bill.NotPriced.Select(left => left.Resource))
            .Concat(bill.Free.Select(free => free.Resource))
            .Select(resource => resource.Urn)
            .ToHashSet();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                model.Resources.Where(resource => resource.State.Custom).Select(resource => resource.Urn).Except(told),
                Is.Empty
            );
            Assert.That(
                bill.NotPriced.Where(left => left.Why.StartsWith("there is no rule", StringComparison.Ordinal)),
                Is.Empty
            );
            Assert.That(bill.Components.Sum(component => component.Total), Is.EqualTo(bill.Total));
        }
    }

    [TestCaseSource(nameof(Stacks))]
    public async Task The_assumptions_written_as_a_file_lead_to_the_same_sum(string stack)
    {
        var model = StackModel.Of(await RealStacks.ReviewedAsync(stack));
        var bill = CostEstimate.Of(model);
        var file = UsageReader.Read(UsageTemplate.Of(bill), "usage.yaml");
        var again = CostEstimate.Of(model, new CostOptions { Usage = file, Profiles = [] });
        UsageCheck.Require(file, [again]);
        Assert.That(again.Total, Is.EqualTo(bill.Total));
    }

    [TestCase("prod")]
    [TestCase("neuraknot-dev")]
    public async Task The_whole_bill_is_as_it_was_read(string stack)
    {
        var bill = CostEstimate.Of(StackModel.Of(await RealStacks.ReviewedAsync(stack)));
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"{bill.Total:0.00} USD a month: {bill.Fixed:0.00} fixed, {bill.UsageAmount:0.00} by usage; prices of {bill.PricesOf:yyyy-MM-dd}, {bill.UnverifiedPrices} from memory (~)\n"
        );
        foreach (var component in bill.Components)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n{component.Name}  {component.Fixed:0.00} + {component.Usage:0.00} = {component.Total:0.00}\n"
            );
            foreach (var item in component.Resources.SelectMany(resource => resource.Items))
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"  {item.Resource.Name}  {item.Price.Name}: {item.Quantity:0.####} {item.Price.Unit} = {item.Amount:0.00##}{(item.Kind == CostKind.Usage ? " by usage" : "")}{(item.IsUnverified ? " ~" : "")}{(item.Note is null ? "" : $" ({item.Note})")}\n"
                );
        }
        text.Append("\nAssumed\n");
        foreach (var assumed in bill.Usage)
            text.Append(
                CultureInfo.InvariantCulture,
                $"  {assumed.Setting.Name}{(assumed.Resource is null ? "" : $" of {assumed.Resource}")}: {assumed.Amount} {assumed.Setting.Unit} ({assumed.Source}: {assumed.Reason})\n"
            );
        text.Append("\nNot priced\n");
        foreach (var left in bill.NotPriced)
            text.Append(CultureInfo.InvariantCulture, $"  {left.Resource.Name} {left.What}: {left.Why}\n");
        Golden.Check(text.ToString(), "Review.Tests", "Cost", $"bill-{stack}.verified.txt");
    }

    [Test]
    public async Task The_identity_server_in_production()
    {
        var bill = CostEstimate.Of(StackModel.Of(await RealStacks.ReviewedAsync("prod")));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Bills.Sum(bill, "fargate-x86-vcpu", "fargate-x86-memory"), Is.EqualTo(180.04m)); // 179.93 and the jobs
            Assert.That(Bills.Sum(bill, "rds-postgres-db.r6g.xlarge", "rds-postgres-db.r6g.large"), Is.EqualTo(985.50m)); // 788.40 + 197.10
            Assert.That(Bills.Sum(bill, "rds-gp3"), Is.EqualTo(41.40m)); // 27.60 + 13.80
            Assert.That(Bills.Sum(bill, "elasticache-redis-cache.r7g.large"), Is.EqualTo(383.98m));
            Assert.That(Bills.Sum(bill, "nat"), Is.EqualTo(90.52m));
            Assert.That(Bills.Sum(bill, "endpoint"), Is.EqualTo(183.96m)); // nine in two zones
            Assert.That(Bills.Sum(bill, "public-ipv4"), Is.EqualTo(14.60m)); // two of NAT, two of the load balancer
            Assert.That(Bills.Sum(bill, "waf-acl", "waf-rule"), Is.EqualTo(12m)); // seven rules
        }
    }

    [Test]
    public async Task What_lives_at_the_edge_has_prices_of_its_region()
    {
        var bill = CostEstimate.Of(StackModel.Of(await RealStacks.ReviewedAsync("finsight-prod")));
        var regions = bill.Items.Where(item => item.Resource.Region == "us-east-1").Select(item => item.Price.Region).Distinct();
        Assert.That(regions, Is.EquivalentTo(["us-east-1", "global"]));
    }
}
