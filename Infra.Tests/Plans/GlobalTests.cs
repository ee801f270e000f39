using System.Text.Json.Nodes;

namespace Infra.Tests.Plans;

/// <summary>Whether what belongs to CloudFront lives in us-east-1, the one region where CloudFront finds it, and nothing else does.</summary>
public sealed class GlobalTests
{
    private const string Global = "us-east-1";
    private const string Distribution = "aws:cloudfront/distribution:Distribution";

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Certificates_and_firewalls_of_distributions_are_there(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);

        using (Assert.EnterMultipleScope())
        {
            foreach (var distribution in plan.All(Distribution))
            {
                var arn = distribution.Text("viewerCertificate.acmCertificateArn")!;
                var certificate = plan.Referred("aws:acm/certificate:Certificate", arn, "arn");
                var proof = plan.All("aws:acm/certificateValidation:CertificateValidation")
                    .Single(p => p.Text("certificateArn") == arn);
                Assert.That(distribution.WaitsFor(proof), Is.True, "CloudFront takes no certificate that is not valid yet");
                Assert.That(certificate.Region, Is.EqualTo(Global));
                Assert.That(distribution.Input("aliases").Texts(), Is.EqualTo(new[] { certificate.Text("domainName") }));
                var acl = plan.Referred("aws:wafv2/webAcl:WebAcl", distribution.Text("webAclId")!, "arn");
                Assert.That((acl.Text("scope"), acl.Region), Is.EqualTo(("CLOUDFRONT", Global)));
            }
            foreach (var acl in plan.All("aws:wafv2/webAcl:WebAcl").Where(acl => acl.Text("scope") == "REGIONAL"))
                Assert.That(acl.Region, Is.EqualTo(plan.Region), acl.Name);
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Alarms_are_where_their_metrics_are(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var global = plan.All("aws:wafv2/webAcl:WebAcl")
            .Where(acl => acl.Text("scope") == "CLOUDFRONT")
            .Select(acl => acl.Text("visibilityConfig.metricName"))
            .Concat(plan.All(Distribution).Select(distribution => distribution["id"]))
            .ToHashSet();

        using (Assert.EnterMultipleScope())
            foreach (var alarm in plan.All("aws:cloudwatch/metricAlarm:MetricAlarm"))
            {
                var isGlobal = Things(alarm).Any(global.Contains);
                Assert.That(alarm.Region, Is.EqualTo(isGlobal ? Global : plan.Region), alarm.Name);
            }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Nobody_reaches_an_origin_around_the_distribution(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);

        using (Assert.EnterMultipleScope())
            foreach (var distribution in plan.All(Distribution))
            foreach (var origin in distribution.Input("origins")!.AsArray())
                Assert.That(IsClosed(plan, distribution, origin!), Is.True, $"{distribution.Name} {origin!["originId"]}");
    }

    [TestCase("web-platform-prod")]
    [TestCase("taskflow-prod")]
    public async Task One_Slack_channel_hears_the_alarms_of_both_regions(string stack)
    {
        const string Alerts = """{"alerts":{"slackTeamId":"T0123456789","critical":{"slackChannelId":"C0123456789"}}}""";
        var plan = await PlannedStack.OfAsync(stack, (JsonObject)JsonNode.Parse(Alerts)!);

        // AWS takes a channel, and the role behind it, only once.
        var topics = plan.All("aws:sns/topic:Topic").Select(topic => topic["arn"]);
        Assert.That(
            plan.One("aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration").Input("snsTopicArns").Texts(),
            Has.Length.EqualTo(2).And.EquivalentTo(topics)
        );
    }

    // A bucket knows the distribution; a server asks for the header that the distribution alone sends.
    private static bool IsClosed(PlannedStack plan, Planned distribution, JsonNode origin)
    {
        if (origin["originAccessControlId"] is not null)
            return plan.All("aws:s3/bucketPolicy:BucketPolicy")
                .Any(policy =>
                    ((string)origin["domainName"]!).StartsWith(Bucket(plan, policy), StringComparison.Ordinal)
                    && policy
                        .Text("policy")!
                        .Contains($"\"AWS:SourceArn\":\"{distribution["arn"]}\"", StringComparison.OrdinalIgnoreCase)
                );
        var header = origin["customHeaders"]!.AsArray().Single()!;
        var (name, value) = ((string)header["name"]!, (string)header["value"]!);
        return AsksAtLoadBalancer(plan, name, value) || AsksAtFirewall(plan, value);
    }

    private static string Bucket(PlannedStack plan, Planned policy) =>
        plan.All("aws:s3/bucket:Bucket").Single(bucket => policy.Text("bucket") == bucket.Text("bucket")).Text("bucket")!;

    private static bool AsksAtLoadBalancer(PlannedStack plan, string name, string value)
    {
        var rules = plan.All("aws:lb/listenerRule:ListenerRule")
            .Where(rule =>
                rule.Text("conditions.httpHeader.httpHeaderName") == name
                && rule.Input("conditions")![0]!["httpHeader"]!["values"].Texts().Contains(value)
            )
            .Select(rule => rule.Text("listenerArn"))
            .ToList();
        // Every listener that leads to targets does so by such a rule only.
        return rules.Count > 0
            && plan.All("aws:lb/listener:Listener")
                .All(listener => listener.Text("defaultActions.type") is "fixed-response" or "redirect");
    }

    private static bool AsksAtFirewall(PlannedStack plan, string value) =>
        plan.All("aws:wafv2/webAcl:WebAcl")
            .Any(acl =>
                acl.Text("scope") == "REGIONAL"
                && acl.Input("defaultAction.block") is not null
                && acl.Input("rules")!.ToJsonString(Readable).Contains(value, StringComparison.Ordinal)
                && plan.All("aws:wafv2/webAclAssociation:WebAclAssociation")
                    .Any(association =>
                        association.Text("webAclArn") == acl["arn"]
                        && plan.All("aws:apigateway/stage:Stage").Any(stage => association.Text("resourceArn") == stage["arn"])
                    )
            );

    private static IEnumerable<string> Things(Planned alarm)
    {
        var maps = new List<JsonNode?> { alarm.Input("dimensions") };
        maps.AddRange((alarm.Input("metricQueries") as JsonArray ?? []).Select(query => query?["metric"]?["dimensions"]));
        return maps.OfType<JsonObject>().SelectMany(map => map).Select(pair => (string)pair.Value!);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
