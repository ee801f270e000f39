using Engine.Planning;
using Engine.Values;
using Infra.Cli.Output;
using Infra.Cli.Tests.Output;
using Review.Comparison;
using Review.Comparison.Accepted;

namespace Infra.Cli.Tests.Reviews;

/// <summary>Every two environments of a system differ as the reviewed list says, and not otherwise.</summary>
public sealed class EnvironmentTests
{
    private static readonly AcceptedDifferences Accepted = AcceptedDifferences.Of(Repository.Root);

    private static IEnumerable<TestCaseData> Pairs() =>
        from left in RealPlans.Stacks
        from right in RealPlans.Stacks
        where string.CompareOrdinal(left, right) < 0 && RealPlans.SystemOf(left) == RealPlans.SystemOf(right)
        select new TestCaseData(left, right);

    [Test]
    public void There_are_fourteen_pairs() => Assert.That(Pairs().Count(), Is.EqualTo(3 + 3 + 3 + 3 + 1 + 1));

    [TestCaseSource(nameof(Pairs))]
    public async Task Environments_differ_only_as_the_list_of_accepted_differences_says(string left, string right)
    {
        var comparison = StackComparison.Of(await RealPlans.OfAsync(left), await RealPlans.OfAsync(right), Accepted);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                comparison.Unexpected.Select(found =>
                    $"{found.Type} {found.Name} {found.Path}: {Text(found.Left)} → {Text(found.Right)}"
                ),
                Is.Empty
            );
            Assert.That(comparison.Stale, Is.Empty);
            // The state of staging and prod is kept alike to the last letter.
            Assert.That(
                comparison.Differences,
                (left, right) is ("bootstrap-prod", "bootstrap-staging") ? Is.Empty : Is.Not.Empty
            );
        }
    }

    [Test]
    public async Task A_health_check_that_asks_elsewhere_in_production_is_unexpected()
    {
        var prod = Changed(
            await RealPlans.OfAsync("prod"),
            "aws:lb/targetGroup:TargetGroup",
            "healthCheck",
            "path",
            new StringValue("/")
        );
        var comparison = StackComparison.Of(await RealPlans.OfAsync("dev"), prod, Accepted);
        var found = comparison.Unexpected.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Name, Is.EqualTo("idp-server-tg"));
            Assert.That(found.Path, Is.EqualTo("healthCheck.path"));
            Assert.That((found.Left, found.Right), Is.EqualTo((new StringValue("/actuator/health"), new StringValue("/"))));
            Assert.That(comparison.IsClean, Is.False);
        }
    }

    [Test]
    public async Task The_answer_of_a_pair_turned_round_is_the_same_turned_round()
    {
        var (dev, prod) = (await RealPlans.OfAsync("dev"), await RealPlans.OfAsync("prod"));
        var (there, back) = (StackComparison.Of(dev, prod, Accepted), StackComparison.Of(prod, dev, Accepted));
        Assert.That(back.IsClean);
        Assert.That(back.Differences, Has.Length.EqualTo(there.Differences.Length));
        Assert.That(
            back.Highlights.Select(row => (row.Label, row.Right, row.Left)),
            Is.EqualTo(there.Highlights.Select(row => (row.Label, row.Left, row.Right)))
        );
    }

    [Test]
    public async Task What_people_ask_for_first_is_on_top()
    {
        var comparison = StackComparison.Of(await RealPlans.OfAsync("dev"), await RealPlans.OfAsync("prod"), Accepted);
        var screen = Screens.Of(terminal => CompareReport.Write(terminal, comparison, diff: false, filter: null));
        Golden.Check(screen, "compare-dev-prod");
        Assert.That(screen.Split('\n'), Has.Length.LessThan(40), "one screen");
    }

    private static string Text(PropertyValue? value) => ValueText.Short(value);

    private static Plan Changed(Plan plan, string type, string property, string key, PropertyValue value) =>
        plan with
        {
            Steps =
            [
                .. plan.Steps.Select(step =>
                    step.New is { } state && state.Type == type
                        ? step with
                        {
                            New = state with
                            {
                                Inputs = state.Inputs.With(property, ((ObjectValue)state.Inputs[property]!).With(key, value)),
                            },
                        }
                        : step
                ),
            ],
        };
}
