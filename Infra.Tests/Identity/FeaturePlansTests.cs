using System.Collections.Immutable;
using Infra.Identity;
using Pulumi;
using static Infra.Tests.Identity.PoolCase;

namespace Infra.Tests.Identity;

public sealed class FeaturePlansTests
{
    private static readonly CognitoPoolArgs Plain = Args() with
    {
        Threats = new() { Mode = ThreatProtection.Off },
        Logs = null,
        Passkeys = null,
        Domain = new() { Prefix = "shop", ManagedLogin = false },
        Clients = Keyed<PoolClient>("web", Web with { Flows = [AuthFlow.Srp] }),
    };

    private static IEnumerable<TestCaseData> Uses() => Cases().Select(use => use.SetArgDisplayNames((string)use.Arguments[2]!));

    private static IEnumerable<TestCaseData> Cases() =>
        [
            new(
                Plain,
                FeaturePlan.Lite,
                "because nothing needs more: 0.0055 USD for each user active in a month, the first 10,000 are free"
            ),
            new(
                Plain with
                {
                    Threats = new() { Mode = ThreatProtection.Audit },
                },
                FeaturePlan.Plus,
                "because of threat protection: 0.020 USD for each user active in a month, no user is free"
            ),
            new(Plain with { Logs = new() }, FeaturePlan.Plus, "because of exported records of sign-ins: 0.020 USD"),
            new(Plain with { Logs = new() { SignIns = false } }, FeaturePlan.Lite, "0.0055 USD"),
            new(
                Plain with
                {
                    Passkeys = new() { RelyingParty = "a.example" },
                },
                FeaturePlan.Essentials,
                "because of passkeys: 0.015 USD"
            ),
            new(
                Plain with
                {
                    Domain = new() { Prefix = "shop" },
                },
                FeaturePlan.Essentials,
                "because of managed login pages: 0.015 USD"
            ),
            new(
                Plain with
                {
                    Password = new() { HistorySize = 1 },
                },
                FeaturePlan.Essentials,
                "because of password history: 0.015 USD"
            ),
            new(
                Plain with
                {
                    Clients = Keyed<PoolClient>("web", Web with { Flows = [AuthFlow.Choice] }),
                },
                FeaturePlan.Essentials,
                "because of sign-in by choice: 0.015 USD"
            ),
            new(
                Plain with
                {
                    Triggers = ImmutableSortedDictionary<PoolTrigger, Input<string>>.Empty.Add(
                        PoolTrigger.AccessTokenGeneration,
                        "arn:function"
                    ),
                },
                FeaturePlan.Essentials,
                "because of changed access tokens: 0.015 USD"
            ),
        ];

    [TestCaseSource(nameof(Uses))]
    public void The_plan_is_the_cheapest_that_has_what_is_used(object pool, object expected, string note)
    {
        var (args, plan) = ((CognitoPoolArgs)pool, (FeaturePlan)expected);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(FeaturePlans.Needed(args), Is.EqualTo(plan));
            Assert.That(FeaturePlans.Note(args), Does.StartWith($"feature plan {FeaturePlans.Tier(plan)} ").And.Contain(note));
        }
    }

    [TestCase(FeaturePlan.Lite, "LITE")]
    [TestCase(FeaturePlan.Essentials, "ESSENTIALS")]
    [TestCase(FeaturePlan.Plus, "PLUS")]
    public async Task A_larger_plan_may_be_chosen(object plan, string tier)
    {
        var run = await RunAsync(Plain with { Plan = (FeaturePlan)plan });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One(Pool).Inputs["userPoolTier"], Is.EqualTo(tier));
            Assert.That(
                FeaturePlans.Note(Plain with { Plan = (FeaturePlan)plan }),
                Does.StartWith($"feature plan {tier} by choice: ")
            );
        }
    }

    [Test]
    public async Task The_pool_says_its_plan() =>
        Assert.That((await RunAsync(Args())).One(Pool).Inputs["userPoolTier"], Is.EqualTo("PLUS"));

    [Test]
    public void A_smaller_plan_is_refused_with_every_reason() =>
        Assert.That(
            Problems(Args() with { Plan = FeaturePlan.Essentials }),
            Is.EqualTo(
                new[]
                {
                    "plan: got essentials, want plus for threat protection; leave plan out and the cheapest sufficient one is taken",
                    "plan: got essentials, want plus for exported records of sign-ins; leave plan out and the cheapest sufficient one is taken",
                }
            )
        );
}
