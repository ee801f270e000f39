using System.Text.Json.Nodes;
using Infra.Naming;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Xray;
using Pulumi.Aws.Xray.Inputs;

namespace Infra.Observability;

/// <summary>The traces of a system's trouble in one place: what failed or was slow, from the first service to the last.</summary>
internal sealed class TraceGroup : ComponentResource
{
    // Rules are tried from the lowest number on; that of X-Ray itself has 10000.
    private const int Priority = 1000;

    // X-Ray's word in its events; that a property here has the same name is chance.
    private const string GroupKey = "GroupName";

    /// <summary>What the group is called.</summary>
    public string GroupName { get; }

    /// <summary>Makes the group.</summary>
    public TraceGroup(string name, TraceGroupArgs args, ComponentResourceOptions? options = null)
        : base("idp:observability:TraceGroup", name, options)
    {
        args.Validate().ThrowIfAny(this);
        var child = new CustomResourceOptions { Parent = this };
        var label = args.Context.Label;
        GroupName = NameRule.Trace.Check(label.Name(args.Role));
        _ = new Group(
            $"{name}-group",
            new()
            {
                GroupName = GroupName,
                FilterExpression = args.Filter,
                InsightsConfiguration = new GroupInsightsConfigurationArgs
                {
                    InsightsEnabled = args.Insights,
                    NotificationsEnabled = args.TopicArn is not null,
                },
                Tags = label.NameTag(args.Role),
            },
            child
        );
        if (args.SamplePercent is { } percent)
            _ = new SamplingRule(
                $"{name}-sampling",
                new()
                {
                    RuleName = NameRule.Trace.Check(label.Name("traces")),
                    Priority = Priority,
                    Version = 1,
                    ReservoirSize = 1, // at least one trace a second, however few are taken
                    FixedRate = percent / 100.0,
                    ServiceName = $"{label.Prefix}-*",
                    ServiceType = "*",
                    Host = "*",
                    HttpMethod = "*",
                    UrlPath = "*",
                    ResourceArn = "*",
                    Tags = label.NameTag("traces"),
                },
                child
            );
        if (args.TopicArn is { } topic)
            Tell(name, args, topic);
        RegisterOutputs(new Dictionary<string, object?> { ["groupName"] = GroupName });
    }

    private void Tell(string name, TraceGroupArgs args, Output<string> topic)
    {
        var role = $"{args.Role}-insights";
        var rule = new EventRule(
            $"{name}-insights",
            new()
            {
                Name = args.Context.Label.Name(role),
                Description = $"Unusual faults that X-Ray found in {GroupName}",
                EventPattern = new JsonObject
                {
                    ["source"] = new JsonArray("aws.xray"),
                    ["detail-type"] = new JsonArray("AWS X-Ray Insight Update"),
                    ["detail"] = new JsonObject { ["State"] = new JsonArray("ACTIVE"), [GroupKey] = new JsonArray(GroupName) },
                }.ToJsonString(),
                Tags = args.Context.Label.NameTag(role),
            },
            new() { Parent = this }
        );
        _ = new EventTarget($"{name}-insights-tell", new() { Rule = rule.Name, Arn = topic }, new() { Parent = this });
    }
}
