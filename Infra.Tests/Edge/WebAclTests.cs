using Infra.Edge;
using Infra.Settings.IdpServer;
using Pulumi;

namespace Infra.Tests.Edge;

public sealed class WebAclTests
{
    private const string Acl = "aws:wafv2/webAcl:WebAcl";

    [Test]
    public async Task What_no_rule_blocks_is_allowed_and_everything_is_measured()
    {
        var acl = (await RunAsync(Args())).One(Acl);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(acl.Inputs["name"], Is.EqualTo("idp-server-waf"));
            Assert.That(acl.Inputs["scope"], Is.EqualTo("REGIONAL"));
            Assert.That(acl.Json("defaultAction"), Is.EqualTo("""{"allow":{}}"""));
            Assert.That(
                acl.Json("visibilityConfig"),
                Is.EqualTo("""{"cloudwatchMetricsEnabled":true,"metricName":"idp-server-waf","sampledRequestsEnabled":true}""")
            );
        }
    }

    [Test]
    public async Task Rules_come_in_this_order_with_these_metrics()
    {
        var rules = CanonicalJson.Of((await RunAsync(Args())).One(Acl).Inputs["rules"])!.AsArray();

        Assert.That(
            rules.Select(rule => $"{rule!["priority"]} {rule["name"]} {rule["visibilityConfig"]!["metricName"]}"),
            Is.EqualTo(
                new[]
                {
                    "1 AWSManagedRulesCommonRuleSet CommonRuleSetMetric",
                    "2 AWSManagedRulesKnownBadInputsRuleSet KnownBadInputsMetric",
                    "3 AWSManagedRulesSQLiRuleSet SQLiMetric",
                    "4 AWSManagedRulesAmazonIpReputationList IpReputationMetric",
                    "5 BlockActuator BlockActuatorMetric",
                    "6 RateLimitPerIp RateLimitMetric",
                    "7 AuthRateLimitPerIp AuthRateLimitMetric",
                }
            )
        );
        Assert.That(rules.Select(rule => (bool)rule!["visibilityConfig"]!["sampledRequestsEnabled"]!), Is.All.True);
    }

    [Test]
    public async Task Limits_are_counted_over_five_minutes_and_answered_with_429()
    {
        var rules = CanonicalJson.Of((await RunAsync(Args())).One(Acl).Inputs["rules"])!.AsArray();

        var limits = rules.Where(rule => rule!["statement"]!["rateBasedStatement"] is not null).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                limits
                    .Select(rule => rule!["statement"]!["rateBasedStatement"]!)
                    .Select(rate => $"{rate["limit"]} {rate["evaluationWindowSec"]}"),
                Is.EqualTo(new[] { "2000 300", "200 300" })
            );
            Assert.That(
                limits.Select(rule => rule!["action"]!["block"]!["customResponse"]!["responseCode"]!.ToString()),
                Is.All.EqualTo("429")
            );
        }
    }

    [Test]
    public void The_rules_cost_no_more_than_an_ACL_may()
    {
        // Regular expression 3, each transformation 10, a limit 2: what AWS documents of capacity units.
        const int Actuator = 3 + (3 * 10);
        const int Limits = 2 + 2 + 3 + (3 * 10);

        Assert.That(ManagedRuleGroup.All.Sum(group => group.Capacity) + Actuator + Limits, Is.LessThanOrEqualTo(1500));
    }

    [Test]
    public async Task The_load_balancer_is_behind_it()
    {
        var association = (await RunAsync(Args())).One("aws:wafv2/webAclAssociation:WebAclAssociation").Inputs;

        Assert.That(
            (association["resourceArn"], association["webAclArn"]),
            Is.EqualTo(((object)"arn:alb", (object)"arn:idp-waf"))
        );
    }

    [Test]
    public async Task The_log_holds_no_token_no_cookie_and_no_query()
    {
        var run = await RunAsync(Args() with { LogRetentionDays = 7 });

        var group = run.One("aws:cloudwatch/logGroup:LogGroup").Inputs;
        var logging = run.One("aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(group["name"], Is.EqualTo("aws-waf-logs-idp-server"));
            Assert.That(group["kmsKeyId"], Is.EqualTo("arn:key"));
            Assert.That(group["retentionInDays"], Is.EqualTo(7));
            Assert.That(
                logging.Texts("logDestinationConfigs"),
                Is.EqualTo(new[] { "arn:aws:logs:ap-northeast-1:111111111111:log-group:aws-waf-logs-idp-server" })
            );
            Assert.That(
                logging.Json("redactedFields"),
                Is.EqualTo(
                    """[{"singleHeader":{"name":"authorization"}},{"singleHeader":{"name":"cookie"}},{"queryString":{}}]"""
                )
            );
        }
    }

    [Test]
    public async Task Sampled_requests_hold_none_of_them_either() =>
        Assert.That(
            (await RunAsync(Args())).One(Acl).Json("dataProtectionConfig").Replace('"', '\''),
            Is.EqualTo(
                "{'dataProtections':[{'action':'SUBSTITUTION','field':{'fieldKeys':['authorization','cookie'],'fieldType':'SINGLE_HEADER'}},"
                    + "{'action':'SUBSTITUTION','field':{'fieldType':'QUERY_STRING'}}]}"
            )
        );

    [Test]
    public async Task Names_carry_the_stack()
    {
        WebAcl? acl = null;
        await Sandbox.RunAsync(() => acl = new WebAcl("idp", Args() with { Context = TestStacks.Dev }));

        Assert.That((acl!.Name, acl.LogGroupName), Is.EqualTo(("idp-server-dev-waf", "aws-waf-logs-idp-server-dev")));
    }

    [Test]
    public async Task What_WAF_or_reason_refuses_is_refused_all_at_once()
    {
        var bad = Args() with
        {
            CountedRules = ["SizeRestriction_BODY", "NoUserAgent_HEADER", "NoUserAgent_HEADER"],
            RequestsPerIp = 9,
            AuthRequestsPerIp = 10,
            AuthPaths = "(?=tokens",
        };

        var error = await Assert.ThrowsAsync<RunException>(() => RunAsync(bad));

        Assert.That(
            error!.Message,
            Does.Contain("WebAcl 'idp': 5 problems in its args")
                .And.Contain(
                    "countedRules[0]: got SizeRestriction_BODY, want a rule of AWSManagedRulesCommonRuleSet; did you mean SizeRestrictions_BODY?"
                )
                .And.Contain("countedRules[2]: got NoUserAgent_HEADER twice, want each rule once; remove one")
                .And.Contain("requestsPerIp: got 9, want 10 or more;")
                .And.Contain("authRequestsPerIp: got 10, want 9 (requestsPerIp) at most;")
                .And.Contain("authPaths: got (?=tokens, want a regular expression of 512 characters at most;")
        );
    }

    [Test]
    public void A_protected_stack_has_a_firewall()
    {
        var settings = new WafSettings();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(settings.Validate(protect: true), Is.Empty);
            Assert.That((settings with { Enabled = false }).Validate(protect: false), Is.Empty);
            Assert.That(
                (settings with { Enabled = false }).Validate(protect: true).Single().ToString(),
                Does.StartWith("enabled: got false, want true while protect is true; /actuator would be open to the internet")
            );
        }
    }

    /// <summary>Sound args.</summary>
    internal static WebAclArgs Args() =>
        new()
        {
            Context = TestStacks.Prod,
            LoadBalancerArn = "arn:alb",
            KeyArn = "arn:key",
        };

    private static Task<Sandbox> RunAsync(WebAclArgs args) => Sandbox.RunAsync(() => _ = new WebAcl("idp", args));
}
