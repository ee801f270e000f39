using System.Text.Json.Nodes;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.GuardDuty;

namespace Infra.Protection;

/// <summary>Lets AWS look for attacks in calls, connections and names looked up (GuardDuty), and tells of grave findings.</summary>
internal sealed class ThreatDetection : ComponentResource
{
    private const int GraveSeverity = 7; // GuardDuty calls 7.0 and above high

    internal ThreatDetection(string name, AuditTrailArgs args, ComponentResourceOptions options)
        : base("idp:protection:ThreatDetection", $"{name}-threats", options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var label = args.Context.Label;
        _ = new Detector(
            $"{name}-detector",
            new()
            {
                Enable = true,
                FindingPublishingFrequency = "FIFTEEN_MINUTES",
                Tags = label.NameTag("guardduty"),
            },
            child
        );
        if (args.TopicArn is { } topic)
        {
            var rule = new EventRule(
                $"{name}-grave-findings",
                new()
                {
                    Name = label.Name("grave-findings"),
                    Description = "Findings of GuardDuty of high severity",
                    EventPattern = Pattern(),
                    Tags = label.NameTag("grave-findings"),
                },
                child
            );
            _ = new EventTarget($"{name}-grave-findings-tell", new() { Rule = rule.Name, Arn = topic }, child);
        }
        RegisterOutputs();
    }

    private static string Pattern() =>
        new JsonObject
        {
            ["source"] = new JsonArray("aws.guardduty"),
            ["detail-type"] = new JsonArray("GuardDuty Finding"),
            ["detail"] = new JsonObject
            {
                ["severity"] = new JsonArray(new JsonObject { ["numeric"] = new JsonArray(">=", GraveSeverity) }),
            },
        }.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
