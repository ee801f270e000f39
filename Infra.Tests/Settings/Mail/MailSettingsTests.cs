using Infra.Mail;
using Infra.Settings.Mail;

namespace Infra.Tests.Settings.Mail;

public sealed class MailSettingsTests
{
    [Test]
    public void Without_a_domain_there_is_no_identity()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(new MailSettings().Identity(TestStacks.Prod), Is.Null);
            Assert.That(new MailSettings().Validate(TestStacks.Prod), Is.Empty);
        }
    }

    [Test]
    public async Task What_a_stack_says_reaches_the_identity_and_the_pool()
    {
        var settings = new MailSettings
        {
            Domain = "example.com",
            HostedZoneId = "Z1",
            Sandbox = false,
            SenderName = "TaskFlow",
            Mailbox = "hello",
            Dmarc = DmarcPolicy.Reject,
            DmarcReports = "dmarc@example.com",
        };

        MailIdentity? identity = null;
        await Sandbox.RunAsync(() => identity = new("id", settings.Identity(TestStacks.Prod)!));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                settings.Identity(TestStacks.Prod),
                Is.EqualTo(
                    new MailIdentityArgs
                    {
                        Context = TestStacks.Prod,
                        Domain = "example.com",
                        HostedZoneId = "Z1",
                        InSandbox = false,
                        Dmarc = DmarcPolicy.Reject,
                        DmarcReports = "dmarc@example.com",
                    }
                )
            );
            Assert.That(settings.Through(identity!, "taskflow")!.From, Is.EqualTo("TaskFlow <hello@example.com>"));
            Assert.That(
                (settings with { SenderName = null }).Through(identity!, "taskflow")!.From,
                Is.EqualTo("taskflow <hello@example.com>")
            );
        }
    }

    [Test]
    public void What_is_about_no_domain_or_set_twice_is_refused()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                new MailSettings { HostedZoneId = "Z1", RecordsAreSet = true }
                    .Validate(TestStacks.Prod)
                    .Select(problem => problem.ToString().Split(';')[0]),
                Is.EqualTo(
                    new[]
                    {
                        "hostedZoneId: got Z1, want none without domain",
                        "recordsAreSet: got true, want false without domain",
                    }
                )
            );
            Assert.That(
                new MailSettings
                {
                    Domain = "example.com",
                    HostedZoneId = "Z1",
                    RecordsAreSet = true,
                }
                    .Validate(TestStacks.Prod)
                    .Single()
                    .ToString(),
                Does.StartWith("recordsAreSet: got true, want false with hostedZoneId;")
            );
        }
    }
}
