using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>WAF web ACLs: what they hold back, and whether they protect anything.</summary>
internal sealed class FirewallRules : GuardrailTable
{
    private const string KnownBadInputs = "AWSManagedRulesKnownBadInputsRuleSet";
    private const string CommonRules = "AWSManagedRulesCommonRuleSet";

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("WAF.10", Grade.Medium, WebAcls.Type, "Web ACLs have rules")
            {
                Reason = "An empty web ACL costs money, looks like protection and lets everything through.",
                Fix = "Add a rule or a managed rule group to rules.",
                Also = ["CKV_AWS_175"],
                Check = acl =>
                    acl["rules"].IsUnknown ? Verdict.CannotKnow("rules are known only after the deployment")
                    : acl["ruleJson"].IsEmpty ? acl.IsSet("rules", "a rule")
                    : Verdict.Pass,
            },
            new("WAF.12", Grade.Medium, WebAcls.Type, "Web ACLs and each of their rules count what they do")
            {
                Reason = "Nobody sees an attack, or users who are blocked by mistake.",
                Fix = "Set visibilityConfig.cloudwatchMetricsEnabled: true on the web ACL and on every rule.",
                Check = acl =>
                    acl.Is("visibilityConfig.cloudwatchMetricsEnabled", true)
                    & Verdict.All(
                        acl["rules"]
                            .Items.Select(rule =>
                                rule["visibilityConfig.cloudwatchMetricsEnabled"]
                                    .Ask(
                                        $"cloudwatchMetricsEnabled of rule {Checks.Quoted(rule["name"])}",
                                        value => value.Bool == true,
                                        "true"
                                    )
                            )
                    ),
            },
            new(
                "waf-known-bad-inputs",
                Grade.High,
                WebAcls.Type,
                "Web ACLs that let people in stop known bad inputs, Log4Shell among them"
            )
            {
                Reason = "Requests that take over servers with one header have been sent to every address for years.",
                Fix =
                    $"Add the managed rule group {KnownBadInputs} with overrideAction none, and no ruleActionOverrides that only count Log4JRCE rules.",
                Also = ["CKV_AWS_192", "CKV2_AWS_76", "CKV2_AWS_77"],
                When = WebAcls.LetsInByDefault,
                Check = acl => HasManaged(acl, KnownBadInputs, "Log4J"),
            },
            new("waf-common-rules", Grade.Medium, WebAcls.Type, "Web ACLs that let people in stop the common attacks")
            {
                Reason =
                    "Cross-site scripting, path traversal and the like are tried on every address; an application forgets one place.",
                Fix =
                    $"Add the managed rule group {CommonRules} with overrideAction none; count single rules of it that hit honest requests.",
                When = WebAcls.LetsInByDefault,
                Check = acl => HasManaged(acl, CommonRules, null),
            },
            new("waf-rules-block", Grade.Medium, WebAcls.Type, "Managed rule groups block, and do not only count")
            {
                Reason = "Count is for trying out; left there, attacks are measured and let through.",
                Fix =
                    "Set overrideAction.none of the rule; count single rules of the group by ruleActionOverrides where they hit honest requests.",
                When = acl => acl["rules"].Items.Any(WebAcls.IsGroup),
                Check = acl =>
                    Verdict.All(
                        acl["rules"]
                            .Items.Where(WebAcls.IsGroup)
                            .Select(rule =>
                                rule["overrideAction"]
                                    .Ask(
                                        $"overrideAction of rule {Checks.Quoted(rule["name"])}",
                                        action => action["count"].IsMissing,
                                        "none"
                                    )
                            )
                    ),
            },
            new("waf-rate-limit", Grade.Medium, WebAcls.Type, "Web ACLs that let people in stop who asks too often")
            {
                Reason = "Passwords are tried and pages are flooded as fast as the network allows.",
                Fix = "Add a rule with rateBasedStatement (limit, aggregateKeyType IP) that blocks, or asks for a captcha.",
                When = WebAcls.LetsInByDefault,
                Check = acl =>
                    Any(
                        acl,
                        rule =>
                            rule["statement.rateBasedStatement"].IsGiven()
                            && rule["action"].IsGiven()
                            && rule["action.count"].IsMissing
                            && rule["action.allow"].IsMissing,
                        "a rule with rateBasedStatement that blocks"
                    ),
            },
            new("waf-priorities", Grade.Medium, WebAcls.Type, "The rules of a web ACL have priorities that differ")
            {
                Reason = "AWS refuses two rules of one priority, in the middle of a deployment.",
                Fix = "Give each rule its own priority; lower ones are asked first.",
                When = acl => acl["rules"].Items.Any(),
                Check = acl =>
                    Priorities.Differ(
                        acl["rules"].Items.Select(rule => new Member(Checks.Quoted(rule["name"]), rule["priority"]))
                    ),
            },
            new("waf-default-action", Grade.High, WebAcls.Type, "Web ACLs that only say who may come in block everybody else")
            {
                Reason =
                    "A list of who is allowed, such as the CDN with its header, means nothing while the default is to allow.",
                Fix = "Set defaultAction.block where rules only allow.",
                When = acl => acl["rules"].Items.Any() && acl["rules"].Items.All(rule => !rule["action.allow"].IsMissing),
                Check = acl => acl.Ask("defaultAction", action => !action["block"].IsMissing, "block"),
            },
            new("waf-association", Grade.Medium, WebAcls.Type, "Web ACLs protect something")
            {
                Reason = "A web ACL that nothing uses costs money and holds nothing back.",
                Fix = "Associate it by wafv2.WebAclAssociation, or name it as webAclId of a CloudFront distribution.",
                Check = acl =>
                    Verdict.Of(
                        acl.ReferredBy("aws:wafv2/webAclAssociation:WebAclAssociation", "webAclArn").Any()
                            || acl.ReferredBy(OriginHeaders.Distribution, "webAclId").Any(),
                        "got no association and no distribution that uses it, want one"
                    ),
            },
            new("waf-region", Grade.High, WebAcls.Type, "Web ACLs of CloudFront are in us-east-1")
            {
                Reason = "AWS refuses a web ACL of scope CLOUDFRONT anywhere else, in the middle of a deployment.",
                Fix = "Give the web ACL a provider of us-east-1, or region: us-east-1.",
                When = acl => acl["scope"].Text == "CLOUDFRONT",
                Check = acl =>
                    acl.Region is { } region
                        ? Verdict.Of(region == WebAcls.Global, $"region: got {region}, want {WebAcls.Global}")
                        : Verdict.CannotKnow($"the region is not known; want {WebAcls.Global}"),
            },
        ];

    private static Verdict HasManaged(Resource acl, string group, string? alwaysOn) =>
        Any(
            acl,
            rule =>
                rule["statement.managedRuleGroupStatement.name"].Text == group
                && rule["overrideAction.count"].IsMissing
                && (
                    alwaysOn is null
                    || !WebAcls.Weakened(rule).Any(name => name.StartsWith(alwaysOn, StringComparison.OrdinalIgnoreCase))
                ),
            $"{group}, blocking"
        );

    private static Verdict Any(Resource acl, Func<Value, bool> isIt, string wanted) =>
        acl["ruleJson"].IsEmpty
            ? Verdict
                .Of(acl["rules"].Items.Any(isIt), $"rules: got none that is {wanted}, want one")
                .UnlessUnknown(acl["rules"], "rules")
            : Verdict.CannotKnow($"rules are given as JSON; want {wanted}");
}
