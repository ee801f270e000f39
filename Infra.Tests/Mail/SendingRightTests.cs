using Infra.Mail;

namespace Infra.Tests.Mail;

public sealed class SendingRightTests
{
    [Test]
    public void Mail_is_sent_from_one_address_and_by_the_rules_of_the_stack() =>
        Assert.That(
            SendingRight.Of(TestStacks.Prod, "example.com", "noreply").ToJson().ToJsonString(),
            Is.EqualTo(
                """{"Sid":"SendMail","Effect":"Allow","Action":["ses:SendEmail","ses:SendRawEmail"],"Resource":["arn:aws:ses:ap-northeast-1:111111111111:identity/example.com","arn:aws:ses:ap-northeast-1:111111111111:configuration-set/idp-server-mail"],"Condition":{"StringEquals":{"ses:FromAddress":"noreply@example.com"}}}"""
            )
        );
}
