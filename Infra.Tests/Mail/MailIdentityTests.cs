using System.Collections.Immutable;
using Infra.Identity;
using Infra.Mail;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Mail;

public sealed class MailIdentityTests
{
    private const string Record = "aws:route53/record:Record";
    private const string Verification = "aws:ses/domainIdentityVerification:DomainIdentityVerification";

    private static readonly MailIdentityArgs Zoned = new()
    {
        Context = TestStacks.Prod,
        Domain = "example.com",
        HostedZoneId = "Z1",
    };

    [Test]
    public async Task The_domain_is_proved_by_its_three_keys_and_says_who_may_send()
    {
        var run = await RunAsync(Zoned with { DmarcReports = "dmarc@example.com" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.All(Record)
                    .Select(record =>
                        $"{record.Name}: {record.Inputs["name"]} {record.Inputs["type"]} {string.Join('|', record.Texts("records"))} {record.Inputs["zoneId"]}"
                    ),
                Is.EquivalentTo(
                    new[]
                    {
                        "id-dkim-1: key1._domainkey.example.com CNAME key1.dkim.amazonses.com Z1",
                        "id-dkim-2: key2._domainkey.example.com CNAME key2.dkim.amazonses.com Z1",
                        "id-dkim-3: key3._domainkey.example.com CNAME key3.dkim.amazonses.com Z1",
                        "id-bounces: mail.example.com MX 10 feedback-smtp.ap-northeast-1.amazonses.com Z1",
                        "id-spf: mail.example.com TXT v=spf1 include:amazonses.com ~all Z1",
                        "id-dmarc: _dmarc.example.com TXT v=DMARC1; p=quarantine; rua=mailto:dmarc@example.com Z1",
                    }
                )
            );
            Assert.That(run.One("aws:sesv2/emailIdentity:EmailIdentity").Inputs["emailIdentity"], Is.EqualTo("example.com"));
            Assert.That(
                run.One("aws:sesv2/emailIdentity:EmailIdentity").Inputs["configurationSetName"],
                Is.EqualTo("idp-server-mail")
            );
        }
    }

    [Test]
    public async Task Undeliverable_mail_comes_back_to_our_own_domain()
    {
        var from = (await RunAsync(Zoned)).One("aws:sesv2/emailIdentityMailFromAttributes:EmailIdentityMailFromAttributes");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(from.Inputs["emailIdentity"], Is.EqualTo("example.com"));
            Assert.That(from.Inputs["mailFromDomain"], Is.EqualTo("mail.example.com"));
            Assert.That(from.Inputs["behaviorOnMxFailure"], Is.EqualTo("USE_DEFAULT_VALUE"));
        }
    }

    [Test]
    public async Task The_identity_is_handed_out_only_when_it_is_proved()
    {
        var (mail, run) = await MakeAsync(Zoned);

        var waitsFor = await OutputUtilities.GetDependenciesAsync(mail.IdentityArn);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(mail.IsVerified, Is.True);
            Assert.That(await OutputUtilities.GetValueAsync(mail.IdentityArn), Is.EqualTo("arn:id-verification"));
            Assert.That(waitsFor.Select(resource => resource.GetResourceName()), Is.EqualTo(new[] { "id-verification" }));
            Assert.That(run.One(Verification).Inputs["domain"], Is.EqualTo("example.com"));
            Assert.That(await OutputUtilities.GetValueAsync(mail.Records), Is.Empty);
            Assert.That(PoolMail.Through(mail, "TaskFlow", "noreply")!.From, Is.EqualTo("TaskFlow <noreply@example.com>"));
        }
    }

    [Test]
    public async Task Without_a_zone_the_records_are_handed_out_and_nobody_sends()
    {
        var (mail, run) = await MakeAsync(Zoned with { HostedZoneId = null });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(mail.IsVerified, Is.False);
            Assert.That(run.All(Record), Is.Empty);
            Assert.That(run.All(Verification), Is.Empty);
            Assert.That(
                await OutputUtilities.GetValueAsync(mail.Records),
                Is.EqualTo(
                    new[]
                    {
                        "key1._domainkey.example.com CNAME key1.dkim.amazonses.com",
                        "key2._domainkey.example.com CNAME key2.dkim.amazonses.com",
                        "key3._domainkey.example.com CNAME key3.dkim.amazonses.com",
                        "mail.example.com MX 10 feedback-smtp.ap-northeast-1.amazonses.com",
                        "mail.example.com TXT v=spf1 include:amazonses.com ~all",
                        "_dmarc.example.com TXT v=DMARC1; p=quarantine",
                    }
                )
            );
            Assert.That(PoolMail.Through(mail, "TaskFlow", "noreply"), Is.Null);
        }
    }

    [Test]
    public async Task Records_set_by_hand_are_waited_for_too()
    {
        var (mail, run) = await MakeAsync(Zoned with { HostedZoneId = null, RecordsAreSet = true });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(mail.IsVerified, Is.True);
            Assert.That(run.One(Verification).Inputs["domain"], Is.EqualTo("example.com"));
            Assert.That(await OutputUtilities.GetValueAsync(mail.IdentityArn), Is.EqualTo("arn:id-verification"));
        }
    }

    [Test]
    public async Task Mail_goes_over_TLS_and_never_again_to_who_bounced_or_complained()
    {
        var set = (await RunAsync(Zoned)).One("aws:sesv2/configurationSet:ConfigurationSet");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(set.Inputs["configurationSetName"], Is.EqualTo("idp-server-mail"));
            Assert.That(set.Json("deliveryOptions"), Is.EqualTo("""{"tlsPolicy":"REQUIRE"}"""));
            Assert.That(set.Json("reputationOptions"), Is.EqualTo("""{"reputationMetricsEnabled":true}"""));
            Assert.That(set.Json("sendingOptions"), Is.EqualTo("""{"sendingEnabled":true}"""));
            Assert.That(set.Json("suppressionOptions"), Is.EqualTo("""{"suppressedReasons":["BOUNCE","COMPLAINT"]}"""));
            Assert.That(set.NameTag(), Is.EqualTo("idp-server-mail"));
        }
    }

    [Test]
    public async Task What_became_of_mail_is_counted_and_trouble_told_to_a_topic()
    {
        const string Destination = "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination";

        var silent = await RunAsync(Zoned);
        var told = await RunAsync(Zoned with { EventTopicArn = "arn:topic" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                silent.One(Destination).Json("eventDestination"),
                Is.EqualTo(
                    """{"cloudWatchDestination":{"dimensionConfigurations":[{"defaultDimensionValue":"none","dimensionName":"ses:configuration-set","dimensionValueSource":"MESSAGE_TAG"}]},"enabled":true,"matchingEventTypes":["BOUNCE","COMPLAINT","DELIVERY","REJECT","SEND"]}"""
                )
            );
            Assert.That(
                told.One(Destination, "id-troubles").Json("eventDestination"),
                Is.EqualTo(
                    """{"enabled":true,"matchingEventTypes":["BOUNCE","COMPLAINT","REJECT","RENDERING_FAILURE"],"snsDestination":{"topicArn":"arn:topic"}}"""
                )
            );
            Assert.That(told.One(Destination, "id-troubles").Inputs["configurationSetName"], Is.EqualTo("idp-server-mail"));
        }
    }

    [TestCase("None", "none")]
    [TestCase("Reject", "reject")]
    public void Forged_mail_is_met_as_said(string policy, string expected) =>
        Assert.That(
            MailRecords.Dmarc(Zoned with { Dmarc = Enum.Parse<DmarcPolicy>(policy) }).Value,
            Is.EqualTo($"v=DMARC1; p={expected}")
        );

    [Test]
    public async Task What_SES_does_not_take_is_refused()
    {
        var error = await Assert.ThrowsAsync<RunException>(() =>
            RunAsync(Zoned with { Domain = "Example", BouncePrefix = "a.b", DmarcReports = "dmarc", RecordsAreSet = true })
        );

        Assert.That(
            error!.Message,
            Does.Contain("MailIdentity 'id': 4 problems in its args")
                .And.Contain("domain: got Example, want a domain such as example.com;")
                .And.Contain("bouncePrefix: got a.b, want small letters, digits and hyphens;")
                .And.Contain("dmarcReports: got dmarc, want an address such as dmarc@example.com;")
                .And.Contain("recordsAreSet: got true, want false with hostedZoneId;")
        );
    }

    private static async Task<Sandbox> RunAsync(MailIdentityArgs args) => (await MakeAsync(args)).Run;

    private static async Task<(MailIdentity Mail, Sandbox Run)> MakeAsync(MailIdentityArgs args)
    {
        MailIdentity? mail = null;
        var run = await Sandbox.RunAsync(() => mail = new("id", args));
        return (mail!, run);
    }
}
