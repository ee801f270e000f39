using System.Text.Json.Nodes;

namespace Infra.Tests.Plans;

/// <summary>Taskflow in production with other choices, each a whole plan whose inputs the engine checks against the provider's schema.</summary>
public sealed class TaskflowVariantTests
{
    private const string Pool = "aws:cognito/userPool:UserPool";
    private const string Domain = "aws:cognito/userPoolDomain:UserPoolDomain";
    private const string Certificate = "arn:aws:acm:us-east-1:333333333333:certificate/12345678-1234-1234-1234-123456789012";

    [Test]
    public async Task Passkeys_follow_pages_on_a_host_of_our_own_and_people_are_warned()
    {
        var plan = await ProdAsync(
            $$$$"""{"users":{"pages":{"host":"auth.taskflow.example.com","certificateArn":"{{{{Certificate}}}}","hostedZoneId":"Z1"}}}"""
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.One(Pool).Text("webAuthnConfiguration.relyingPartyId"), Is.EqualTo("auth.taskflow.example.com"));
            Assert.That(
                (plan.One(Domain).Text("domain"), plan.One(Domain).Text("certificateArn")),
                Is.EqualTo(("auth.taskflow.example.com", Certificate))
            );
            Assert.That(
                plan.All("aws:route53/record:Record")
                    .Where(record => record.Text("name") == "auth.taskflow.example.com")
                    .Select(record => record.Text("type")),
                Is.EquivalentTo(new[] { "A", "AAAA" })
            );
            Assert.That((string)plan.Outputs["loginUrl"]!, Does.StartWith("https://auth.taskflow.example.com/login?"));
            Assert.That(
                plan.Messages,
                Has.Some.StartsWith("passkeys belong to auth.taskflow.example.com, where the managed login pages are")
                    .And.Some.EqualTo(
                        "Cognito takes the host auth.taskflow.example.com only when taskflow.example.com resolves to an address"
                    )
            );
        }
    }

    [TestCase("""{"passkeys":{"enabled":false}}""", "PLUS", false)]
    [TestCase("""{"threatProtection":"audit"}""", "PLUS", true)]
    [TestCase("""{"threatProtection":"off","logs":{"signIns":false}}""", "ESSENTIALS", true)]
    [TestCase("""{"threatProtection":"off","logs":{"signIns":false},"passkeys":{"enabled":false}}""", "ESSENTIALS", false)]
    public async Task The_plan_is_the_cheapest_that_has_what_is_used(string users, string tier, bool passkeys)
    {
        var plan = await ProdAsync($$$"""{"users":{{{users}}}}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.One(Pool).Text("userPoolTier"), Is.EqualTo(tier));
            Assert.That(plan.One(Pool).Input("webAuthnConfiguration") is not null, Is.EqualTo(passkeys));
            Assert.That(plan.Messages, Has.Some.StartsWith($"feature plan {tier} because of "));
        }
    }

    [Test]
    public async Task Without_threat_protection_nothing_acts_and_nothing_waits_for_its_numbers()
    {
        var plan = await ProdAsync("""{"users":{"threatProtection":"off","logs":{"signIns":false}}}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.All("aws:cognito/riskConfiguration:RiskConfiguration"), Is.Empty);
            Assert.That(plan.One(Pool).Text("userPoolAddOns.advancedSecurityMode"), Is.EqualTo("OFF"));
            Assert.That(
                plan.All("aws:cloudwatch/metricAlarm:MetricAlarm").Select(alarm => alarm.Name),
                Has.None.EqualTo("taskflow-account-takeover")
            );
            Assert.That(
                plan.One("aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration").Input("logConfigurations")!.AsArray(),
                Has.Count.EqualTo(1)
            );
        }
    }

    [Test]
    public async Task Mail_of_a_domain_whose_DNS_is_elsewhere_waits_until_somebody_says_so()
    {
        const string Elsewhere = $$$"""{"cdn":{"hostedZoneId":null,"certificateArn":"{{{Certificate}}}"}}""";
        var before = await ProdAsync(Elsewhere);
        var after = await ProdAsync(
            $$$"""{"cdn":{"hostedZoneId":null,"certificateArn":"{{{Certificate}}}"},"mail":{"recordsAreSet":true}}"""
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before.One(Pool).Text("emailConfiguration.emailSendingAccount"), Is.EqualTo("COGNITO_DEFAULT"));
            Assert.That(before.All("aws:route53/record:Record"), Is.Empty);
            Assert.That(
                before.Outputs["mailRecords"]!.Texts(),
                Has.Length.EqualTo(6)
                    .And.Some.Contains("._domainkey.taskflow.example.com CNAME ")
                    .And.Some.StartsWith("_dmarc.taskflow.example.com TXT ")
                    .And.Some.StartsWith("mail.taskflow.example.com MX ")
            );
            Assert.That(
                before.Messages,
                Has.Some.EqualTo("nothing is sent for taskflow.example.com yet: set its records, then say that they are set")
                    .And.Some.StartsWith("e-mail is sent by Cognito itself")
            );
            Assert.That(
                before
                    .One("aws:cognito/riskConfiguration:RiskConfiguration")
                    .Input("accountTakeoverRiskConfiguration.notifyConfiguration"),
                Is.Null,
                "Cognito has nobody in whose name to write"
            );
            Assert.That(after.One(Pool).Text("emailConfiguration.emailSendingAccount"), Is.EqualTo("DEVELOPER"));
            Assert.That(
                after.One(Pool).WaitsFor(after.One("aws:ses/domainIdentityVerification:DomainIdentityVerification")),
                Is.True,
                "Cognito refuses an identity that is not verified"
            );
        }
    }

    [Test]
    public async Task The_pool_waits_for_the_verified_domain_and_the_API_for_who_may_write_its_log()
    {
        var plan = await PlannedStack.OfAsync("taskflow-prod");
        var verified = plan.One("aws:ses/domainIdentityVerification:DomainIdentityVerification");
        var keys = plan.All("aws:route53/record:Record")
            .Where(r => r.Name.StartsWith("taskflow-dkim-", StringComparison.Ordinal));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.One(Pool).WaitsFor(verified), Is.True);
            Assert.That(keys.All(verified.WaitsFor), Is.True);
            Assert.That(
                plan.One("aws:apigateway/stage:Stage").WaitsFor(plan.One("aws:apigateway/account:Account")),
                Is.True,
                "API Gateway refuses logs before"
            );
        }
    }

    [Test]
    public async Task Capacity_that_is_kept_ready_grows_with_its_use()
    {
        var plan = await ProdAsync("""{"table":{"billing":"provisioned","minRead":2,"maxRead":20,"minWrite":1,"maxWrite":10}}""");

        var table = plan.One("aws:dynamodb/table:Table");
        var bounds = plan.All("aws:appautoscaling/target:Target")
            .Where(target => target.Text("serviceNamespace") == "dynamodb")
            .Select(target => (target.Text("scalableDimension"), target.Text("minCapacity"), target.Text("maxCapacity")));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.Text("billingMode"), Is.EqualTo("PROVISIONED"));
            Assert.That(
                bounds,
                Is.EquivalentTo(
                    new[] { ("dynamodb:table:ReadCapacityUnits", "2", "20"), ("dynamodb:table:WriteCapacityUnits", "1", "10") }
                )
            );
            Assert.That(table.State.IgnoreChanges, Does.Contain("readCapacity").And.Contain("writeCapacity"));
        }
    }

    [Test]
    public async Task While_the_secret_is_rotated_the_firewall_takes_both()
    {
        var plan = await ProdAsync("""{"cdn":{"originSecret":{"version":2,"acceptPrevious":true}}}""");

        var statement = plan.Named("aws:wafv2/webAcl:WebAcl", "taskflow-api-waf").Input("rules")!.ToJsonString();
        var passwords = plan.All("random:index/randomPassword:RandomPassword").ToDictionary(p => p.Name, p => p["result"]);
        var sent = plan.One("aws:cloudfront/distribution:Distribution").Input("origins")!.ToJsonString();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(passwords.Keys, Is.EquivalentTo(new[] { "taskflow-origin-v1-password", "taskflow-origin-v2-password" }));
            foreach (var password in passwords.Values)
                Assert.That(Unescaped(statement), Does.Contain(password));
            Assert.That(Unescaped(sent), Does.Contain(passwords["taskflow-origin-v2-password"]));
            Assert.That(Unescaped(sent), Does.Not.Contain(passwords["taskflow-origin-v1-password"]));
        }

        static string Unescaped(string json) => System.Text.RegularExpressions.Regex.Unescape(json);
    }

    [Test]
    public async Task Another_stack_of_the_account_lets_API_Gateway_write_logs()
    {
        var plan = await ProdAsync("""{"api":{"account":"assume"}}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.All("aws:apigateway/account:Account"), Is.Empty);
            Assert.That(plan.One("aws:apigateway/stage:Stage").Input("accessLogSettings"), Is.Not.Null);
        }
    }

    [Test]
    public async Task Code_may_be_in_a_bucket()
    {
        var plan = await ProdAsync("""{"function":{"artifact":{"bucket":"acme-code","key":"api.zip","version":"3"}}}""");

        var function = plan.One("aws:lambda/function:Function");
        Assert.That(
            (function.Text("s3Bucket"), function.Text("s3Key"), function.Text("s3ObjectVersion"), function.Input("code")),
            Is.EqualTo(("acme-code", "api.zip", "3", (JsonNode?)null))
        );
    }

    [Test]
    public async Task Calls_of_the_account_are_recorded_by_choice()
    {
        var plan = await ProdAsync("""{"audit":{"cloudTrail":true}}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.One("aws:cloudtrail/trail:Trail").Text("kmsKeyId"), Is.EqualTo(Key(plan)["arn"]));
            Assert.That(Key(plan).Text("policy"), Does.Contain("cloudtrail.amazonaws.com"));
        }

        static Planned Key(PlannedStack plan) => plan.Named("aws:kms/key:Key", "taskflow-kms-key");
    }

    private static Task<PlannedStack> ProdAsync(string settings) =>
        PlannedStack.OfAsync("taskflow-prod", (JsonObject)JsonNode.Parse(settings)!);
}
