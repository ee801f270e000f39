using System.Collections.Immutable;
using Infra.Edge;
using Pulumi;

namespace Infra.Tests.Edge;

/// <summary>Web ACLs before other things than a load balancer.</summary>
public sealed class WebAclScopeTests
{
    private const string Acl = "aws:wafv2/webAcl:WebAcl";

    [Test]
    public async Task One_before_a_distribution_lives_with_its_log_in_us_east_1_without_the_key_of_the_stack()
    {
        var run = await RunAsync(ForCdn());

        var group = run.One("aws:cloudwatch/logGroup:LogGroup").Inputs;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One(Acl).Inputs["scope"], Is.EqualTo("CLOUDFRONT"));
            Assert.That(run.All("aws:wafv2/webAclAssociation:WebAclAssociation"), Is.Empty);
            Assert.That(group["name"], Is.EqualTo("aws-waf-logs-idp-server"));
            Assert.That(group, Does.Not.ContainKey("kmsKeyId"));
            Assert.That(
                run.One("aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration").Texts("logDestinationConfigs"),
                Is.EqualTo(new[] { "arn:aws:logs:us-east-1:111111111111:log-group:aws-waf-logs-idp-server" })
            );
        }
    }

    [Test]
    public async Task A_second_one_of_a_stack_has_names_of_its_own()
    {
        WebAcl? acl = null;
        var run = await Sandbox.RunAsync(() => acl = new WebAcl("idp", ForCdn() with { Role = "cdn-waf" }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((acl!.Name, acl.LogGroupName), Is.EqualTo(("idp-server-cdn-waf", "aws-waf-logs-idp-server-cdn-waf")));
            Assert.That(run.One(Acl).Name, Is.EqualTo("idp-cdn-waf"));
            Assert.That(run.One("aws:cloudwatch/logGroup:LogGroup").Name, Is.EqualTo("idp-cdn-waf-logs"));
        }
    }

    [Test]
    public async Task Without_a_limit_nobody_is_counted_and_the_other_rules_keep_their_order()
    {
        var with = (await RunAsync(ForCdn())).One(Acl).Json("rules");
        var without = (await RunAsync(ForCdn() with { RequestsPerIp = null })).One(Acl).Json("rules");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(with, Does.Contain("\"name\":\"RateLimitPerIp\""));
            Assert.That(without, Does.Not.Contain("\"name\":\"RateLimitPerIp\"").And.Contain("AWSManagedRulesCommonRuleSet"));
            Assert.That((ForCdn() with { RequestsPerIp = null }).Validate(), Is.Empty);
        }
    }

    [Test]
    public async Task Stages_and_user_pools_can_be_behind_it()
    {
        var associations = ImmutableSortedDictionary.CreateRange<string, Input<string>>(
            StringComparer.Ordinal,
            [new("stage", "arn:stage"), new("user-pool", "arn:pool")]
        );

        var run = await RunAsync(WebAclTests.Args() with { LoadBalancerArn = null, Associations = associations });

        Assert.That(
            run.All("aws:wafv2/webAclAssociation:WebAclAssociation").Select(a => $"{a.Name} {a.Inputs["resourceArn"]}"),
            Is.EquivalentTo(new[] { "idp-waf-stage-association arn:stage", "idp-waf-user-pool-association arn:pool" })
        );
    }

    [Test]
    public async Task Only_who_comes_through_the_CDN_is_let_in_and_he_passes_all_other_rules_first()
    {
        var acl = (await RunAsync(WebAclTests.Args() with { RequiredHeaders = [CdnCase.Header] })).One(Acl);

        var rules = CanonicalJson.Of(acl.Inputs["rules"])!.AsArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(acl.Json("defaultAction"), Is.EqualTo("""{"block":{}}"""));
            Assert.That(
                rules[^1]!.ToJsonString(),
                Is.EqualTo(
                    """
                    {"action":{"allow":{}},"name":"AllowFromCdn","priority":8,"statement":{
                    "byteMatchStatement":{"fieldToMatch":{"singleHeader":{"name":"x-origin-verify"}},"positionalConstraint":"EXACTLY",
                    "searchString":"told-to-nobody","textTransformations":[{"priority":0,"type":"NONE"}]}},
                    "visibilityConfig":{"cloudwatchMetricsEnabled":true,"metricName":"AllowFromCdnMetric","sampledRequestsEnabled":true}}
                    """.ReplaceLineEndings("")
                )
            );
            Assert.That(rules.Select(rule => (int)(double)rule!["priority"]!), Is.EqualTo(Enumerable.Range(1, 8)));
            Assert.That(rules.SkipLast(1).Select(rule => rule!["action"]?["allow"]), Is.All.Null);
        }
    }

    [Test]
    public async Task While_the_secret_is_replaced_one_of_both_is_enough()
    {
        var rules = await RulesAsync(
            WebAclTests.Args() with
            {
                RequiredHeaders = [CdnCase.Header, CdnCase.Header with { Value = "the-one-before" }],
            }
        );

        Assert.That(
            rules
                .TakeLast(2)
                .Select(rule =>
                    $"{rule!["priority"]} {rule["name"]} {(rule["action"]!["allow"] is null ? "blocks" : "allows")} "
                    + $"{rule["statement"]!["byteMatchStatement"]!["searchString"]}"
                ),
            Is.EqualTo(new[] { "8 AllowFromCdn allows told-to-nobody", "9 AllowFromCdnBefore allows the-one-before" })
        );
    }

    [Test]
    public async Task What_the_CDN_says_of_itself_is_in_no_log()
    {
        var run = await RunAsync(WebAclTests.Args() with { RequiredHeaders = [CdnCase.Header, CdnCase.Header] });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.One("aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration").Json("redactedFields"),
                Does.Contain(
                    """{"singleHeader":{"name":"cookie"}},{"singleHeader":{"name":"x-origin-verify"}},{"queryString":{}}"""
                )
            );
            Assert.That(
                run.One(Acl).Json("dataProtectionConfig"),
                Does.Contain("""["authorization","cookie","x-origin-verify"]""")
            );
        }
    }

    [Test]
    public async Task Groups_paths_and_limits_are_chosen()
    {
        var rules = await RulesAsync(
            ForCdn() with
            {
                Groups = [ManagedRuleGroup.Common, ManagedRuleGroup.AnonymousIps],
                BlockedPaths = [new("BlockAdmin", "^/admin")],
                AuthPaths = null,
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                rules.Select(rule => $"{rule!["priority"]} {rule["name"]} {rule["visibilityConfig"]!["metricName"]}"),
                Is.EqualTo(
                    new[]
                    {
                        "1 AWSManagedRulesCommonRuleSet CommonRuleSetMetric",
                        "2 AWSManagedRulesAnonymousIpList AnonymousIpMetric",
                        "3 BlockAdmin BlockAdminMetric",
                        "4 RateLimitPerIp RateLimitMetric",
                    }
                )
            );
            Assert.That((string?)rules[2]!["statement"]!["regexMatchStatement"]!["regexString"], Is.EqualTo("^/admin"));
        }
    }

    [Test]
    public void What_cannot_stand_there_is_refused()
    {
        using (Assert.EnterMultipleScope())
        {
            Refused(
                WebAclTests.Args() with
                {
                    LoadBalancerArn = null,
                },
                "associations: got nothing, want what is behind the ACL; an ACL before nothing protects nothing"
            );
            Refused(
                ForCdn() with
                {
                    LoadBalancerArn = "arn:alb",
                },
                "associations: got something, want nothing in scope cloudFront; the distribution names the ACL: pass it the ARN"
            );
            Refused(
                ForCdn() with
                {
                    Context = TestStacks.Prod,
                },
                "context.region: got ap-northeast-1, want us-east-1 in scope cloudFront; use GlobalEdge.In(context) and a provider of that region"
            );
            Refused(
                ForCdn() with
                {
                    RequiredHeaders = [CdnCase.Header],
                },
                "requiredHeaders: got X-Origin-Verify, want none in scope cloudFront; "
                    + "CloudFront adds the header behind the ACL, so everybody would be blocked"
            );
        }
    }

    [Test]
    public void Wrong_rules_are_refused()
    {
        using (Assert.EnterMultipleScope())
        {
            Refused(
                WebAclTests.Args() with
                {
                    RequiredHeaders = [CdnCase.Header, CdnCase.Header with { Name = "X-Other" }],
                },
                "requiredHeaders: got X-Origin-Verify and X-Other, want one name; only the value differs while it is replaced"
            );
            Refused(
                ForCdn() with
                {
                    Groups = [ManagedRuleGroup.Common, ManagedRuleGroup.Common],
                },
                "groups: got AWSManagedRulesCommonRuleSet twice, want each group once; remove one"
            );
            Refused(
                ForCdn() with
                {
                    BlockedPaths = [new("A", "^/a"), new("A", "^/b")],
                },
                "blockedPaths: got A twice, want each name once; rename one"
            );
            Refused(
                ForCdn() with
                {
                    BlockedPaths = [new("Block it", "^/a")],
                },
                "blockedPaths: got Block it, want a name of letters and digits; metrics are named so"
            );
            Refused(
                ForCdn() with
                {
                    BlockedPaths = [new("A", "(?=a")],
                },
                "blockedPaths.A: got (?=a, want a regular expression of 512 characters at most;"
            );
            Refused(
                ForCdn() with
                {
                    BlockedPaths = [.. Enumerable.Range(0, 11).Select(n => new BlockedPath($"A{n}", "^/a"))],
                },
                "groups: got rules of 1525 units, want 1500 at most; every request would cost extra"
            );
            Refused(
                ForCdn() with
                {
                    BlockedPaths = [.. Enumerable.Range(0, 11).Select(n => new BlockedPath($"A{n}", "^/a"))],
                    RequestsPerIp = null,
                },
                "groups: got rules of 1523 units, want 1500 at most; every request would cost extra"
            );
        }
    }

    private static void Refused(WebAclArgs args, string text) =>
        Assert.That(args.Validate().Select(problem => problem.ToString()).Single(), Does.StartWith(text));

    private static WebAclArgs ForCdn() => new() { Context = GlobalEdge.In(TestStacks.Prod), Scope = WebAclScope.CloudFront };

    private static async Task<System.Text.Json.Nodes.JsonArray> RulesAsync(WebAclArgs args) =>
        CanonicalJson.Of((await RunAsync(args)).One(Acl).Inputs["rules"])!.AsArray();

    private static Task<Sandbox> RunAsync(WebAclArgs args) => Sandbox.RunAsync(() => _ = new WebAcl("idp", args));
}
