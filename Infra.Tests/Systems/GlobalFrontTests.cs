using Infra.Settings;
using Infra.Systems;

namespace Infra.Tests.Systems;

public sealed class GlobalFrontTests
{
    private const string Distribution = "aws:cloudfront/distribution:Distribution";

    [Test]
    public async Task Everything_of_it_is_in_the_region_of_the_CDN_and_nothing_else_is()
    {
        var run = await WebPlatformCase.RunAsync(WebPlatformCase.Prod, WebPlatformCase.Settings(StackEnvironment.Prod));

        // Components and the two that make texts have no region.
        var there = run
            .Registered.Where(resource => resource.Type!.StartsWith("aws:", StringComparison.Ordinal))
            .ToLookup(resource =>
                resource.Provider?.Contains($"::{GlobalFront.ProviderName}::", StringComparison.Ordinal) == true
            );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(there[true].Select(resource => resource.Name), Is.Not.Empty.And.All.StartsWith("web-platform-front"));
            Assert.That(there[false].Select(resource => resource.Name), Has.None.StartsWith("web-platform-front"));
            Assert.That(
                there[true].Select(resource => resource.Type),
                Does.Contain(Distribution)
                    .And.Contain("aws:acm/certificate:Certificate")
                    .And.Contain("aws:wafv2/webAcl:WebAcl")
                    .And.Contain("aws:kms/key:Key")
                    .And.Contain("aws:sns/topic:Topic")
                    .And.Contain("aws:cloudwatch/metricAlarm:MetricAlarm")
            );
        }
    }

    [Test]
    public async Task The_firewall_of_the_CDN_stands_before_it_and_writes_with_the_key_there()
    {
        var run = await WebPlatformCase.RunAsync(WebPlatformCase.Prod, WebPlatformCase.Settings(StackEnvironment.Prod));

        var firewall = run.One("aws:wafv2/webAcl:WebAcl");
        var key = run.One("aws:kms/key:Key", "web-platform-front-kms-key");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(firewall.Inputs["scope"], Is.EqualTo("CLOUDFRONT"));
            Assert.That(run.One(Distribution).Inputs["webAclId"], Is.EqualTo("arn:web-platform-front-waf"));
            Assert.That(
                run.One("aws:cloudwatch/logGroup:LogGroup", "web-platform-front-waf-logs").Inputs["kmsKeyId"],
                Is.EqualTo("arn:web-platform-front-kms-key")
            );
            Assert.That(
                (string)key.Inputs["policy"],
                Does.Contain("logs.us-east-1.amazonaws.com")
                    .And.Contain("us-east-1:111111111111:log-group:aws-waf-logs-web-platform-prod\"")
                    .And.Not.Contain("ap-northeast-1")
            );
        }
    }

    [Test]
    public async Task Its_alarms_tell_the_topic_there_and_may_be_muted_by_name()
    {
        var settings = WebPlatformCase.Settings(StackEnvironment.Prod);
        var run = await WebPlatformCase.RunAsync(
            WebPlatformCase.Prod,
            settings with
            {
                Alarms = settings.Alarms with { Muted = ["cdn-4xx"] },
            }
        );

        var alarms = run.All("aws:cloudwatch/metricAlarm:MetricAlarm")
            .Where(alarm => alarm.Name!.StartsWith("web-platform-front", StringComparison.Ordinal))
            .ToDictionary(alarm => (string)alarm.Inputs["name"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                alarms.Keys,
                Is.EquivalentTo(
                    new[] { "web-platform-prod-cdn-4xx", "web-platform-prod-cdn-5xx", "web-platform-prod-waf-blocked-requests" }
                )
            );
            Assert.That(
                alarms["web-platform-prod-cdn-5xx"].Texts("alarmActions"),
                Is.EqualTo(new[] { "arn:web-platform-front-alerts-topic" })
            );
            Assert.That(alarms["web-platform-prod-cdn-4xx"].Inputs["actionsEnabled"], Is.False);
            Assert.That(alarms["web-platform-prod-cdn-5xx"].Inputs["actionsEnabled"], Is.True);
        }
    }

    [Test]
    public async Task Without_a_firewall_there_is_neither_acl_nor_alarm_of_it()
    {
        var settings = WebPlatformCase.Settings(StackEnvironment.Dev);
        var run = await WebPlatformCase.RunAsync(
            WebPlatformCase.Dev,
            settings with
            {
                Waf = settings.Waf with { Enabled = false },
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.All("aws:wafv2/webAcl:WebAcl"), Is.Empty);
            Assert.That(run.One(Distribution).Inputs, Does.Not.ContainKey("webAclId"));
            Assert.That(
                run.All("aws:cloudwatch/metricAlarm:MetricAlarm").Select(alarm => alarm.Name),
                Has.None.Contains("waf").And.Some.EndsWith("cdn-5xx")
            );
        }
    }

    [Test]
    public async Task A_certificate_that_exists_is_not_issued_again()
    {
        const string There = "arn:aws:acm:us-east-1:111111111111:certificate/0a1b";
        const string Here = "arn:aws:acm:ap-northeast-1:111111111111:certificate/0a1b";
        var settings = WebPlatformCase.Settings(StackEnvironment.Prod);
        var run = await WebPlatformCase.RunAsync(
            WebPlatformCase.Prod,
            settings with
            {
                Cdn = settings.Cdn with { CertificateArn = There, HostedZoneId = null },
                Edge = settings.Edge with { CertificateArn = Here },
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.All("aws:acm/certificate:Certificate"), Is.Empty);
            Assert.That(run.All("aws:route53/record:Record"), Is.Empty, "the zone is somebody else's");
            Assert.That(run.One(Distribution).Json("viewerCertificate"), Does.Contain(There));
            Assert.That(run.One("aws:lb/listener:Listener", "web-platform-https").Inputs["certificateArn"], Is.EqualTo(Here));
        }
    }
}
