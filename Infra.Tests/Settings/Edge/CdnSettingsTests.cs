using Infra.Edge;
using Infra.Settings;
using Infra.Settings.Edge;
using Infra.Validation;

namespace Infra.Tests.Settings.Edge;

public sealed class CdnSettingsTests
{
    private const string Arn = "arn:aws:acm:us-east-1:111111111111:certificate/1";

    [Test]
    public void Production_needs_a_host_and_nothing_else()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Sound.Validate(TestStacks.Prod, protect: true), Is.Empty);
            Assert.That((Sound with { HostedZoneId = null, CertificateArn = Arn }).Validate(TestStacks.Prod, true), Is.Empty);
            Assert.That(new CdnSettings().Validate(TestStacks.Dev, protect: false), Is.Empty);
            Assert.That(Sound.OriginHost, Is.EqualTo("origin.app.example.com"));
            Assert.That(new CdnSettings().OriginHost, Is.Null);
        }
    }

    [Test]
    public void What_does_not_fit_together_is_refused()
    {
        using (Assert.EnterMultipleScope())
        {
            Refused(
                new CdnSettings().Validate(TestStacks.Prod, protect: true),
                "domain: got nothing, want a host while protect is true; tokens would travel in the clear to the origin"
            );
            Refused(Check(new() { HostedZoneId = "Z1" }), "hostedZoneId: got Z1, want none without domain;");
            Refused(Check(new() { CertificateArn = Arn }), $"certificateArn: got {Arn}, want none without domain;");
            Refused(
                Check(Sound with { HostedZoneId = null }),
                "hostedZoneId: got nothing, want the Route 53 zone of app.example.com;"
            );
            Refused(
                Check(Sound with { CertificateArn = Arn.Replace("us-east-1", "ap-northeast-1", StringComparison.Ordinal) }),
                "certificateArn: got arn:aws:acm:ap-northeast-1:111111111111:certificate/1, want a certificate in us-east-1;"
            );
            Refused(Check(Sound with { PriceClass = "all" }), "priceClass: got all,");
            Refused(
                Check(
                    Sound with
                    {
                        Headers = new() { HstsDays = 30, HstsPreload = true },
                    }
                ),
                "headers.hstsDays: got 30, want 365 or more while hstsPreload is true;"
            );
            Refused(
                Check(Sound with { OriginSecret = new() { AcceptPrevious = true } }),
                "originSecret.acceptPrevious: got true, want false in version 1;"
            );
        }
    }

    [Test]
    public void Settings_become_args()
    {
        var settings = Sound with
        {
            MinimumTls = "TLSv1.3_2025",
            PriceClass = "PriceClass_All",
            LogRetentionDays = 7,
            Headers = new()
            {
                HstsDays = 400,
                HstsPreload = true,
                ContentSecurityPolicy = "default-src 'self'",
                ReferrerPolicy = "no-referrer",
            },
        };

        var args = settings.ToArgs(TestStacks.Prod, "arn:certificate", protect: true);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(args.Context.Region, Is.EqualTo("us-east-1"));
            Assert.That(args.Domains, Is.EqualTo(new[] { "app.example.com" }));
            Assert.That(
                (args.HostedZoneId, args.MinimumTls, args.PriceClass),
                Is.EqualTo(("Z1", "TLSv1.3_2025", "PriceClass_All"))
            );
            Assert.That((args.LogRetentionDays, args.Protect, args.CertificateArn is null), Is.EqualTo((7, true, false)));
            Assert.That(
                args.Headers,
                Is.EqualTo(
                    new CdnHeaders
                    {
                        HstsDays = 400,
                        HstsPreload = true,
                        ContentSecurityPolicy = "default-src 'self'",
                        ReferrerPolicy = "no-referrer",
                    }
                )
            );
        }
    }

    [Test]
    public void A_firewall_with_the_defaults_is_sound()
    {
        var settings = new CdnWafSettings();
        var args = settings.ToArgs(TestStacks.Prod);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(settings.Validate(TestStacks.Prod, protect: true), Is.Empty);
            Assert.That(
                (args.Scope, args.Context.Region, args.RequestsPerIp),
                Is.EqualTo((WebAclScope.CloudFront, "us-east-1", 2000))
            );
            Assert.That(args.Groups, Is.EqualTo(ManagedRuleGroup.All));
            Assert.That(args.CountedRules, Is.EqualTo(new[] { "NoUserAgent_HEADER", "SizeRestrictions_BODY" }));
            Assert.That(args.BlockedPaths, Is.Empty);
            Assert.That(
                (settings with { BlockAnonymousIps = true }).ToArgs(TestStacks.Prod).Groups,
                Is.EqualTo(ManagedRuleGroup.All.Append(ManagedRuleGroup.AnonymousIps))
            );
        }
    }

    [Test]
    public void A_firewall_refuses_what_it_refuses_as_a_component()
    {
        using (Assert.EnterMultipleScope())
        {
            Refused(
                new CdnWafSettings { Enabled = false }.Validate(TestStacks.Prod, protect: true),
                "enabled: got false, want true while protect is true;"
            );
            Refused(
                new CdnWafSettings { CountedRules = ["NoUserAgent"] }.Validate(TestStacks.Prod, protect: true),
                "countedRules[0]: got NoUserAgent, want a rule of AWSManagedRulesCommonRuleSet;"
            );
            Refused(
                new CdnWafSettings { AuthPaths = "(" }.Validate(TestStacks.Prod, protect: true),
                "authPaths: got (, want a regular expression of 512 characters at most;"
            );
        }
    }

    [Test]
    public void Peoples_content_is_used_from_the_site_only()
    {
        var args = new ContentBucketSettings().ToArgs(TestStacks.Prod, "content", "app.example.com", "arn:key", protect: true);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(args.Validate(), Is.Empty);
            Assert.That(args.Cors!.Origins, Is.EqualTo(new[] { "https://app.example.com" }));
            Assert.That((args.RetentionDays, args.RescueDays, args.TransitionDays), Is.EqualTo(((int?)null, 30, (int?)30)));
            Assert.That((args.TransitionClass, args.Protect, args.Role), Is.EqualTo(("INTELLIGENT_TIERING", true, "content")));
            Assert.That(
                new ContentBucketSettings { TransitionDays = 0 }
                    .ToArgs(TestStacks.Dev, "content", null, "arn:key", false)
                    .TransitionDays,
                Is.Null
            );
            Assert.That(new ContentBucketSettings().ToArgs(TestStacks.Dev, "content", null, "arn:key", false).Cors, Is.Null);
        }
    }

    [Test]
    public void A_developers_site_is_for_unprotected_stacks()
    {
        var settings = new ContentBucketSettings { MoreCorsOrigins = ["http://localhost:3000"] };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(settings.Validate(protect: false), Is.Empty);
            Refused(
                settings.Validate(protect: true),
                "moreCorsOrigins: got http://localhost:3000, want none while protect is true;"
            );
            Refused(
                (settings with { MoreCorsOrigins = ["*"] }).Validate(protect: false),
                "moreCorsOrigins[0]: got *, want a site such as https://app.example.com;"
            );
            Refused(
                new ContentBucketSettings { TransitionDays = 7, TransitionClass = "STANDARD_IA" }.Validate(protect: true),
                "transitionDays: got 7, want 30 or more;"
            );
        }
    }

    [TestCase(typeof(CdnSettings))]
    [TestCase(typeof(CdnWafSettings))]
    [TestCase(typeof(ContentBucketSettings))]
    public void Every_setting_is_one_that_a_stack_file_can_write(Type type)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var leaf in SettingNode.Root(type).Leaves)
                Assert.That(leaf.About.Description, Is.Not.Empty, leaf.Path);
            Assert.That(SettingNode.Root(type).Leaves, Is.Not.Empty);
        }
    }

    private static readonly CdnSettings Sound = new() { Domain = "app.example.com", HostedZoneId = "Z1" };

    private static IEnumerable<Problem> Check(CdnSettings settings) => settings.Validate(TestStacks.Dev, protect: false);

    private static void Refused(IEnumerable<Problem> problems, string text) =>
        Assert.That(problems.Select(problem => problem.ToString()).Single(), Does.StartWith(text));
}
