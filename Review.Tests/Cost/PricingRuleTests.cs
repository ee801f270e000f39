using Review.Cost.Pricing;

namespace Review.Tests.Cost;

/// <summary>Every pricing rule, on small stacks.</summary>
public sealed class PricingRuleTests
{
    private static IEnumerable<PricingCase> Cases => PricingCases.All;

    [TestCaseSource(nameof(Cases))]
    public void A_small_stack_has_the_bill_that_was_added_up_by_hand(PricingCase given)
    {
        var bill = Bills.Of(given.Stack, given.Usage);
        Assert.That(Bills.Lines(bill), Is.EquivalentTo(given.Lines));
    }

    [Test]
    public void Every_rule_has_a_case()
    {
        var types = Cases.SelectMany(given => StackText.Of(given.Stack).Resources).Select(resource => resource.Type).ToHashSet();
        var tables = new[] { "aws:rds/instance:Instance" }; // of the bills from the sources
        Assert.That(PricingCatalog.All.Select(rule => rule.On).Except(types).Except(tables), Is.Empty);
    }

    [Test]
    public void A_type_is_free_or_has_a_rule_never_both() =>
        Assert.That(FreeTypes.All.Intersect(PricingCatalog.All.Select(rule => rule.On)), Is.Empty);

    [TestCase("random:index/randomString:RandomString", true)]
    [TestCase("aws:iam/role:Role", true)]
    [TestCase("aws:new/thing:Thing", false)]
    [TestCase("gcp:storage/bucket:Bucket", false)]
    public void What_nobody_knows_is_not_free(string type, bool free)
    {
        var bill = Bills.Of($"{type} it {{}}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(bill.Free.Select(left => left.Resource.Name), free ? Is.EqualTo(["it"]) : Is.Empty);
            Assert.That(bill.NotPriced.Select(left => left.What), free ? Is.Empty : Is.EqualTo(["all of it"]));
        }
    }

    [TestCase("rate(5 minutes)", 8760)]
    [TestCase("rate(1 hour)", 730)]
    [TestCase("rate(2 days)", 15.2083)]
    [TestCase("cron(0 8 ? * MON-FRI *)", 21.7262)] // 5 / 7 of 730 / 24
    [TestCase("cron(0 8 ? * MON,TUE,WED,THU,FRI *)", 21.7262)]
    [TestCase("cron(0/15 8-17 * * ? *)", 1216.6667)] // 4 × 10 × 30.4167
    [TestCase("cron(0 22 1 * ? *)", 1)]
    [TestCase("cron(0 0 1 JAN,JUL ? *)", 0.1667)]
    [TestCase("cron(*/20 * * * ? *)", 2190)]
    [TestCase("cron(0 0 L * ? *)", 1)]
    public void A_schedule_runs_so_often(string expression, double runs) =>
        Assert.That(Math.Round(ScheduleRuns.PerMonth(expression)!.Value, 4), Is.EqualTo((decimal)runs));

    [TestCase("rate(0 minutes)")]
    [TestCase("rate(5 fortnights)")]
    [TestCase("cron(0 8)")]
    [TestCase("cron(a b c d e f)")]
    [TestCase("at(2026-01-01T00:00:00)")]
    [TestCase("")]
    public void What_is_no_schedule_says_nothing(string expression) => Assert.That(ScheduleRuns.PerMonth(expression), Is.Null);
}
