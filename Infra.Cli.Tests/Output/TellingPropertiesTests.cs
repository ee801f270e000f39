using System.Collections.Immutable;
using Engine.Model;
using Engine.Values;
using Infra.Cli.Output;

namespace Infra.Cli.Tests.Output;

public sealed class TellingPropertiesTests
{
    [Test]
    public void A_service_says_how_many_tasks_run_on_which_capacity()
    {
        var shares = new ArrayValue([
            Map(("capacityProvider", new StringValue("FARGATE"))),
            Map(("capacityProvider", new StringValue("FARGATE_SPOT"))),
        ]);

        Assert.That(
            Of("aws:ecs/service:Service", ("desiredCount", new NumberValue(2)), ("capacityProviderStrategies", shares)),
            Is.EqualTo(new[] { "2 tasks", "FARGATE + FARGATE_SPOT" })
        );
    }

    [Test]
    public void A_service_without_shares_says_its_launch_type() =>
        Assert.That(
            Of("aws:ecs/service:Service", ("desiredCount", new NumberValue(1)), ("launchType", new StringValue("EC2"))),
            Is.EqualTo(new[] { "1 task", "EC2" })
        );

    [Test]
    public void A_schedule_says_when() =>
        Assert.That(
            Of(
                "aws:scheduler/schedule:Schedule",
                ("scheduleExpression", new StringValue("cron(0 20 * * ? *)")),
                ("scheduleExpressionTimezone", new StringValue("Asia/Tokyo"))
            ),
            Is.EqualTo(new[] { "cron(0 20 * * ? *)", "Asia/Tokyo" })
        );

    [Test]
    public void A_backup_plan_says_each_of_its_times() =>
        Assert.That(
            Of(
                "aws:backup/plan:Plan",
                (
                    "rules",
                    new ArrayValue([
                        Map(("schedule", new StringValue("cron(0 20)"))),
                        Map(("schedule", new StringValue("cron(0 22)"))),
                    ])
                )
            ),
            Is.EqualTo(new[] { "cron(0 20) + cron(0 22)" })
        );

    [Test]
    public void A_function_says_how_many_calls_are_kept_for_it() =>
        Assert.That(
            Of(
                "aws:lambda/function:Function",
                ("runtime", new StringValue("provided.al2023")),
                ("memorySize", new NumberValue(512)),
                ("reservedConcurrentExecutions", new NumberValue(15))
            ),
            Is.EqualTo(new[] { "provided.al2023", "512 MB", "15 reserved" })
        );

    [Test]
    public void A_rule_says_its_place_and_its_paths() =>
        Assert.That(
            Of(
                "aws:lb/listenerRule:ListenerRule",
                ("priority", new NumberValue(100)),
                (
                    "conditions",
                    new ArrayValue([Map(("pathPattern", Map(("values", new ArrayValue([new StringValue("/api/*")])))))])
                )
            ),
            Is.EqualTo(new[] { "priority 100", "/api/*" })
        );

    [Test]
    public void A_pool_of_connections_says_its_share() =>
        Assert.That(
            Of(
                "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup",
                ("connectionPoolConfig", Map(("maxConnectionsPercent", new NumberValue(25))))
            ),
            Is.EqualTo(new[] { "25 % of the connections" })
        );

    [Test]
    public void A_usage_plan_says_how_much_is_answered() =>
        Assert.That(
            Of(
                "aws:apigateway/usagePlan:UsagePlan",
                ("throttleSettings", Map(("rateLimit", new NumberValue(10)))),
                ("quotaSettings", Map(("limit", new NumberValue(10_000))))
            ),
            Is.EqualTo(new[] { "10/second", "10000 a day" })
        );

    [Test]
    public void A_budget_says_its_limit() =>
        Assert.That(
            Of(
                "aws:budgets/budget:Budget",
                ("limitAmount", new StringValue("150")),
                ("limitUnit", new StringValue("USD")),
                ("timeUnit", new StringValue("MONTHLY"))
            ),
            Is.EqualTo(new[] { "150 USD", "monthly" })
        );

    [Test]
    public void A_user_pool_says_what_it_costs_and_asks() =>
        Assert.That(
            Of(
                "aws:cognito/userPool:UserPool",
                ("name", new StringValue("taskflow-prod")),
                ("userPoolTier", new StringValue("PLUS")),
                ("mfaConfiguration", new StringValue("OPTIONAL"))
            ),
            Is.EqualTo(new[] { "taskflow-prod", "PLUS", "MFA OPTIONAL" })
        );

    [Test]
    public void A_distribution_says_its_hosts() =>
        Assert.That(
            Of(
                "aws:cloudfront/distribution:Distribution",
                ("aliases", new ArrayValue([new StringValue("a.example.com"), new StringValue("b.example.com")])),
                ("priceClass", new StringValue("PriceClass_200"))
            ),
            Is.EqualTo(new[] { "a.example.com + b.example.com", "PriceClass_200" })
        );

    [Test]
    public void A_distribution_without_hosts_says_its_price_class_only() =>
        Assert.That(
            Of("aws:cloudfront/distribution:Distribution", ("priceClass", new StringValue("PriceClass_100"))),
            Is.EqualTo(new[] { "PriceClass_100" })
        );

    [TestCase("aws:dynamodb/table:Table", "billingMode", "PAY_PER_REQUEST")]
    [TestCase("aws:ec2/launchTemplate:LaunchTemplate", "instanceType", "t3.medium")]
    [TestCase("aws:codedeploy/deploymentGroup:DeploymentGroup", "deploymentConfigName", "CodeDeployDefault.ECSAllAtOnce")]
    [TestCase("aws:apigateway/stage:Stage", "stageName", "api")]
    [TestCase("aws:sesv2/emailIdentity:EmailIdentity", "emailIdentity", "example.com")]
    [TestCase("aws:synthetics/canary:Canary", "name", "web-health")]
    public void Some_types_say_one_thing(string type, string property, string value) =>
        Assert.That(Of(type, (property, new StringValue(value))), Is.EqualTo(new[] { value }));

    private static string[] Of(string type, params (string Key, PropertyValue Value)[] inputs) =>
        TellingProperties.Of(
            new ResourceState
            {
                Urn = $"urn:pulumi:dev::shop::{type}::it",
                Type = type,
                Custom = true,
                Inputs = Map(inputs),
            }
        );

    private static ObjectValue Map(params (string Key, PropertyValue Value)[] properties) =>
        new(properties.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal));
}
