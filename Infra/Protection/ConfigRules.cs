using System.Text.Json.Nodes;
using Infra.Naming;
using Pulumi;
using Pulumi.Aws.Cfg;
using Pulumi.Aws.Cfg.Inputs;
using Pulumi.Aws.CloudWatch;

namespace Infra.Protection;

/// <summary>
/// Judges what AWS Config has recorded, and tells what breaks a rule. The rules are about the whole account and region, not about the stack
/// alone; each evaluation costs.
/// </summary>
internal sealed class ConfigRules : ComponentResource
{
    internal ConfigRules(string name, AuditTrailArgs args, ChangeRecord? record, ComponentResourceOptions options)
        : base("idp:protection:ConfigRules", $"{name}-rules", options)
    {
        var label = args.Context.Label;
        // AWS takes no rule before something is recorded. Where another stack records, that is so already.
        InputList<Resource> waits = record is null ? [] : [record.Running];
        foreach (var key in args.ConfigRules.Order(StringComparer.Ordinal))
        {
            var row = ConfigRuleTable.All[key];
            var rule = new RuleArgs
            {
                Name = NameRule.ConfigRule.Check(label.Name(key)),
                Description = row.Says,
                Source = new RuleSourceArgs { Owner = "AWS", SourceIdentifier = row.Identifier },
                Tags = label.NameTag(key),
            };
            if (row.Parameters is { } parameters)
                rule.InputParameters = parameters;
            _ = new Rule($"{name}-rule-{key}", rule, new() { Parent = this, DependsOn = waits });
        }
        if (args.TopicArn is { } topic)
            Tell(name, args, topic);
        RegisterOutputs();
    }

    private void Tell(string name, AuditTrailArgs args, Output<string> topic)
    {
        var label = args.Context.Label;
        var rule = new EventRule(
            $"{name}-rule-broken",
            new()
            {
                Name = label.Name("config-rule-broken"),
                Description = "Resources that begin to break a rule of AWS Config",
                EventPattern = Pattern($"{label.Prefix}-"),
                Tags = label.NameTag("config-rule-broken"),
            },
            new() { Parent = this }
        );
        _ = new EventTarget($"{name}-rule-broken-tell", new() { Rule = rule.Name, Arn = topic }, new() { Parent = this });
    }

    // Other stacks of the account have rules of their own, and tell of them themselves.
    private static string Pattern(string prefix) =>
        new JsonObject
        {
            ["source"] = new JsonArray("aws.config"),
            ["detail-type"] = new JsonArray("Config Rules Compliance Change"),
            ["detail"] = new JsonObject
            {
                ["messageType"] = new JsonArray("ComplianceChangeNotification"),
                ["configRuleName"] = new JsonArray(new JsonObject { ["prefix"] = prefix }),
                ["newEvaluationResult"] = new JsonObject { ["complianceType"] = new JsonArray("NON_COMPLIANT") },
            },
        }.ToJsonString();
}
