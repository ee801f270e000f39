using Review.Cost;
using Review.Model;
using Review.Tests.Stacks;

namespace Review.Tests.Cost;

internal sealed class BudgetTests
{
    // 2 NAT gateways: 90.52 USD a month.
    private const string Gateways = """
        aws:ec2/natGateway:NatGateway a {}
        aws:ec2/natGateway:NatGateway b {}
        """;

    private static readonly CostOptions NoData = new() { Usage = Review.Cost.Usage.UsageReader.Read("natGbPerMonth: 0", "test") };

    [Test]
    public void A_budget_is_the_estimate_and_a_fifth_rounded_up_to_ten()
    {
        var estimate = CostEstimate.Of(StackText.Of(Gateways).Model(), NoData);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(estimate.Total, Is.EqualTo(2 * 0.062m * 730));
            Assert.That(Budgets.Suggested(estimate), Is.EqualTo(110));
        }
    }

    [TestCase("", "no monthly budget is planned; 110 USD would be the estimate and a fifth of it")]
    [TestCase("110", "a budget of 110 USD a month is planned")]
    [TestCase("90", "the budget of 90 USD a month is below the estimate; 110 USD would be the estimate and a fifth of it")]
    public void A_stack_is_told_about_its_budget(string limit, string advice)
    {
        var stack = StackText.Of(Gateways);
        if (limit.Length > 0)
            stack = stack.And(
                $$"""aws:budgets/budget:Budget month {"timeUnit": "MONTHLY", "limitUnit": "USD", "limitAmount": "{{limit}}"}"""
            );
        var model = stack.Model();

        Assert.That(Budgets.Advice(model, CostEstimate.Of(model, NoData)), Is.EqualTo(advice));
    }

    // The defaults of the settings are numbers; whoever changes prices, usage or the plan learns here that they are old.
    [Test]
    public async Task Budgets_of_the_stacks_are_their_estimates_and_a_fifth()
    {
        var planned = new Dictionary<string, decimal>();
        var wanted = new Dictionary<string, decimal>();
        foreach (var name in RealStacks.Names)
        {
            var stack = StackModel.Of(await RealStacks.ReviewedAsync(name));
            foreach (var budget in stack.All("aws:budgets/budget:Budget"))
            {
                planned[name] = (decimal)budget["limitAmount"].Number!.Value;
                wanted[name] = Budgets.Suggested(CostEstimate.Of(stack));
            }
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(planned.Keys, Is.EquivalentTo(["finsight-dev", "finsight-prod", "finsight-staging"]));
            Assert.That(planned, Is.EqualTo(wanted));
        }
    }
}
