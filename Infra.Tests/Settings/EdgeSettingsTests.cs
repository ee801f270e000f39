using Infra.Settings.IdpServer;

namespace Infra.Tests.Settings;

public sealed class EdgeSettingsTests
{
    private const string Region = "ap-northeast-1";
    private const string Certificate = "arn:aws:acm:ap-northeast-1:111111111111:certificate/12345678-1234-1234-1234-123456789012";

    [Test]
    public void A_protected_stack_needs_a_host() =>
        Assert.That(
            Problems(new(), protect: true),
            Is.EqualTo(new[] { "domain: got nothing, want a host while protect is true; sign-ins must not travel in the clear" })
        );

    [Test]
    public void An_unprotected_stack_does_not() => Assert.That(Problems(new(), protect: false), Is.Empty);

    [Test]
    public void A_host_needs_a_zone_or_a_certificate()
    {
        var settings = new EdgeSettings { Domain = "idp.example.com" };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Problems(settings).Single(),
                Does.StartWith("hostedZoneId: got nothing, want the Route 53 zone of idp.example.com;")
            );
            Assert.That(Problems(settings with { HostedZoneId = "Z1" }), Is.Empty);
            Assert.That(Problems(settings with { CertificateArn = Certificate }), Is.Empty);
            Assert.That(Problems(settings with { HostedZoneId = "Z1", CertificateArn = Certificate }), Is.Empty);
            Assert.That((settings.IsSecure, new EdgeSettings().IsSecure), Is.EqualTo((true, false)));
        }
    }

    [Test]
    public void Zone_and_certificate_are_nothing_without_a_host() =>
        Assert.That(
            Problems(new() { HostedZoneId = "Z1", CertificateArn = Certificate }, protect: false)
                .Select(line => line.Split(';')[0]),
            Is.EqualTo(
                new[]
                {
                    "hostedZoneId: got Z1, want none without domain",
                    $"certificateArn: got {Certificate}, want none without domain",
                }
            )
        );

    [Test]
    public void A_certificate_is_of_the_region_of_the_stack() =>
        Assert.That(
            Problems(new() { Domain = "idp.example.com", CertificateArn = Certificate.Replace(Region, "us-east-1") }).Single(),
            Does.Contain("want a certificate in ap-northeast-1; a load balancer takes none of another region")
        );

    [Test]
    public void Old_TLS_and_a_slow_start_that_AWS_does_not_take_are_refused() =>
        Assert.That(
            Problems(
                    new()
                    {
                        Domain = "idp.example.com",
                        HostedZoneId = "Z1",
                        TlsPolicy = "ELBSecurityPolicy-2016-08",
                        SlowStartSeconds = 10,
                    }
                )
                .Select(line => line.Split(',')[0]),
            Is.EqualTo(new[] { "tlsPolicy: got ELBSecurityPolicy-2016-08", "slowStartSeconds: got 10" })
        );

    private static string[] Problems(EdgeSettings settings, bool protect = true) =>
        [.. settings.Validate(protect, Region).Select(problem => problem.ToString())];
}
