using Review.Guardrails;

namespace Review.Model.Aws;

/// <summary>What the rules of web ACLs say.</summary>
internal static class WebAcls
{
    /// <summary>The type of web ACLs.</summary>
    public const string Type = "aws:wafv2/webAcl:WebAcl";

    /// <summary>Where everything of CloudFront lives.</summary>
    public const string Global = "us-east-1";

    /// <summary>Whether whoever no rule stops comes in.</summary>
    public static bool LetsInByDefault(this Resource acl) => acl["defaultAction.block"].IsMissing;

    /// <summary>Whether a rule stands for a group of rules.</summary>
    public static bool IsGroup(Value rule) =>
        rule["statement.managedRuleGroupStatement"].IsGiven() || rule["statement.ruleGroupReferenceStatement"].IsGiven();

    /// <summary>The rules of a managed group that do something else than block.</summary>
    public static IEnumerable<string> Weakened(Value rule) =>
        rule["statement.managedRuleGroupStatement.ruleActionOverrides"]
            .Items.Where(change => change["actionToUse.block"].IsMissing)
            .Select(change => change["name"].Text)
            .OfType<string>();
}
