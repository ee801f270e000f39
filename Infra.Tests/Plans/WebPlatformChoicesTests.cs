using System.Text.Json.Nodes;

namespace Infra.Tests.Plans;

/// <summary>Settings that few stacks combine: the plan stands, and names stay unique.</summary>
public sealed class WebPlatformChoicesTests
{
    private const string Service = "aws:ecs/service:Service";

    [TestCase("web-platform-dev", """{"stop":{"enabled":false}}""")]
    [TestCase("web-platform-dev", """{"waf":{"enabled":false},"users":{"threatProtection":"off","logs":{"signIns":false}}}""")]
    [TestCase("web-platform-prod", """{"network":{"interfaceEndpoints":["ecr.api","ecr.dkr"],"networkAcl":"per-tier"}}""")]
    [TestCase(
        "web-platform-prod",
        """{"service":{"exec":"writable-root","scaling":{"schedule":{"night":"cron(0 22 ? * * *) 1-2"}}}}"""
    )]
    [TestCase(
        "web-platform-prod",
        """{"alerts":{"slackTeamId":"T0123456789","critical":{"emails":["ops@acme.test"],"slackChannelId":"C0123456789"}}}"""
    )]
    [TestCase(
        "web-platform-prod",
        """{"database":{"enabled":true,"instance":{"readReplicas":1}},"audit":{"config":true,"guardDuty":true}}"""
    )]
    public async Task Other_choices_make_plans_that_the_provider_accepts(string stack, string settings)
    {
        var plan = await PlannedStack.OfAsync(stack, (JsonObject)JsonNode.Parse(settings)!);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.One(Service).Text("name"), Is.EqualTo($"{stack}-service"));
            Assert.That(plan.All("aws:iam/role:Role").Select(role => role.Text("name")), Is.Unique);
            Assert.That(
                plan.All("aws:scheduler/schedule:Schedule").Any(),
                Is.EqualTo(stack.EndsWith("dev") && !settings.Contains("stop"))
            );
        }
    }
}
